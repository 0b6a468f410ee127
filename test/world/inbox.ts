import { uuidv7 } from 'uuidv7'
import type { ChannelKind } from '#contract/inbox/conversations.ts'
import * as inbox from '#contract/inbox/conversations.ts'
import type { Ctx } from '#platform/ctx.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { systemIn } from '#platform/jobs/worker.ts'
import { type Received, type Signal, takeSignals } from '#server/inbox/index.ts'
import { done, type Person } from '../as.ts'
import { product } from '../product.ts'
import type { Company } from '../world.ts'

export type Channel = { id: string; kind: ChannelKind; company_id: string }

/** A channel that is there, though no provider was asked: what comes through it is given by the test. */
export async function makeChannel(company: Company, kind: ChannelKind = 'telegram'): Promise<Channel> {
  const id = uuidv7()
  await asProgram(company, async ({ db, now }) => {
    const row = { company_id: company.id, id, kind, name: `Канал ${kind}`, created_at: now }
    await db.insertInto('channels').values(row).execute()
    await db.insertInto('channel_states').values({ company_id: company.id, channel_id: id }).execute()
  })
  return { id, kind, company_id: company.id }
}

/** Runs a part with the program's own eyes in the company. */
export async function asProgram<T>(company: Pick<Company, 'id'>, run: (ctx: Ctx) => Promise<T>): Promise<T> {
  const { process } = await product()
  const viewer = systemIn(company.id)
  const base = { viewer, now: new Date(), if_match: null, world: process.world, afterCommit: [] }
  return inTransaction(process.doorway, viewer, { read_only: false, run: (db) => run({ ...base, db }) })
}

let count = 0

/** A message as an adapter reads it, with one believable default for all that the test does not name. */
export function message(wish: Partial<Received> = {}): Received {
  const number = ++count
  return {
    kind: 'message',
    external_id: `m${number}`,
    thread: { key: 'chat 1' },
    sender: { kind: 'telegram', value: '77001', name: 'Анна Гринкевич', label: '@anna_europa' },
    sent_at: new Date(Date.now() - 60_000),
    position: number,
    text: 'Здравствуйте! Нужны два электрика.',
    raw: { json: { number } },
    ...wish,
  }
}

/** What a provider tells, taken in as the node that follows it does. */
export async function arrive({ company_id, ...channel }: Channel, ...signals: Signal[]): Promise<void> {
  const { process } = await product()
  await takeSignals(process, { company_id, channel, signals })
}

/** The only dialogue, or the one that matters, as a person of the staff sees it with its messages in their order. */
export async function dialogue(person: Person, filter: Parameters<typeof list>[1] = {}) {
  const [row] = await list(person, filter)
  if (!row) throw new Error('there is no dialogue')
  const { rows } = await done(person, inbox.listMessages, { conversation_id: row.id })
  return { ...row, messages: rows.toReversed() }
}

const list = async (person: Person, filter: { search?: string; view?: 'waiting' | 'mine' | 'open' | 'closed' }) =>
  (await done(person, inbox.listConversations, filter)).rows
