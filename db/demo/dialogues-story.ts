import { uuidv7 } from 'uuidv7'
import { logCall } from '#contract/inbox/calls.ts'
import * as inbox from '#contract/inbox/conversations.ts'
import { addReplyTemplate } from '#contract/inbox/templates.ts'
import { usualWebChat } from '#contract/inbox/web-chat.ts'
import { getMe } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type Received, takeSignals } from '#server/inbox/index.ts'
import type { Process } from '#server/world.ts'
import { asProgram } from './as-program.ts'
import { CUSTOMERS, type StaffKey } from './cast.ts'
import { type Talk, TALKS, TEMPLATES } from './talks.ts'
import type { Story } from './timeline.ts'
import type { Stage } from './way.ts'

type Channels = Record<Talk['channel'], string>

/** What customers write by mail, messengers and the chat on the site, and what they are answered. */
export async function* talk(process: Process, stage: Stage): Story {
  const { time, company } = stage
  yield time.at(-25, 10)
  const channels = await openChannels(process, company.id, time.moment)
  for (const template of TEMPLATES) await stage.call.do(company.staff.olga, addReplyTemplate, template)
  const lines = TALKS.flatMap((one) => one.lines.map((line) => ({ one, line, at: momentOf(stage, line.at) })))
  for (const { one, line, at } of lines.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    yield at
    const told = { process, stage, channel_id: channels[one.channel], at: time.moment }
    if (line.by === 'customer') await comes(told, one, line)
    else await goes(told, one, line)
  }
  yield time.ago(20)
  await stage.call.do(company.staff.dmitry, logCall, {
    phone: CUSTOMERS.radio.contact.phone,
    incoming: true,
    seconds: 185,
    text: 'Спрашивали, можно ли перенести ревизию щитовой на субботу. Обещали ответить сегодня.',
  })
}

const momentOf = ({ time }: Stage, at: Talk['lines'][number]['at']): Date =>
  typeof at === 'number' ? time.ago(at) : time.at(at[0], at[1])

/** Channels as if they had been connected: what comes through them is told here, and nobody is asked outside. */
async function openChannels(process: Process, company_id: string, created_at: Date): Promise<Channels> {
  const made = { email: 'office@gorodservis.example', telegram: '@gorodservis_bot', web_chat: 'gorodservis.example' } as const
  const channels: Partial<Channels> = {}
  await asProgram(process, company_id, async ({ db }) => {
    for (const [kind, name] of Object.entries(made) as [keyof typeof made, string][]) {
      const id = uuidv7()
      channels[kind] = id
      const settings = kind === 'web_chat' ? { ...usualWebChat, title: 'ГородСервис', sites: [`https://${name}`] } : {}
      const row = { company_id, id, kind, name, settings: settings as never, created_at }
      await db.insertInto('channels').values(row).execute()
      await db.insertInto('channel_states').values({ company_id, channel_id: id, answered_at: created_at }).execute()
    }
  })
  return channels as Channels
}

type Told = { process: Process; stage: Stage; channel_id: string; at: Date }
type Line = Talk['lines'][number]

/** Words of the customer, as the adapter of the channel would read them. */
async function comes({ process, stage, channel_id, at }: Told, one: Talk, line: Line): Promise<void> {
  const contact = one.customer ? CUSTOMERS[one.customer].contact : null
  const address = { email: contact?.email, telegram: `tg-${one.customer}`, web_chat: `guest-${one.key}` }
  const received: Received = {
    kind: 'message',
    external_id: `${one.key} ${at.toISOString()}`,
    thread: { key: one.key, title: one.title ?? null },
    sender: {
      kind: one.channel,
      value: address[one.channel] ?? one.key,
      name: contact?.name ?? one.name ?? '',
      ...(contact && { proven: [{ kind: 'phone', value: contact.phone }] }),
    },
    sent_at: at,
    text: line.text,
    ...(line.folded && { folded: line.folded }),
    ...(line.scene && { files: [{ part: 'picture', ...(await stage.pictures)(line.scene, 'before', 0) }] }),
    raw: { json: { text: line.text } },
  }
  const company_id = stage.company.id
  await takeSignals({ ...process, world: { ...process.world, now: () => at } }, {
    company_id,
    channel: { id: channel_id, kind: one.channel },
    signals: [received],
  })
}

/** Words of ours, which arrived; or a note. */
async function goes({ process, stage, channel_id, at }: Told, one: Talk, line: Line): Promise<void> {
  const { company, call } = stage
  const by = company.staff[line.by as StaffKey]
  const conversation_id = await asProgram(process, company.id, async ({ db }) => {
    const row = await db
      .selectFrom('conversations')
      .select('id')
      .where('channel_id', '=', channel_id)
      .where('external_key', '=', one.key)
      .executeTakeFirstOrThrow()
    return row.id
  })
  if (line.note) return void (await call.do(by, inbox.noteConversation, { conversation_id, text: line.text }))
  const { member } = await call.do(by, getMe, {})
  const told = { conversation_id, channel_id, member_id: member?.id ?? '', text: line.text, at }
  await asProgram(process, company.id, (ctx) => arrived(ctx, told))
}

type Arrived = { conversation_id: string; channel_id: string; member_id: string; text: string; at: Date }

async function arrived({ db, viewer: { company_id } }: Ctx, { at, ...message }: Arrived): Promise<void> {
  const { conversation_id, member_id, text } = message
  const id = uuidv7()
  await db
    .insertInto('messages')
    .values({ ...message, company_id, id, side: 'out', sent_at: at, created_at: at })
    .execute()
  await db
    .insertInto('message_deliveries')
    .values({ company_id, message_id: id, conversation_id, state: 'read', due_at: at, changed_at: at })
    .execute()
  await db
    .updateTable('conversations')
    .set({ last_at: at, preview: text, preview_side: 'out', preview_by: member_id, waiting_since: null, assignee_id: member_id })
    .where('company_id', '=', company_id)
    .where('id', '=', conversation_id)
    .execute()
  await db
    .insertInto('conversation_reads')
    .values({ company_id, conversation_id, member_id, read_at: at })
    .onConflict((on) => on.columns(['company_id', 'conversation_id', 'member_id']).doUpdateSet({ read_at: at }))
    .execute()
}

