import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seal, unseal } from './sealed.ts'

const SECRET = 'a secret of the product, long enough'

test('what was sealed opens at its own place by the same secret, and nowhere else', () => {
  const sealed = seal(SECRET, 'channel 1', { password: 'Тайна 🔑' })
  assert.ok(!sealed.includes('Тайна') && !Buffer.from(sealed, 'base64url').toString().includes('Тайна'))
  assert.deepEqual(unseal(SECRET, 'channel 1', sealed), { password: 'Тайна 🔑' })
  assert.equal(unseal(SECRET, 'channel 2', sealed), null)
  assert.equal(unseal(`${SECRET}!`, 'channel 1', sealed), null)
})

test('a seal that was tampered with does not open, and the same thing is never sealed alike', () => {
  const [one, two] = [seal(SECRET, 'a', { token: '1' }), seal(SECRET, 'a', { token: '1' })]
  assert.notEqual(one, two)
  const parts = one.split('.')
  parts[3] = two.split('.')[3] ?? ''
  assert.equal(unseal(SECRET, 'a', parts.join('.')), null)
  assert.equal(unseal(SECRET, 'a', 'nothing of ours'), null)
})
