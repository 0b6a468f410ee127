import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { product } from '#test/product.ts'
import { race } from '#test/race.ts'
import { countedTries } from './tries.ts'

test('INB-65: who has used up his own tries takes none of those of his address', async () => {
  const { process } = await product()
  const tries = countedTries(process.doorway)
  const [one, other, address] = [randomUUID(), randomUUID(), randomUUID()]
  const write = (visitor: string) => tries.take(['chat', visitor], ['chat_address', address])
  // Many at once are counted like one after another.
  assert.deepEqual(new Set(await race(60, () => write(one))), new Set([0]))
  for (let n = 0; n < 200; n++) assert.ok((await write(one)) > 0)
  assert.equal(await write(other), 0)
})
