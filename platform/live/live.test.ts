import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import { inTransaction } from '#platform/db/transaction.ts'
import { product } from '#test/product.ts'
import { listen } from '#test/stream.ts'
import { makeCompany } from '#test/world.ts'

/** Writes a fact of a company as the program does; `hold` keeps its transaction open until it resolves. */
async function tellFact(company_id: string, hold: Promise<void> = Promise.resolve()): Promise<string> {
  const { process } = await product()
  const id = uuidv7()
  const eyes = { kind: 'system', company_id, subject_id: null, only_order_id: null } as const
  await inTransaction(process.doorway, eyes, {
    read_only: false,
    run: async (db) => {
      const row = { company_id, id, name: 'company.registered', actor_kind: 'system', subject_kind: 'company' }
      await db
        .insertInto('events')
        .values({ ...row, subject_id: company_id, at: new Date(), facts: '{}' })
        .execute()
      await hold
    },
  })
  process.world.ring()
  return id
}

test('a fact reaches the screens of its company and no other', async () => {
  const [ours, theirs] = [await makeCompany(), await makeCompany()]
  const [we, they] = [await listen(ours.owner), await listen(theirs.owner)]
  await we.next()
  await they.next()

  const first = await tellFact(ours.id)
  const other = await tellFact(theirs.id)
  const last = await tellFact(ours.id)

  const [here, there] = [await we.until(first, last), await they.until(other)]
  assert.ok(!here.some(({ data }) => data.id === other))
  assert.ok(!there.some(({ data }) => data.id === first))
  we.end()
  they.end()
})

test('a browser that was away gets what it missed, also what was written earlier and committed later', async () => {
  const { id: company_id, owner } = await makeCompany()
  const before = await listen(owner)
  let commit = () => {}
  const late = tellFact(company_id, new Promise((resolve) => (commit = resolve)))
  await before.next()
  const first = await tellFact(company_id)
  const seen = (await before.until(first)).at(-1)!
  before.end()

  commit()
  const missed = [await late, await tellFact(company_id)]

  const after = await listen(owner, seen.id)
  await after.next()
  const heard = await after.until(...missed)
  assert.ok(heard.length < 5, 'what was seen long ago does not come again')
  after.end()
})

test('without a session there is no stream', async () => {
  const { url } = await product()
  const response = await fetch(`${url}/api/live`)
  assert.equal(response.status, 401)
})
