// Alone: wrong signatures are counted for the address that all tests of a process come from.
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import * as channels from '#contract/inbox/channels.ts'
import * as dialogues from '#contract/inbox/conversations.ts'
import { usualWebChat } from '#contract/inbox/web-chat.ts'
import { as, done } from '#test/as.ts'
import { product } from '#test/product.ts'
import { makeCompany } from '#test/world.ts'
import { makeCounterparty } from '#test/world/counterparties.ts'
import { asProgram } from '#test/world/inbox.ts'
import { connectChat, onlyDialogue, signedBy, SITE, visitorOf } from '#test/world/site-chat.ts'

const SECRET = 'site-secret-'.repeat(4)

test('INB-63: pages of other sites are refused before anything is looked at, also when they ask for leave', async () => {
  const company = await makeCompany()
  const chat = await connectChat(company, {
    sites: ['uborka.example/', 'https://*.chisto.example', 'http://localhost:8080'],
  })
  assert.deepEqual(chat.settings['sites'], [SITE, 'https://*.chisto.example', 'http://localhost:8080'])
  const statusFrom = async (origin: string) => (await (await visitorOf(chat, { origin })).ask('talk')).status
  for (const origin of [SITE, 'https://www.chisto.example', 'https://a.b.chisto.example', 'http://localhost:8080'])
    assert.equal(await statusFrom(origin), 200, origin)
  const foreign = ['https://evil.example', 'http://uborka.example', 'https://uborka.example.evil.test', 'null']
  for (const origin of [...foreign, 'https://chisto.example', 'https://evilchisto.example', 'http://localhost:8081'])
    assert.equal(await statusFrom(origin), 403, origin)

  const { url } = await product()
  const asked = (origin: string) =>
    fetch(`${url}/chat/${chat.id}/messages`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    })
  const [own, evil] = [await asked(SITE), await asked('https://evil.example')]
  assert.deepEqual([own.status, own.headers.get('access-control-allow-origin')], [204, SITE])
  assert.deepEqual([evil.status, evil.headers.get('access-control-allow-origin')], [403, null])
  assert.equal((await fetch(`${url}/chat/${chat.id}/talk`)).status, 403)
  assert.equal((await fetch(`${url}/chat/${randomUUID()}/talk`, { headers: { origin: SITE } })).status, 404)
  assert.equal((await fetch(`${url}/chat/nonsense/talk`, { headers: { origin: SITE } })).status, 404)
})

test('INB-63: addresses that are none are refused and named; a chat without a site is none', async () => {
  const { owner } = await makeCompany()
  const connect = (sites: string[], more = {}) =>
    as(owner, channels.connectChannel, {
      kind: 'web_chat',
      settings: { ...usualWebChat, title: 'Чат', sites, ...more },
      secrets: {},
    })
  for (const site of [
    'ftp://x.example',
    'https://*',
    'https://*.by',
    'не сайт',
    'https://u:p@x.example',
    'javascript:alert(1)',
  ]) {
    const { status, body } = await connect([site])
    assert.deepEqual([status, body.code, body.facts], [409, 'channel.refused', { why: 'chat.site_wrong', words: site }])
  }
  assert.equal((await connect([])).body.facts?.['why'], 'chat.no_sites')
  assert.equal((await connect([SITE], { colour: 'red;}*{display:none' })).status, 422)
})

test('INB-64: a signed user is whom the site says: known on any device, his e-mail is proven, and he is the contact who has it', async () => {
  const company = await makeCompany()
  const { contacts } = await makeCounterparty(company.owner, {
    contact: { name: 'Анна Крот', email: 'anna@firma.test' },
  })
  const chat = await connectChat(company, {}, { identity_secret: SECRET })
  const identity = signedBy(SECRET, { id: 'u-17', email: 'Anna@firma.test', name: 'Анна' })
  const desk = await visitorOf(chat, { identity })
  await desk.say('Нужна уборка')
  assert.equal((await onlyDialogue(company)).contact?.id, contacts[0]!.id)
  const phone = await visitorOf(chat, { identity })
  assert.deepEqual(
    (await phone.talk()).messages.map(({ text }) => text),
    ['Нужна уборка'],
  )
  assert.deepEqual((await phone.talk()).known, ['name', 'email'])
  assert.ok(!JSON.stringify(chat).includes(SECRET))
  assert.deepEqual(chat.known_secrets, ['identity_secret'])
})

test('INB-64: a forged or borrowed signature is refused, not overlooked, and many are too many', async () => {
  const company = await makeCompany()
  const chat = await connectChat(company, {}, { identity_secret: SECRET })
  const right = signedBy(SECRET, { id: 'u-17', email: 'anna@firma.test' })
  await (await visitorOf(chat, { identity: right })).say('Моё')
  const forged = [
    { ...right, id: 'u-18' },
    { ...right, email: 'boss@firma.test' },
    { ...right, phone: '+375291112233' },
    { id: right.id, signature: right.signature },
    { ...right, signature: '0'.repeat(64) },
    signedBy('another-secret-'.repeat(4), { id: 'u-17' }),
    // What stands in one field must not be read as the next.
    { id: 'u-17\nanna@firma.test', signature: right.signature },
  ]
  for (const identity of forged) {
    const answer = await (await visitorOf(chat, { identity })).ask('talk')
    assert.deepEqual([answer.status, ((await answer.json()) as { code: string }).code], [403, 'chat.identity_wrong'])
  }
  // A chat without a secret believes nobody.
  const plain = await connectChat(await makeCompany())
  assert.equal((await (await visitorOf(plain, { identity: signedBy('', { id: 'u-1' }) })).ask('talk')).status, 403)

  const wrong = await visitorOf(chat, { identity: forged[0]! })
  const statuses = new Set<number>()
  for (let n = 0; n < 31; n++) statuses.add((await wrong.ask('talk')).status)
  assert.deepEqual([...statuses], [403, 429])
  assert.equal((await (await visitorOf(chat, { identity: right })).talk()).messages.length, 1)
})

test('INB-60: a stranger’s key, a guessed one and none at all open nothing', async () => {
  const company = await makeCompany()
  const chat = await connectChat(company)
  const elsewhere = await connectChat(await makeCompany())
  const visitor = await visitorOf(chat)
  await visitor.say('Тайна')
  // The same key in another company's chat is another visitor.
  assert.deepEqual((await (await visitorOf(elsewhere, { key: visitor.key })).talk()).messages, [])
  assert.deepEqual((await (await visitorOf(chat)).talk()).messages, [])
  for (const authorization of ['', 'Bearer ', 'Bearer short', `Basic ${visitor.key}`, 'Identity e30', 'Identity %%%'])
    assert.ok([401, 403].includes((await visitor.ask('talk', { headers: { authorization } })).status), authorization)
  const kept = await asProgram(company, ({ db }) => db.selectFrom('chat_keys').select('key_hash').execute())
  assert.deepEqual(
    kept.map(({ key_hash }) => key_hash.toString('hex')),
    [createHash('sha256').update(visitor.key).digest('hex')],
  )
})

test('INB-60: what is hostile is words: HTML, NUL, halves of signs, strange fields, too much', async () => {
  const company = await makeCompany()
  const chat = await connectChat(company)
  const visitor = await visitorOf(chat)
  const words = "<img src=x onerror=alert(1)>\u0000\ud800 \u202e‮ {{7*7}} '); drop table messages; --"
  const said = await visitor.say(words)
  assert.equal(said.text, "<img src=x onerror=alert(1)>\ufffd \u202e‮ {{7*7}} '); drop table messages; --")
  assert.equal((await visitor.try({ text: '' })).status, 422)
  assert.equal((await visitor.try({ text: ' \n ' })).status, 422)
  assert.equal((await visitor.try({ text: 'я'.repeat(5001) })).status, 422)
  assert.equal((await visitor.post('messages', { id: randomUUID(), text: 'x', side: 'note' })).status, 422)
  assert.equal((await visitor.post('messages', { id: 'x', text: 'x' })).status, 422)
  assert.equal((await visitor.try({ text: 'x', file_ids: [randomUUID()] })).status, 404)
  assert.equal((await visitor.post('messages', 'x'.repeat(1_100_000))).status, 413)
  const large = await visitor.put(new File([new Uint8Array(21 * 1024 * 1024)], 'видео.mp4'))
  assert.equal(large.status, 413)
  assert.equal((await visitor.talk()).messages.length, 1)
})

test('INB-65: who writes too much has to wait and is told how long; newcomers of one address are counted', async () => {
  const company = await makeCompany()
  const chat = await connectChat(company)
  const visitor = await visitorOf(chat)
  for (let n = 0; n < 60; n++) await visitor.say(`${n}`)
  const over = await visitor.try({ text: 'ещё' })
  assert.equal(over.status, 429)
  assert.ok(Number(over.headers.get('retry-after')) > 0)
  assert.equal(over.headers.get('access-control-allow-origin'), SITE)
  // Another goes on, until too many new ones come from there.
  const statuses = []
  for (let n = 0; n < 41; n++) statuses.push((await (await visitorOf(chat)).try({ text: 'Я новый' })).status)
  assert.deepEqual(new Set(statuses.slice(0, 39)), new Set([200]))
  assert.equal(statuses.at(-1), 429)
})

test('INB-63: a chat that was put away is not there any more', async () => {
  const company = await makeCompany()
  const chat = await connectChat(company)
  const visitor = await visitorOf(chat)
  await visitor.say('Здравствуйте')
  await done(company.owner, channels.changeChannel, { channel_id: chat.id, archived: true })
  assert.equal((await visitor.ask('talk')).status, 404)
  assert.equal((await visitor.try({ text: 'Есть кто?' })).status, 404)
  assert.equal((await done(company.owner, dialogues.listConversations, {})).rows.length, 1)
})

test('INB-65: who looks too often has to wait as long as is left of the minute', async () => {
  const { url } = await product()
  const look = () => fetch(`${url}/chat/preview`)

  let refused = await look()
  // Where no pages are built yet there is none to see, and looks are counted all the same.
  while (refused.status === 200 || refused.status === 404) refused = await look()

  assert.equal(refused.status, 429)
  const seconds = Number(refused.headers.get('retry-after'))
  assert.ok(seconds >= 1 && seconds < 60, `${seconds}`)
})
