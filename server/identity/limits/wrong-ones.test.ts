// Alone: wrong tries are counted for the address that all tests of a process come from.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as joining from '#contract/invitations.ts'
import * as people from '#contract/people.ts'
import * as portal from '#contract/portal.ts'
import * as security from '#contract/access/security.ts'
import { account, anybody, as, done } from '#test/as.ts'
import { product } from '#test/product.ts'
import { makeCompany, makeUser } from '#test/world.ts'
import { makePerformer } from '#test/world/people.ts'

const nobody = anybody()
const wrong = () => `${crypto.randomUUID()}.${'x'.repeat(32)}`
const fresh = async () => {
  const { process } = await product()
  await process.doorway.pool.unsafe('delete from auth.tries')
}

test('IDN-16: thirty wrong links from one address, of any kind and at once, then it waits, and is told how long', async () => {
  const company = await makeCompany()
  const performer = await makePerformer(company)
  const { url } = await done(company.owner, people.makePersonalLink, { member_id: performer.id })
  const right = { link: url.split('/l/')[1] ?? '' }
  const stranger = await makeUser()
  const guesses = [
    () => as(nobody, people.lookAtPersonalLink, { link: wrong() }),
    () => as(nobody, people.usePersonalLink, { link: wrong() }),
    () => as(nobody, people.lookAtInvitation, { link: wrong() }),
    () => as(stranger, people.acceptInvitation, { link: wrong() }),
    () => as(nobody, joining.lookAtJoiningLink, { link: wrong() }),
    () => as(stranger, joining.findHeads, { link: wrong(), search: 'а' }),
    () => as(nobody, portal.openLink, { link_id: crypto.randomUUID(), secret: 'x'.repeat(32) }),
    () => as(nobody, portal.getPurchase, { link_id: crypto.randomUUID() }),
  ]
  await fresh()
  const asked = await Promise.all(Array.from({ length: 30 }, (_, n) => guesses[n % guesses.length]!()))
  assert.deepEqual(new Set(asked.map(({ status }) => status)), new Set([404, 401]))
  // A right one is still looked at: only wrong ones are counted.
  assert.equal((await as(nobody, people.lookAtPersonalLink, right)).status, 200)

  const over = await as(nobody, people.lookAtPersonalLink, { link: wrong() })
  assert.deepEqual([over.status, over.body.code], [429, 'request.too_many'])
  const seconds = Number(over.headers.get('retry-after'))
  assert.ok(seconds > 14 * 60 && seconds <= 15 * 60, `${seconds}`)
  for (const guess of guesses) assert.equal((await guess()).status, 429)
  assert.equal((await as(nobody, people.lookAtPersonalLink, right)).status, 429)
  // What needs no link goes on.
  assert.equal((await as(company.owner, people.listMembers, {})).status, 200)
})

test('IDN-10 IDN-16: thirty wrong keys from one address, then right ones wait there too', async () => {
  const { owner } = await makeCompany()
  const { text } = await done(owner, security.makeApiKey, { name: 'Ключ', scopes: ['people.read'] })
  const by = (key: string) => as(nobody, people.listMembers, {}, { headers: { authorization: `Bearer ${key}` } })
  await fresh()
  for (let n = 0; n < 30; n++) assert.equal((await by(`${text.slice(0, -1)}~`)).status, 401)
  assert.equal((await by(text)).status, 200)
  assert.equal((await by('naryad_nonsense')).status, 429)
  const waits = await by(text)
  assert.equal(waits.status, 429)
  assert.ok(Number(waits.headers.get('retry-after')) <= 60)
})

test('IDN-16 IDN-2: who tried too many passwords is told how long to wait', async () => {
  const { email } = await makeUser()
  const tries = Array.from({ length: 11 }, () => account(anybody(), '/sign-in/email', { email, password: 'мимо мимо' }))
  const answers = await Promise.all(tries)
  const late = answers.find(({ status }) => status === 429)
  assert.ok(Number(late?.headers.get('retry-after')) > 14 * 60)
})

test('IDN-16 IDN-2: an address that signs too many in is told to wait for the minute that is left, and no longer', async () => {
  await (await product()).process.doorway.pool.unsafe('delete from auth."rateLimit"')
  const emails = Array.from({ length: 11 }, (_, n) => `${n}-${crypto.randomUUID()}@example.test`)
  const answers = []
  for (const email of emails) answers.push(await account(anybody(), '/sign-in/email', { email, password: 'мимо мимо' }))
  assert.deepEqual(
    answers.map(({ status }) => status),
    [...Array.from({ length: 10 }, () => 401), 429],
  )
  const seconds = Number(answers.at(-1)?.headers.get('retry-after'))
  assert.ok(seconds > 0 && seconds <= 60, String(seconds))
})
