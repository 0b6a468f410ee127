// Alone: wrong tries are counted for the address that all tests of a process come from.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as people from '#contract/people.ts'
import { anybody, type Person } from '#test/as.ts'
import { atEnd } from '#test/at-end.ts'
import { accountAt, callAt } from '#test/http.ts'
import { openLetterBox } from '#test/letter-box.ts'
import { mailingNode } from '#test/second-node.ts'
import { done } from '#test/as.ts'
import { product } from '#test/product.ts'
import { makeCompany, makeUser } from '#test/world.ts'

const PASSWORD = 'поздняя весна на Припяти'
const unknown = () => `new-${crypto.randomUUID()}@example.test`

/** The product where letters go out, with somebody registered already. */
async function withLetters() {
  const known = await makeUser('Ольга Санько')
  const letters = await openLetterBox()
  const node = await mailingNode(letters.url)
  atEnd(async () => {
    await node.close()
    await letters.close()
  })
  const { process } = await product()
  await process.doorway.pool.unsafe('delete from auth."rateLimit"; delete from auth.tries')
  const signUp = async (person: Person, email: string, more: object = {}) => {
    const began = performance.now()
    const answer = await accountAt(node.url, person, '/sign-up/email', {
      name: 'Пётр',
      email,
      password: PASSWORD,
      ...more,
    })
    return { status: answer.status, text: await answer.text(), ms: performance.now() - began }
  }
  return { known, letters, node, signUp, run: (text: string) => process.doorway.pool.unsafe(text) }
}

test('IDN-17 S93: registering says the same of a known e-mail and of a new one, in one time; letters say the rest', async () => {
  const { known, letters, node, signUp } = await withLetters()
  const visitor = anybody()
  const email = unknown()
  const [of_known, of_new] = [await signUp(anybody(), known.email), await signUp(visitor, email)]
  assert.deepEqual([of_known.status, of_known.text], [of_new.status, of_new.text])
  assert.ok(Math.min(of_known.ms, of_new.ms) > 290)
  assert.equal(visitor.cookies.size, 0)

  const told = await letters.letterTo(known.email)
  assert.match(told.text ?? '', /уже есть[^]*\/sign-in/)
  assert.doesNotMatch(told.text ?? '', /confirm/)
  const [, token = ''] = /\/confirm\/(\S+)/.exec((await letters.letterTo(email)).text ?? '') ?? []

  // Nobody is registered before the mailbox's owner has come, and he is the one who knows the password.
  const signIn = (password: string) => accountAt(node.url, anybody(), '/sign-in/email', { email, password })
  assert.equal((await signIn(PASSWORD)).status, 401)
  assert.equal((await accountAt(node.url, visitor, '/confirm', { token, password: 'не тот пароль' })).status, 400)
  assert.equal((await accountAt(node.url, visitor, '/confirm', { token, password: PASSWORD })).status, 200)
  const me = await callAt(node.url, visitor, { at: people.getMe, input: {} })
  assert.deepEqual([me.status, me.body.user.email, me.body.user.name], [200, email, 'Пётр'])
  assert.equal((await accountAt(node.url, anybody(), '/confirm', { token, password: PASSWORD })).status, 400)
})

test('IDN-17: two letters to one new e-mail make one account', async () => {
  const { letters, node, signUp } = await withLetters()
  const email = unknown()
  const tokens = []
  for (const name of ['Первый', 'Второй']) {
    await signUp(anybody(), email, { name })
    const { text = '' } = await letters.letterTo(email)
    tokens.push(/\/confirm\/(\S+)/.exec(text)?.[1])
  }
  const both = await Promise.all(
    tokens.map((token) => accountAt(node.url, anybody(), '/confirm', { token, password: PASSWORD })),
  )
  assert.equal(both.filter(({ status }) => status === 200).length, 1)
})

test('IDN-17: by an invitation one goes straight in; a made-up link opens no other way', async () => {
  const { known, signUp } = await withLetters()
  const { owner } = await makeCompany()
  const { url } = await done(owner, people.invite, { role: 'manager', name: 'Пётр' })
  const link = url.split('/join/')[1]
  const invited = anybody()
  assert.equal((await signUp(invited, unknown(), { link })).status, 200)
  assert.ok(invited.cookies.size > 0)
  const made_up = await signUp(anybody(), known.email, { link: `${crypto.randomUUID()}.${'x'.repeat(32)}` })
  assert.deepEqual([made_up.status, made_up.text], [200, '{"letter":true}'])
})

test('IDN-17: a first start needs no letter, and neither does a product without a mail server', async () => {
  const { node, run } = await withLetters()
  assert.ok((await makeUser()).cookies.size > 0)
  const first = anybody()
  await run('truncate auth."user" cascade')
  const answer = await accountAt(node.url, first, '/sign-up/email', {
    name: 'Анна',
    email: unknown(),
    password: PASSWORD,
  })
  assert.equal(answer.status, 200)
  assert.ok(first.cookies.size > 0)
})

test('IDN-17: where it must be told that an e-mail is taken, it is told five times to one address', async () => {
  const { email } = await makeUser()
  const { process } = await product()
  await process.doorway.pool.unsafe('delete from auth.tries')
  const { url } = await product()
  const statuses = []
  for (let n = 0; n < 7; n++) {
    await process.doorway.pool.unsafe('delete from auth."rateLimit"')
    const answer = await accountAt(url, anybody(), '/sign-up/email', { name: 'Кто-то', email, password: PASSWORD })
    statuses.push(answer.status)
  }
  assert.deepEqual(statuses, [422, 422, 422, 422, 422, 429, 429])
})
