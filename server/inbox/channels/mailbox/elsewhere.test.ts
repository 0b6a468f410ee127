import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as inbox from '#contract/inbox/conversations.ts'
import { done } from '#test/as.ts'
import { type MailWish, MAILBOX, comes, dialoguesOf } from '#test/world/letters.ts'
import { makeCompany } from '#test/world.ts'
import { makeChannel } from '#test/world/inbox.ts'

const OURS = `Ольга Ким <${MAILBOX}>`
const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000)

/** A mailbox into which Пётр has written, ten minutes ago. */
async function begun() {
  const company = await makeCompany()
  const channel = await makeChannel(company, 'email')
  await comes(channel, { head: ['Message-ID: <q1@svet.example>'], at: minutesAgo(10) })
  const list = () => dialoguesOf(company.owner)
  /** Ольга writes in her mail program. */
  const writes = (wish: MailWish) => comes(channel, { from: OURS, to: 'petr@svet.example', ...wish, sent: true })
  return { company, channel, list, writes }
}

const ANSWER = ['Message-ID: <a1@firma.example>', 'In-Reply-To: <q1@svet.example>']

test('INB-39: an answer from a mail program stands in the dialogue, ends the wait, and goes nowhere', async () => {
  const { company, list, writes } = await begun()
  const [before] = await list()
  await done(company.owner, inbox.readConversation, { conversation_id: before?.id ?? '' })
  for (let times = 0; times < 2; times++)
    await writes({ text: 'Мастер будет завтра', subject: 'Re: Yamato', head: ANSWER, at: minutesAgo(5) })
  const [only, ...others] = await list()
  assert.ok(only)
  assert.equal(others.length, 0)
  const [asked, answer, ...more] = only.messages
  assert.ok(answer)
  assert.equal(more.length, 0, 'it stands there once')
  assert.deepEqual([answer.side, answer.text.trim(), answer.author_name], ['out', 'Мастер будет завтра', 'Ольга Ким'])
  assert.deepEqual([answer.member, answer.machine, answer.delivery], [null, null, null])
  assert.equal(answer.reply_to?.id, asked?.id)
  assert.deepEqual([only.waiting_since, only.unread, only.preview_side], [null, false, 'out'])
  assert.equal(only.preview, 'Мастер будет завтра')
})

test('INB-39: who wrote after the answer still waits, though it is read later; his next letter finds the answer', async () => {
  const { channel, list, writes } = await begun()
  const later = minutesAgo(3)
  await comes(channel, {
    text: 'И ещё',
    head: ['Message-ID: <q2@svet.example>', 'In-Reply-To: <q1@svet.example>'],
    at: later,
  })
  await writes({ text: 'Мастер будет', head: ANSWER, at: minutesAgo(5) })
  const [waits] = await list()
  assert.equal(Date.parse(waits?.waiting_since ?? ''), later.getTime())
  assert.equal(waits?.preview, 'И ещё')
  await writes({
    text: 'Всё учли',
    head: ['Message-ID: <a2@firma.example>', 'References: <q1@svet.example> <q2@svet.example>'],
  })
  await comes(channel, { text: 'Спасибо', head: ['Message-ID: <q3@svet.example>', 'In-Reply-To: <a2@firma.example>'] })
  const [only, ...others] = await list()
  assert.equal(others.length, 0)
  assert.equal(only?.messages.length, 5)
})

test('INB-39: what is closed stays closed, for nothing came', async () => {
  const { company, list, writes } = await begun()
  const [{ id: conversation_id } = { id: '' }] = await list()
  await done(company.owner, inbox.changeConversation, { conversation_id, closed: true })
  await writes({ text: 'Мастер будет', head: ANSWER })
  const { state, preview } = await done(company.owner, inbox.getConversation, { conversation_id })
  assert.deepEqual([state, preview], ['closed', 'Мастер будет'])
})

test('INB-39: a letter passed on to a third ends no wait; to a stranger it is none of our business', async () => {
  const { list, writes } = await begun()
  await writes({ to: 'snab@postavka.example', subject: 'Fwd: Yamato', text: 'Есть в наличии?', head: ANSWER })
  await writes({
    to: 'mama@dom.example',
    subject: 'Ужин',
    text: 'Буду поздно',
    head: ['Message-ID: <p@firma.example>'],
  })
  const [only, ...others] = await list()
  assert.equal(others.length, 0)
  assert.deepEqual([only?.messages.length, only?.waiting_since !== null], [1, true])
})

test('INB-39: to a contact who is known a letter begins a dialogue that waits for nobody, and his answer finds it', async () => {
  const { channel, list, writes } = await begun()
  await writes({ subject: 'Договор на 2027 год', text: 'Посмотрите', head: ['Message-ID: <d1@firma.example>'] })
  const contract = (await list()).find(({ title }) => title === 'Договор на 2027 год')
  assert.equal(contract?.contact?.name, 'Пётр')
  assert.deepEqual([contract?.waiting_since, contract?.unread, contract?.assignee], [null, false, null])
  await comes(channel, { text: 'Подпишем', head: ['Message-ID: <d2@svet.example>', 'In-Reply-To: <d1@firma.example>'] })
  // His answer may be read before what it answers.
  await comes(channel, {
    text: 'Акт получили',
    head: ['Message-ID: <e2@svet.example>', 'In-Reply-To: <e1@firma.example>'],
  })
  await writes({ subject: 'Акт', text: 'Отправляю акт', head: ['Message-ID: <e1@firma.example>'], at: minutesAgo(2) })
  const all = await list()
  assert.deepEqual(
    all.map(({ messages }) => messages.map(({ side }) => side).join(' ')).toSorted((a, b) => a.localeCompare(b)),
    ['in', 'out in', 'out in'],
  )
})

test('INB-39: a copy that somebody sent himself calls nobody, and does not stand in for what lies among the sent', async () => {
  const { channel, list, writes } = await begun()
  const copy = { from: OURS, to: 'petr@svet.example', text: 'Мастер будет завтра', head: ANSWER }
  await comes(channel, copy)
  await writes(copy)
  await writes(copy)
  const [answered, beside, ...more] = (await list()).toSorted((a, b) => b.messages.length - a.messages.length)
  assert.deepEqual(more, [])
  assert.deepEqual(
    answered?.messages.map(({ side }) => side),
    ['in', 'out'],
  )
  assert.equal(answered?.waiting_since, null)
  assert.deepEqual([beside?.messages.map(({ machine }) => machine), beside?.waiting_since], [['notice'], null])
  // What a form of the site sends from our address to our address is a person's.
  await comes(channel, { from: OURS, head: ['Message-ID: <f@firma.example>', 'Reply-To: anna@dom.example'] })
  assert.equal((await list()).filter(({ waiting_since }) => waiting_since !== null).length, 1)
})
