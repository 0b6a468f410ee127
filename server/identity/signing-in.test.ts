// Alone: wrong tries are counted for the address that all tests of a process come from.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listOutgoingMails } from '#contract/outgoing-mails.ts'
import * as people from '#contract/people.ts'
import * as security from '#contract/access/security.ts'
import { account, anybody, as, done, open, type Person } from '#test/as.ts'
import { product } from '#test/product.ts'
import { makeCompany, makeKnownCompany, makeUser } from '#test/world.ts'
import { makePerformer } from '#test/world/people.ts'

const PASSWORD = 'долгая зима на Двине'

const openTheLibrarysDoor = async () => {
  await (await product()).process.doorway.pool.unsafe('delete from auth."rateLimit"')
}

async function makeUserKnown(): Promise<Person & { email: string }> {
  await openTheLibrarysDoor()
  const person = { ...anybody(), email: `known-${crypto.randomUUID()}@example.test` }
  const { email } = person
  assert.equal((await account(person, '/sign-up/email', { name: 'Ольга', email, password: PASSWORD })).status, 200)
  return person
}

async function tryToSignIn(
  email: string,
  password = 'не тот пароль',
): Promise<{ status: number; text: string; ms: number }> {
  await openTheLibrarysDoor()
  const began = performance.now()
  const answer = await account(anybody(), '/sign-in/email', { email, password })
  const text = await answer.text()
  return { status: answer.status, text, ms: performance.now() - began }
}

const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

test('IDN-1 S93: a wrong password and an unknown e-mail get one answer in one time', async () => {
  const { email } = await makeUserKnown()
  const [known, unknown]: [number[], number[]] = [[], []]
  for (let n = 0; n < 9; n++) {
    const wrong = await tryToSignIn(email)
    const nobody = await tryToSignIn(`nobody-${n}-${crypto.randomUUID()}@example.test`)
    assert.deepEqual([wrong.status, wrong.text], [nobody.status, nobody.text])
    known.push(wrong.ms)
    unknown.push(nobody.ms)
  }
  // A password is hashed for either; without that one would answer ten times as fast.
  const ratio = median(known) / median(unknown)
  assert.ok(ratio > 0.5 && ratio < 2, `medians ${median(known)} and ${median(unknown)} ms`)
})

test('IDN-1: a forgotten password is answered alike, and not before a letter could be written', async () => {
  const { email } = await makeUserKnown()
  const answers = []
  for (const asked of [email, `nobody-${crypto.randomUUID()}@example.test`]) {
    await openTheLibrarysDoor()
    const began = performance.now()
    const answer = await account(anybody(), '/request-password-reset', { email: asked })
    answers.push({ status: answer.status, text: await answer.text(), early: performance.now() - began < 240 })
  }
  assert.deepEqual(answers[0], answers[1])
  assert.equal(answers[0]?.early, false)
})

test('IDN-2: ten tries for an e-mail, also all at once, then it waits; of nobody too', async () => {
  for (const email of [(await makeUserKnown()).email, `nobody-${crypto.randomUUID()}@example.test`]) {
    await (await product()).process.doorway.pool.unsafe('delete from auth."rateLimit"')
    const at_once = await Promise.all(
      Array.from({ length: 10 }, () => account(anybody(), '/sign-in/email', { email, password: 'мимо мимо мимо' })),
    )
    assert.deepEqual(new Set(at_once.map(({ status }) => status)), new Set([401]))
    const then = await tryToSignIn(email, PASSWORD)
    assert.equal(then.status, 429)
    assert.match(then.text, /account\.too_many_tries/)
  }
})

test('IDN-2: the right password forgets earlier slips', async () => {
  const { email } = await makeUserKnown()
  for (let round = 0; round < 2; round++) {
    for (let n = 0; n < 6; n++) assert.equal((await tryToSignIn(email)).status, 401)
    assert.equal((await tryToSignIn(email, PASSWORD)).status, 200)
  }
})

test('IDN-3: a password that guessers try first is refused, one of words is not', async () => {
  for (const password of ['qwertyuiop', 'Password123', '1234567890', 'aaaaaaaaaaaa', 'football2026!']) {
    await openTheLibrarysDoor()
    const email = `weak-${crypto.randomUUID()}@example.test`
    const answer = await account(anybody(), '/sign-up/email', { name: 'Слабый', email, password })
    assert.equal(answer.status, 422, password)
    assert.match(await answer.text(), /account\.password_common/)
  }
  const person = await makeUserKnown()
  const weak = await account(person, '/change-password', { currentPassword: PASSWORD, newPassword: 'qwerty12345' })
  assert.equal(weak.status, 422)
  const short = await account(person, '/change-password', { currentPassword: PASSWORD, newPassword: 'Xk7$pq' })
  assert.equal(short.status, 400)
})

test('IDN-4 IDN-7: a changed password ends other sessions; tries are told to the owner of the account only', async () => {
  const here = await makeUserKnown()
  const there = anybody()
  await openTheLibrarysDoor()
  await account(there, '/sign-in/email', { email: here.email, password: PASSWORD })
  await tryToSignIn(here.email)
  assert.equal((await open(there, '/api/me')).status, 200)

  const mine = await done(here, security.listSignIns, {})
  assert.deepEqual(
    mine.rows.map(({ passed, method }) => [passed, method]),
    [
      [false, 'password'],
      [true, 'password'],
    ],
  )
  assert.ok(mine.rows[0]?.address)
  assert.deepEqual((await done(await makeUser(), security.listSignIns, {})).rows, [])

  const change = { currentPassword: PASSWORD, newPassword: 'другая весна на Немане', revokeOtherSessions: true }
  assert.equal((await account(here, '/change-password', change)).status, 200)
  assert.equal((await open(there, '/api/me')).status, 401)
  assert.equal((await open(here, '/api/me')).status, 200)
})

test('IDN-8: a changed password is told by mail', async () => {
  const { owner } = await makeCompany()
  const { email } = (await done(owner, people.getMe, {})).user
  await openTheLibrarysDoor()
  await account(owner, '/request-password-reset', { email })
  const letters = await done(owner, listOutgoingMails, {})
  const [, token = ''] = /reset-password\/([^?\s]+)/.exec(letters.rows[0]?.body ?? '') ?? []
  assert.equal((await account(anybody(), '/reset-password', { token, newPassword: PASSWORD })).status, 200)
  assert.equal((await account(anybody(), '/reset-password', { token, newPassword: PASSWORD })).status, 400)

  assert.equal((await account(owner, '/sign-in/email', { email, password: PASSWORD })).status, 200)
  const after = await done(owner, listOutgoingMails, {})
  assert.ok(after.rows.some(({ subject }) => subject === 'Пароль изменён'))
  const signed_in = await as(owner, security.listSignIns, {})
  assert.equal(signed_in.body.rows.length, 1)
})

test('IDN-3: a password of the name, the e-mail, the company or the product is refused, wherever it is chosen', async () => {
  const refused = async (person: Person, path: string, body: object) => {
    await openTheLibrarysDoor()
    const answer = await account(person, path, body)
    return [answer.status, ((await answer.json()) as { code?: string }).code]
  }
  const made_of = [422, 'account.password_of_known_words']
  const who = { name: 'Владислав Крот', email: `kuznetsov@${crypto.randomUUID()}.test`, company: 'ООО «Светоч»' }
  for (const password of ['Владислав1985', 'kuznetsov-2026', 'светоч_светоч', 'Naryad-naryad-1'])
    assert.deepEqual(await refused(anybody(), '/sign-up/email', { ...who, password }), made_of, password)
  assert.deepEqual(
    (await refused(anybody(), '/sign-up/email', { ...who, password: 'светоч над долгой рекой' }))[0],
    200,
  )

  const { owner } = await makeKnownCompany()
  const change = { currentPassword: owner.password, newPassword: 'ГородСервис-2026' }
  assert.deepEqual(await refused(owner, '/change-password', change), made_of)
  await account(owner, '/request-password-reset', { email: owner.email })
  const [letter] = (await done(owner, listOutgoingMails, {})).rows
  const [, token = ''] = /reset-password\/([^?\s]+)/.exec(letter?.body ?? '') ?? []
  const reset = { token, newPassword: 'городсервис 2026' }
  assert.deepEqual(await refused(anybody(), '/reset-password', reset), made_of)
})

test('IDN-18: who comes in from a browser and an address that were not there before is told by mail, once', async () => {
  const { owner } = await makeKnownCompany()
  const letters = async () =>
    (await done(owner, listOutgoingMails, {})).rows.filter(({ subject }) => subject === 'Вход с нового устройства')
  const { email, password } = owner
  const comeBy = async (browser: Person) => {
    await openTheLibrarysDoor()
    assert.equal((await account(browser, '/sign-in/email', { email, password })).status, 200)
  }
  // The browser in which he registered is known.
  await account(owner, '/sign-out', {})
  await comeBy(owner)
  assert.equal((await letters()).length, 0)
  const { process } = await product()
  await process.doorway.pool.unsafe(`update auth.sign_ins set address = '192.0.2.7'`)
  const elsewhere = anybody()
  await comeBy(elsewhere)
  const [told] = await letters()
  assert.match(told?.body ?? '', /127\.0\.0\.1/)
  await process.doorway.pool.unsafe(`update auth.sign_ins set address = '192.0.2.7'`)
  await comeBy(elsewhere)
  assert.equal((await letters()).length, 1)
})

test('IDN-19: a session rests 30 days at most and lasts 180; of a performer by his link 90 and 400', async () => {
  const company = await makeKnownCompany()
  const { owner } = company
  const performer = await makePerformer(company)
  const { url } = await done(owner, people.makePersonalLink, { member_id: performer.id })
  const phone = anybody()
  await done(phone, people.usePersonalLink, { link: url.split('/l/')[1] ?? '' })
  const { process } = await product()
  const aged = async (column: 'updatedAt' | 'createdAt', days: number) => {
    await process.doorway.pool.unsafe(
      `update auth.session set "createdAt" = now(), "updatedAt" = now(), "expiresAt" = now() + interval '90 days'`,
    )
    await process.doorway.pool.unsafe(`update auth.session set "${column}" = now() - interval '${days} days'`)
    process.world.sessionsChanged(null)
    return [(await open(owner, '/api/me')).status, (await open(phone, '/api/me')).status]
  }
  assert.deepEqual(await aged('updatedAt', 29), [200, 200])
  assert.deepEqual(await aged('updatedAt', 31), [401, 200])
  assert.deepEqual(await aged('updatedAt', 91), [401, 401])
  assert.deepEqual(await aged('createdAt', 179), [200, 200])
  assert.deepEqual(await aged('createdAt', 181), [401, 200])
  assert.deepEqual(await aged('createdAt', 401), [401, 401])
})
