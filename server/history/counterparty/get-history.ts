import { sql } from 'kysely'
import type * as contract from '#contract/parties/history.ts'
import type { HistoryLine } from '#contract/parties/history.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { pageOf } from '#platform/keyset.ts'
import { findCounterparty } from '#server/counterparties/index.ts'
import { messagesById } from '#server/inbox/index.ts'
import { commentsOf } from '#server/tasks/index.ts'
import { asEntry } from '../facts.ts'
import { type Line, linesOf } from './lines.ts'

const PAGE = 50

/** The one history of a counterparty (HIS-8): as many queries for a page as for one line. */
export async function getCounterpartyHistory(ctx: Ctx, asked: Input<typeof contract.getCounterpartyHistory>) {
  await findCounterparty(ctx, asked.counterparty_id)
  const lines = await linesOf(ctx, asked, PAGE + 1)
  const { rows, next } = pageOf(lines, PAGE, ({ at, position, id }) => [at, position, id])
  return { rows: await told(ctx, rows), next }
}

/** Lines with what they say. */
export async function told(ctx: Ctx, lines: readonly Line[]): Promise<HistoryLine[]> {
  const ids = lines.flatMap(({ id, fact }) => (fact ? [] : [id]))
  const said = lines.map(({ fact }) => fact?.facts['comment_id']).filter((id) => typeof id === 'string')
  const messages = await messagesById(ctx, ids)
  const comments = await commentsOf(ctx, said)
  const dialogues = await dialoguesOf(ctx, ids)
  const orders = await ordersOf(ctx, lines)
  return lines.map(({ id, at, fact, order_id }) => ({
    id,
    at,
    fact: fact && asEntry(fact, comments),
    message: messages.get(id) ?? null,
    dialogue: dialogues.get(id) ?? null,
    order: orders.get(order_id ?? '') ?? null,
  }))
}

async function dialoguesOf(ctx: Ctx, message_ids: readonly string[]) {
  if (message_ids.length === 0) return new Map<string, HistoryLine['dialogue']>()
  const { rows } = await sql<{ message_id: string } & NonNullable<HistoryLine['dialogue']>>`
    select m.id as message_id, c.id, h.kind as channel, c.title from messages m
    join conversations c on c.company_id = m.company_id and c.id = m.conversation_id
    join channels h on h.company_id = c.company_id and h.id = c.channel_id
    where m.company_id = ${ctx.viewer.company_id} and m.id = any(${[...message_ids]}::uuid[])`.execute(ctx.db)
  return new Map(rows.map(({ message_id, ...row }) => [message_id, row as HistoryLine['dialogue']]))
}

async function ordersOf(ctx: Ctx, lines: readonly Line[]) {
  const ids = [...new Set(lines.flatMap(({ order_id }) => order_id ?? []))]
  if (ids.length === 0) return new Map<string, HistoryLine['order']>()
  const { rows } = await sql<
    NonNullable<HistoryLine['order']>
  >`select o.id, o.number::int as number, o.title from orders o
    where o.company_id = ${ctx.viewer.company_id} and o.id = any(${ids}::uuid[])`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, row]))
}
