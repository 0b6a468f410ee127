// Alone: wrong tries are counted for the address that all tests of a process come from.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listOutgoingMails } from '#contract/outgoing-mails.ts'
import * as people from '#contract/people.ts'
import { account, anybody, done } from '#test/as.ts'
import { makeCompany, makeKnownCompany, makeUser } from '#test/world.ts'
import { makeStaff } from '#test/world/people.ts'

const fresh = () => `new-${crypto.randomUUID()}@example.test`

test('IDN-20 S93: another e-mail holds once its letter is opened; both addresses are told, and the company writes there', async () => {
  const company = await makeCompany()
  const vera = await makeStaff(company, 'member', 'Вера Олешко')
  const email = fresh()
  const asked = await account(vera, '/email/ask', { email })
  assert.equal(asked.status, 200)
  const letters = async () => (await done(company.owner, listOutgoingMails, {})).rows
  const [to_new, to_old] = [email, vera.email].map(
    (to) => async () => (await letters()).filter(({ recipient }) => recipient === to),
  )
  assert.deepEqual(
    (await to_old!()).map(({ subject }) => subject),
    ['Запрошена смена почты'],
  )
  assert.equal((await done(vera, people.getMe, {})).user.email, vera.email)

  const token = /\/email\/(\S+)/.exec((await to_new!())[0]?.body ?? '')?.[1]
  assert.equal((await account(anybody(), '/email/confirm', { token })).status, 200)
  assert.equal((await account(anybody(), '/email/confirm', { token })).status, 400)
  assert.equal((await done(vera, people.getMe, {})).user.email, email)
  assert.equal((await done(company.owner, people.getMember, { member_id: vera.id })).email, email)
  assert.ok((await to_old!()).some(({ subject }) => subject === 'Почта изменена'))
  assert.equal((await account(anybody(), '/sign-in/email', { email, password: vera.password })).status, 200)
  assert.equal((await account(anybody(), '/sign-in/email', { email: vera.email, password: vera.password })).status, 401)
})

test('IDN-20 IDN-1: of an address that is somebody’s the same is told, and it stays his', async () => {
  const { owner } = await makeKnownCompany()
  const known = await makeUser()
  const [one, other] = [
    await account(owner, '/email/ask', { email: known.email }),
    await account(owner, '/email/ask', { email: fresh() }),
  ]
  assert.deepEqual([one.status, await one.text()], [other.status, await other.text()])
  assert.equal((await done(known, people.getMe, {})).user.email, known.email)
  const wrong = await account(owner, '/email/ask', { email: 'не почта' })
  assert.deepEqual([wrong.status, ((await wrong.json()) as { code: string }).code], [400, 'account.invalid_email'])
  assert.equal((await account(anybody(), '/email/ask', { email: fresh() })).status, 401)
})
