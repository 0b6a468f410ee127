// Alone: what is to be sent waits, and the queue of another test would send it.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { simpleParser } from 'mailparser'
import * as channels from '#contract/inbox/channels.ts'
import { as, done } from '#test/as.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { type Channel, arrive, asProgram, dialogue, makeChannel, message } from '#test/world/inbox.ts'
import { comes, dialoguesOf, type MailWish } from '#test/world/letters.ts'
import type { Received } from '../channels/adapter.ts'
import { composeLetter } from '../channels/mailbox/compose.ts'
import { autoReply } from './auto-reply.ts'
import { outgoingOf } from './outgoing.ts'
import { queueMessage } from './queue-message.ts'

// Minsk is three hours ahead, and works from nine to six: noon of a Wednesday and of a Saturday.
const [WEDNESDAY, SATURDAY] = [new Date('2026-03-11T09:00:00Z'), new Date('2026-03-14T09:00:00Z')]
const after = (at: Date, hours: number): Date => new Date(at.getTime() + hours * 3_600_000)

const TEXT = 'Здравствуйте, {contact}! Ответим {opens_at}. {company}'

async function answering(occasion: 'every' | 'closed', kind: Channel['kind'] = 'telegram') {
  const company = await makeCompany()
  const channel = await makeChannel(company, kind)
  const auto_reply = { on: true, occasion, text: TEXT }
  await done(company.owner, channels.changeChannel, { channel_id: channel.id, auto_reply })
  return { company, channel }
}

/** What a message that came makes the program say, as it is asked for at that time. */
async function heard(company: Company, external_id: string, now: Date): Promise<void> {
  await asProgram(company, async (ctx) => {
    const { id: message_id } = await ctx.db
      .selectFrom('messages')
      .select('id')
      .where('company_id', '=', company.id)
      .where('external_id', '=', external_id)
      .executeTakeFirstOrThrow()
    await autoReply.run({ ...ctx, now }, { message_id })
  })
}

async function says(company: Company, channel: Channel, at: Date, wish: Partial<Received> = {}): Promise<void> {
  const came = message({ sent_at: at, ...wish })
  await arrive(channel, came)
  await heard(company, came.external_id, at)
}

const automatic = async ({ owner }: Company): Promise<string[]> =>
  (await dialoguesOf(owner)).flatMap(({ messages }) =>
    messages.filter(({ side, machine }) => side === 'out' && machine === 'auto-reply').map(({ text }) => text),
  )

test('INB-51: a new request is answered at once, once, in its own words, and waits on', async () => {
  const { company, channel } = await answering('every')
  await says(company, channel, WEDNESDAY)
  await says(company, channel, after(WEDNESDAY, 0.1), { text: 'И ещё вопрос' })
  const { messages, waiting_since, preview, unread } = await dialogue(company.owner)
  const [, answer, ...more] = messages
    .toSorted((a, b) => a.id.localeCompare(b.id))
    .filter(({ text }) => text !== 'И ещё вопрос')
  assert.deepEqual(more, [])
  assert.match(answer?.text ?? '', /^Здравствуйте, Анна Гринкевич! Ответим в рабочее время\. \S/)
  assert.deepEqual(
    [answer?.side, answer?.machine, answer?.member, answer?.delivery?.state],
    ['out', 'auto-reply', null, 'waiting'],
  )
  assert.deepEqual([waiting_since !== null, unread, preview], [true, true, 'И ещё вопрос'])
})

test('INB-51: it answers again after a silence, and never into a talk with one of ours', async () => {
  const { company, channel } = await answering('every')
  await says(company, channel, WEDNESDAY)
  await says(company, channel, after(WEDNESDAY, 13))
  assert.equal((await automatic(company)).length, 2)
  const other = { sender: { kind: 'telegram', value: '5', name: 'Олег' }, thread: { key: 'b' } } as const
  await says(company, channel, WEDNESDAY, { ...other, machine: 'notice' })
  const { id: conversation_id } = await dialogue(company.owner, { search: 'Олег' })
  const { owner } = company
  await asProgram(company, (ctx) =>
    queueMessage(
      { ...ctx, now: after(WEDNESDAY, 1) },
      {
        conversation_id,
        channel_id: channel.id,
        member_id: owner.id,
        text: 'Мастер едет',
        file_ids: [],
        reply_to_id: null,
      },
    ),
  )
  await says(company, channel, after(WEDNESDAY, 1.1), other)
  assert.equal((await automatic(company)).length, 2)
})

test('INB-51: out of hours it says when somebody is there again; in hours it is silent, and what comes late is for people', async () => {
  const { company, channel } = await answering('closed')
  const from = (value: string, name = 'Олег') =>
    ({ sender: { kind: 'telegram', value, name }, thread: { key: value } }) as const
  await says(company, channel, WEDNESDAY, from('1'))
  assert.deepEqual(await automatic(company), [])
  await says(company, channel, SATURDAY, from('1'))
  await says(company, channel, after(WEDNESDAY, 7), from('2', '+375 29 123-45-67'))
  const [evening, weekend] = (await automatic(company)).toSorted((a, b) => a.length - b.length)
  assert.match(evening ?? '', /^Здравствуйте! Ответим завтра в 09:00\. /)
  assert.match(weekend ?? '', /^Здравствуйте, Олег! Ответим 16 марта в 09:00\. /)
  const late = message({ ...from('3'), sent_at: SATURDAY })
  await arrive(channel, late)
  await heard(company, late.external_id, after(SATURDAY, 2))
  await says(company, channel, SATURDAY, { ...from('4'), thread: { key: 'g', group: true } })
  assert.equal((await automatic(company)).length, 2)
})

test('INB-51: nobody is answered until somebody switches it on, in words that can be filled in', async () => {
  const company = await makeCompany()
  const [channel, phone] = [await makeChannel(company), await makeChannel(company, 'phone')]
  await says(company, channel, WEDNESDAY)
  const set = (auto_reply: channels.AutoReply, { id: channel_id } = channel) =>
    as(company.owner, channels.changeChannel, { channel_id, auto_reply })
  const given = { on: true, occasion: 'every', text: 'Здравствуйте!' } as const
  assert.equal((await set({ ...given, text: ' ' })).status, 422)
  const { status, body } = await set({ ...given, text: 'Заказ {order}' })
  assert.deepEqual([status, (body as { code?: string }).code], [422, 'reply_template.field_unknown'])
  assert.equal((await set(given, phone)).status, 409)
  const off = await done(company.owner, channels.changeChannel, {
    channel_id: channel.id,
    auto_reply: { ...given, on: false },
  })
  assert.deepEqual(off.auto_reply, { ...given, on: false })
  await says(company, channel, WEDNESDAY)
  assert.deepEqual(await automatic(company), [])
})

/** A letter comes, and the program hears of it as of any other. */
async function writes(company: Company, channel: Channel, wish: MailWish & { id: string }): Promise<void> {
  const { id, head = [], ...letter } = wish
  await comes(channel, { at: WEDNESDAY, ...letter, head: [`Message-ID: ${id}`, ...head] })
  await heard(company, id, WEDNESDAY)
}

test('INB-51: a letter says of itself that it is automatic, hands no words on, and no machine answers it', async () => {
  const { company, channel } = await answering('every', 'email')
  await writes(company, channel, { id: '<q1@svet.example>' })
  const letter = await asProgram(company, async (ctx) => {
    const { id } = await ctx.db
      .selectFrom('messages')
      .select('id')
      .where('company_id', '=', company.id)
      .where('machine', '=', 'auto-reply')
      .executeTakeFirstOrThrow()
    const { message: outgoing } = await outgoingOf(ctx, id)
    return composeLetter(outgoing, { address: 'zakaz@dom.example' }, ctx.world.config.secret)
  })
  const mail = await simpleParser(letter.raw)
  assert.equal(mail.headers.get('auto-submitted'), 'auto-replied')
  assert.equal(mail.headers.get('x-auto-response-suppress'), 'All')
  assert.deepEqual([mail.inReplyTo, mail.references], ['<q1@svet.example>', '<q1@svet.example>'])
  assert.match(mail.text ?? '', /^Здравствуйте, Пётр!/)
  assert.doesNotMatch(mail.text ?? '', /Нужен мастер/)
  // Whoever has the same product does not answer back.
  const other = await answering('every', 'email')
  await comes(other.channel, { raw: letter.raw, at: WEDNESDAY })
  await heard(other.company, letter.message_id, WEDNESDAY)
  assert.deepEqual(await automatic(other.company), [])
})

test('INB-51: a machine that does not say that it is one gets one answer, however often it answers', async () => {
  const { company, channel } = await answering('every', 'email')
  for (let n = 0; n < 5; n++)
    await writes(company, channel, {
      id: `<r${n}@svet.example>`,
      text: `Ваше письмо получено ${n}`,
      head: [`In-Reply-To: <r${n - 1}@svet.example>`],
    })
  assert.equal((await automatic(company)).length, 1)
})

test('INB-51: none of the given letters of machines is answered', async (t) => {
  const corpus = new URL('../../../../shared/corpora/mail-machine/', import.meta.url)
  if (!existsSync(new URL('cases.json', corpus))) return t.skip('the folder of given material is not here')
  const cases = JSON.parse(readFileSync(new URL('cases.json', corpus), 'utf8')) as { input: string }[]
  const { company, channel } = await answering('every', 'email')
  const every = Math.ceil(cases.length / 25)
  const some = cases.filter((_, n) => n % every === 0)
  for (const { input } of some) await comes(channel, { raw: readFileSync(new URL(input, corpus)), at: WEDNESDAY })
  const ids = await asProgram(company, ({ db }) =>
    db.selectFrom('messages').select('external_id').where('company_id', '=', company.id).execute(),
  )
  assert.ok(ids.length > some.length / 2)
  for (const { external_id } of ids) await heard(company, external_id ?? '', WEDNESDAY)
  assert.deepEqual(await automatic(company), [])
})
