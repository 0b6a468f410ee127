import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import * as dialogues from '#contract/inbox/conversations.ts'
import { done } from '#test/as.ts'
import { race } from '#test/race.ts'
import { makeCompany } from '#test/world.ts'
import { connectChat, onlyDialogue, saying, visitorOf, workQueue } from '#test/world/site-chat.ts'

test('S37 INB-60: a visitor writes from a page, is a contact by a number, and where he wrote from is known', async () => {
  const company = await makeCompany()
  const chat = await connectChat(company)
  const visitor = await visitorOf(chat)
  assert.deepEqual((await visitor.talk()).messages, [])

  const said = await visitor.say('Сколько стоит уборка офиса 120 м²?')
  const dialogue = await onlyDialogue(company)
  assert.match(dialogue.contact?.name ?? '', /^Гость \d+$/)
  assert.equal(dialogue.title, 'Сайт, страница «Клининг»')
  assert.ok(dialogue.waiting_since)
  const { rows } = await done(company.owner, dialogues.listMessages, { conversation_id: dialogue.id })
  assert.deepEqual(
    rows.map(({ side, text }) => [side, text]),
    [['in', 'Сколько стоит уборка офиса 120 м²?']],
  )
  assert.deepEqual(
    (await visitor.talk()).messages.map(({ id, text, sent_id }) => [id, text, sent_id]),
    [[said.id, said.text, said.sent_id]],
  )
  // Another visitor of the same site sees nothing of it.
  assert.deepEqual((await (await visitorOf(chat)).talk()).messages, [])
})

test('INB-60: one message at every try, also of many at once, and another visitor with the same id is another message', async () => {
  const company = await makeCompany()
  const chat = await connectChat(company)
  const visitor = await visitorOf(chat)
  const id = randomUUID()
  const answers = await race(5, () => visitor.say('Здравствуйте', { id }))
  assert.equal(new Set(answers.map((one) => one.id)).size, 1)
  assert.equal((await visitor.talk()).messages.length, 1)
  await onlyDialogue(company)

  const other = await visitorOf(chat)
  const his = await other.say('И я', { id })
  assert.notEqual(his.id, answers[0]!.id)
  assert.deepEqual(
    (await visitor.talk()).messages.map(({ text }) => text),
    ['Здравствуйте'],
  )
})

test('INB-60: of many who write at once each has his dialogue, in the order of his words; one who is refused spoils no other’s', async () => {
  const company = await makeCompany()
  const chat = await connectChat(company)
  const visitors = await Promise.all(Array.from({ length: 12 }, () => visitorOf(chat)))

  const answers = await race(12, async (n) => {
    const first = visitors[n]!.try({ text: `первое ${n}`, ...(n % 4 === 3 && { phone: '12' }) })
    return [(await first).status, (await visitors[n]!.try({ text: `второе ${n}` })).status]
  })

  const refused = (n: number) => n % 4 === 3
  assert.deepEqual(
    answers,
    visitors.map((_, n) => [refused(n) ? 422 : 200, 200]),
  )
  const seen = await Promise.all(visitors.map((visitor) => visitor.talk()))
  assert.deepEqual(
    seen.map(({ messages }) => messages.map(({ text }) => text)),
    visitors.map((_, n) => [...(refused(n) ? [] : [`первое ${n}`]), `второе ${n}`]),
  )
  assert.equal((await done(company.owner, dialogues.listConversations, {})).rows.length, 12)
})

test('INB-61 S27: an answer reaches the open page by the stream, and is delivered, then read', async () => {
  await workQueue()
  const company = await makeCompany()
  const chat = await connectChat(company)
  const visitor = await visitorOf(chat)
  await visitor.say('Когда приедете?')
  const { id: conversation_id } = await onlyDialogue(company)
  const stream = await visitor.listen()
  await stream.until(saying('Когда приедете?'))
  await done(company.owner, dialogues.noteConversation, { conversation_id, text: 'Он торгуется, скидку не давать' })
  await done(company.owner, dialogues.answerConversation, { conversation_id, text: 'Завтра к десяти' })
  const heard = await stream.until(saying('Завтра к десяти'))
  stream.end()
  assert.ok(!JSON.stringify(heard).includes('скидку'))
  const answer = heard
    .flatMap((one) => (one.kind === 'messages' ? one.messages : []))
    .find(({ sent_id }) => sent_id === null)!
  assert.deepEqual([answer.author, answer.read], ['Владелец', false])

  const stateNow = async () => {
    const { rows } = await done(company.owner, dialogues.listMessages, { conversation_id })
    return rows.find(({ id }) => id === answer.id)?.delivery?.state
  }
  assert.equal(await stateNow(), 'sent')
  await visitor.post('receipts', { ids: [answer.id], state: 'delivered' })
  assert.equal(await stateNow(), 'delivered')
  // Somebody else's word about it is nothing.
  const stranger = await visitorOf(chat)
  await stranger.say('Я другой')
  assert.equal((await stranger.post('receipts', { ids: [answer.id], state: 'read' })).status, 200)
  assert.equal(await stateNow(), 'delivered')
  await visitor.post('receipts', { ids: [answer.id], state: 'read' })
  await visitor.post('receipts', { ids: [answer.id], state: 'delivered' })
  assert.equal(await stateNow(), 'read')
  assert.deepEqual(
    (await visitor.talk()).messages.map(({ text, read }) => [text, read]),
    [
      ['Когда приедете?', true],
      ['Завтра к десяти', true],
    ],
  )
})

test('INB-61: who was away hears what he missed, and only of his own dialogue; who says nothing has no stream', async () => {
  await workQueue()
  const company = await makeCompany()
  const chat = await connectChat(company)
  const [one, other] = [await visitorOf(chat), await visitorOf(chat)]
  assert.equal((await one.ask('stream')).status, 404)
  const first = await one.say('Первый')
  const mine = await onlyDialogue(company)
  await other.say('Второй')
  const { rows } = await done(company.owner, dialogues.listConversations, {})
  const his = rows.find(({ id }) => id !== mine.id)!
  await done(company.owner, dialogues.answerConversation, { conversation_id: his.id, text: 'Ответ второму' })
  await done(company.owner, dialogues.answerConversation, { conversation_id: mine.id, text: 'Ответ первому' })

  const stream = await one.listen(first.id)
  const heard = await stream.until(saying('Ответ первому'))
  stream.end()
  assert.ok(!JSON.stringify(heard).includes('второму'))
})

test('INB-61: that somebody of the staff writes is shown', async () => {
  const company = await makeCompany()
  const chat = await connectChat(company)
  const visitor = await visitorOf(chat)
  await visitor.say('Здравствуйте')
  const { id: conversation_id } = await onlyDialogue(company)
  const stream = await visitor.listen()
  await done(company.owner, dialogues.attendConversation, { conversation_id, typing: true })
  const heard = await stream.until(({ kind }) => kind === 'typing')
  stream.end()
  assert.deepEqual(heard.at(-1), { kind: 'typing', name: 'Владелец' })
})

test('INB-62: what is typed into the form is a claim: it stands in the message and makes nobody of another', async () => {
  const company = await makeCompany()
  const chat = await connectChat(company, { required: ['name'] })
  const [known, other] = [await visitorOf(chat), await visitorOf(chat)]
  await known.say('Нужна уборка', { name: 'Анна', phone: '8 029 640-11-22', email: 'anna@example.test' })
  const dialogue = await onlyDialogue(company)
  assert.equal(dialogue.contact?.name, 'Анна')
  assert.deepEqual(
    dialogue.contact_card?.identities.map(({ kind }) => kind),
    ['web_chat'],
  )
  assert.match(dialogue.preview, /Нужна уборка Анна, 8 029 640-11-22, anna@example.test/)
  assert.deepEqual((await known.talk()).known, ['name', 'phone', 'email'])

  await other.say('Это я, Анна', { name: 'Анна', email: 'anna@example.test' })
  const { rows } = await done(company.owner, dialogues.listConversations, {})
  assert.equal(new Set(rows.map(({ contact }) => contact?.id)).size, 2)
  assert.equal((await known.try({ text: 'Мой телефон', phone: '12' })).status, 422)
  assert.equal((await known.try({ text: 'Моя почта', email: 'анна' })).status, 422)
})

test('INB-60: a picture goes along and is given out by a signed address; it is nobody else’s', async () => {
  const company = await makeCompany()
  const chat = await connectChat(company)
  const [visitor, other] = [await visitorOf(chat), await visitorOf(chat)]
  const file = await visitor.send(new File([Buffer.from(PNG, 'base64')], 'Кухня.png'))
  assert.deepEqual(file.picture, { width: 1, height: 1 })
  const said = await visitor.say('', { file_ids: [file.id] })
  assert.deepEqual(
    said.files.map(({ name }) => name),
    ['Кухня.png'],
  )
  const bytes = await visitor.ask(file.url.replace(/^\/chat\/[^/]+\//, ''), { headers: { authorization: '' } })
  assert.deepEqual([bytes.status, bytes.headers.get('content-type')], [200, 'image/png'])
  assert.equal(bytes.headers.get('cross-origin-resource-policy'), 'cross-origin')
  const forged = file.url.replace(/s=[\w-]{6}/, 's=AAAAAA').replace(/^\/chat\/[^/]+\//, '')
  assert.equal((await visitor.ask(forged)).status, 404)
  // Another may not hang it on his own words, and so learn its address.
  assert.equal((await other.try({ text: 'Моё', file_ids: [file.id] })).status, 404)

  const page = await visitor.send(new File(['<script>alert(1)</script>'], 'счёт.html'))
  await visitor.say('Вот', { file_ids: [page.id] })
  const html = await visitor.ask(page.url.replace(/^\/chat\/[^/]+\//, ''))
  assert.match(html.headers.get('content-disposition') ?? '', /^attachment/)
  assert.equal(html.headers.get('content-type'), 'application/octet-stream')
})

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
