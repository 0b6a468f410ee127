// Alone: wrong tries are counted for the address that all tests of a process come from.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { account, open } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'

test('a person sees where he is signed in, and ends it elsewhere', async () => {
  const { owner } = await makeCompany()

  const before = (await (await open(owner, '/api/auth/list-sessions')).json()) as { token: string }[]
  assert.equal(before.length, 1)

  await account(owner, '/revoke-session', { token: before[0]?.token })
  const after = await open(owner, '/api/me')
  assert.equal(after.status, 401)
})
