import { type RawBuilder, sql } from 'kysely'
import type { OrderFilter } from '#contract/orders.ts'
import type { Ctx } from '#platform/ctx.ts'
import { counterpartiesNamed, sitesLike } from '#server/counterparties/index.ts'
import { seenOrders } from '#server/orders/queries.ts'
import { facts, warningOf } from './order-sql.ts'

type Part = RawBuilder<unknown>

/** The conditions of a filter on an order `o`, and on its stage `s`: one language for list, board and export. */
export function conditionsOf(ctx: Ctx, filter: OrderFilter): Part {
  const { responsible_id: people, counterparty_id, site_id, due_until, urgent } = filter
  const all: Part[] = [sql`o.company_id = ${ctx.viewer.company_id}`]
  const seen = seenOrders(ctx)
  if (seen) all.push(seen)
  if (people)
    all.push(people.length === 1 ? sql`o.responsible_id = ${people[0]}` : sql`o.responsible_id = any(${people})`)
  if (counterparty_id) all.push(sql`o.counterparty_id = ${counterparty_id}`)
  if (site_id) all.push(sql`o.site_id = ${site_id}`)
  if (due_until) all.push(sql`o.due_at < ((${due_until}::date + 1)::timestamp at time zone ${ctx.viewer.time_zone})`)
  if (urgent !== undefined) all.push(sql`o.urgent = ${urgent}`)
  const words = filter.search?.trim()
  if (words) all.push(likeWords(ctx, words))
  return sql.join(all, sql` and `)
}

/** A number finds the order that has it; words stand in the title, the customer's name or the address. */
function likeWords({ viewer }: Ctx, words: string): Part {
  const company = sql`${viewer.company_id}`
  const number = /^(?:№\s*)?(\d{1,15})$/.exec(words)?.[1]
  if (number) return sql`o.number = ${number}::bigint`
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(o.title ilike ${pattern} or o.address ilike ${pattern}
    or o.counterparty_id in ${counterpartiesNamed(company, sql`${pattern}`)}
    or o.site_id in ${sitesLike(company, sql`${pattern}`)})`
}

type Of = Pick<OrderFilter, 'funnel_id' | 'stage_id' | 'phase' | 'troubled'>

/** The stages that a filter speaks of, or null when it speaks of none. */
export function stagesOf(ctx: Ctx, { funnel_id, stage_id, phase, troubled }: Of): Part | null {
  if (!funnel_id && !stage_id && !phase && !troubled) return null
  const all: Part[] = [sql`s.company_id = ${ctx.viewer.company_id}`]
  if (funnel_id) all.push(sql`s.funnel_id = ${funnel_id}`)
  if (stage_id) all.push(sql`s.id = any(${stage_id})`)
  if (phase) all.push(sql`s.phase = any(${phase}::order_phase[])`)
  if (troubled) all.push(sql`s.phase not in ('done', 'cancelled')`)
  return sql.join(all, sql` and `)
}

/** Joins what the condition «требуют внимания» needs, and asks it. Nothing when it is not asked for. */
export function troubleOf(ctx: Ctx, { troubled }: Pick<OrderFilter, 'troubled'>): { joins: Part; condition: Part } {
  if (troubled === undefined) return { joins: sql``, condition: sql`` }
  const wanted = troubled ? sql`is not null` : sql`is null`
  return { joins: facts, condition: sql` and (${warningOf(ctx)}) ${wanted}` }
}
