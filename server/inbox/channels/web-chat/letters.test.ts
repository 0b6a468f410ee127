import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeChannel } from '#contract/inbox/channels.ts'
import * as dialogues from '#contract/inbox/conversations.ts'
import * as calendar from '#contract/time/schedules.ts'
import { done } from '#test/as.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { asProgram } from '#test/world/inbox.ts'
import { connectChat, onlyDialogue, saying, type Visitor, visitorOf, workQueue } from '#test/world/site-chat.ts'
import { openNow } from '../../opening-hours.ts'
import { sendUnread } from './letters.ts'

/** As five minutes after the answer. */
const later = (company: Company, conversation_id: string) =>
  asProgram(company, (ctx) => sendUnread.run(ctx, { conversation_id }))

const lettersOf = (company: Company) =>
  asProgram(company, ({ db }) =>
    db
      .selectFrom('outgoing_mails')
      .select(['recipient', 'subject', 'body'])
      .where('company_id', '=', company.id)
      .where('about_kind', '=', 'conversation')
      .orderBy('created_at')
      .execute(),
  )

async function answered(company: Company, visitor: Visitor, text: string): Promise<string> {
  const { id: conversation_id } = await onlyDialogue(company)
  const stream = await visitor.listen()
  await done(company.owner, dialogues.answerConversation, { conversation_id, text })
  await stream.until(saying(text))
  stream.end()
  return conversation_id
}

test('INB-66: who has left gets the answer by letter, once, with the way back; whoever holds it goes on with the dialogue', async () => {
  await workQueue()
  const company = await makeCompany()
  const chat = await connectChat(company)
  const visitor = await visitorOf(chat)
  await visitor.say('Сколько стоит?', { name: 'Анна', email: 'anna@example.test' })
  const id = await answered(company, visitor, 'Сто рублей')
  await later(company, id)
  await later(company, id)
  const [letter, ...more] = await lettersOf(company)
  assert.deepEqual(more, [])
  assert.equal(letter?.recipient, 'anna@example.test')
  assert.match(letter.body, /Сто рублей/)
  const [, link = ''] = /https:\/\/uborka\.example\/klining#naryad-chat=(\S+)/.exec(letter.body) ?? []

  const elsewhere = await visitorOf(chat)
  assert.deepEqual((await elsewhere.talk()).messages, [])
  assert.equal(
    (await elsewhere.post('returns', { link: link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) })).status,
    404,
  )
  assert.equal((await elsewhere.post('returns', { link })).status, 200)
  assert.deepEqual(
    (await elsewhere.talk()).messages.map(({ text }) => text),
    ['Сколько стоит?\n\nАнна, anna@example.test', 'Сто рублей'],
  )
  // The way back is of this chat only.
  const other = await visitorOf(await connectChat(await makeCompany()))
  assert.equal((await other.post('returns', { link })).status, 404)
})

test('INB-66: the letter speaks the language of his chat', async () => {
  await workQueue()
  const company = await makeCompany()
  const visitor = await visitorOf(await connectChat(company))
  const page = { url: 'https://uborka.example/en', title: 'Cleaning', referrer: '', language: 'en' }
  await visitor.say('How much is it?', { email: 'ann@example.test', page })
  await later(company, await answered(company, visitor, 'One hundred'))
  const [letter] = await lettersOf(company)
  assert.match(letter?.subject ?? '', /^An answer to your message/)
  assert.match(letter?.body ?? '', /^Hello! .+\n\nOne hundred\n\nGo on with the conversation:/)
})

test('INB-66: what was seen is not sent after him, nor is anything without an address', async () => {
  await workQueue()
  const company = await makeCompany()
  const visitor = await visitorOf(await connectChat(company))
  await visitor.say('Вопрос')
  const id = await answered(company, visitor, 'Ответ')
  await later(company, id)
  assert.deepEqual(await lettersOf(company), [])
  const { messages } = await visitor.talk()
  await visitor.post('receipts', { ids: [messages.at(-1)!.id], state: 'read' })
  await visitor.say('anna@example.test', { email: 'anna@example.test' })
  await later(company, id)
  assert.deepEqual(await lettersOf(company), [])
  await answered(company, visitor, 'Ещё ответ')
  await later(company, id)
  assert.equal((await lettersOf(company)).length, 1)
})

test('INB-67: somebody is there when the company works by its calendar; else it is said when again', async () => {
  const company = await makeCompany()
  const at = async (iso: string, hours: 'always' | 'calendar' = 'calendar') =>
    asProgram(company, (ctx) => openNow({ ...ctx, now: new Date(iso) }, { hours }))
  // Minsk is three hours ahead; Tuesday, the 10th of March 2026, is worked from nine to six.
  assert.deepEqual(await at('2026-03-10T06:00:00Z'), { open: true, opens_at: null })
  assert.deepEqual(await at('2026-03-10T15:00:00Z'), { open: false, opens_at: '2026-03-11T06:00:00.000Z' })
  assert.deepEqual(await at('2026-03-10T05:59:59Z'), { open: false, opens_at: '2026-03-10T06:00:00.000Z' })
  assert.deepEqual(await at('2026-03-06T15:00:00Z'), { open: false, opens_at: '2026-03-09T06:00:00.000Z' })
  assert.deepEqual(await at('2026-03-07T12:00:00Z', 'always'), { open: true, opens_at: null })
  const night = { from: '20:00', to: '04:00', break_minutes: 0 }
  const week = Array.from({ length: 7 }, () => night)
  await done(company.owner, calendar.setWorkingWeek, { week })
  assert.deepEqual(await at('2026-03-11T00:30:00Z'), { open: true, opens_at: null })
  assert.deepEqual(await at('2026-03-11T01:00:00Z'), { open: false, opens_at: '2026-03-11T17:00:00.000Z' })
})

test('INB-51: a visitor who comes back with another request sees the automatic answer in his chat, and gets no letter of it', async () => {
  await workQueue()
  const company = await makeCompany()
  const chat = await connectChat(company)
  const visitor = await visitorOf(chat)
  await visitor.say('Сколько стоит?', { name: 'Анна', email: 'anna@example.test' })
  const yesterday = new Date(Date.now() - 24 * 3_600_000)
  await asProgram(company, ({ db }) =>
    db.updateTable('messages').set({ sent_at: yesterday }).where('company_id', '=', company.id).execute(),
  )
  const auto_reply = { on: true, occasion: 'every', text: 'Ответим, {contact}, {opens_at}.' } as const
  await done(company.owner, changeChannel, { channel_id: chat.id, auto_reply })
  const stream = await visitor.listen()
  await visitor.say('Есть кто?')
  await stream.until(
    (one) => one.kind === 'messages' && one.messages.some(({ text }) => text === 'Ответим, Анна, в рабочее время.'),
  )
  stream.end()
  const { messages } = await visitor.talk()
  assert.deepEqual(
    messages.map(({ author }) => author),
    [null, null, null],
  )
  const { id, waiting_since } = await onlyDialogue(company)
  assert.notEqual(waiting_since, null)
  await later(company, id)
  assert.deepEqual(await lettersOf(company), [])
})
