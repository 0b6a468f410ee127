import { type RawBuilder, sql } from 'kysely'
import type * as contract from '#contract/orders.ts'
import type { OrderRow } from '#contract/orders.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found } from '#platform/errors.ts'
import { pageOf } from '#platform/keyset.ts'
import { can } from '#server/people/index.ts'
import { conditionsOf, stagesOf, troubleOf } from './filter.ts'
import { funnelsOf } from './funnels.ts'
import { agreed, amount, orderRows } from './order-sql.ts'

/** Cards of a column before it is scrolled on; of ended orders a few, for there the list is the better place. */
const CARDS = 20
const ENDED_CARDS = 5
/** Ended orders are counted up to here: nobody reads a longer number, and in ten years there are very many. */
const MOST_ENDED = 1000

type Filter = Input<typeof contract.getBoard>
type BoardRow = OrderRow & { stage_id: string }

/**
 * The board of a funnel (ORD-8, S3): each stage with count, sum and its first cards, in three queries. Of ended
 * orders there may be very many: they are counted up to a thousand, and not summed.
 */
export async function getBoard(ctx: Ctx, filter: Filter) {
  const asked = funnelsOf(ctx)
  const of =
    filter.funnel_id ??
    sql`(select f.id from funnels f where f.company_id = ${ctx.viewer.company_id} order by f.position, f.id limit 1)`
  const [funnels, totals, cards] = await Promise.all([asked, totalsOf(ctx, filter, of), cardsOf(ctx, filter, of)])
  const funnel = found(filter.funnel_id ? funnels.find(({ id }) => id === filter.funnel_id) : funnels[0], 'funnel')
  const shown = funnel.stages.filter(({ id, phase }) => covers(filter, { id, phase }))
  const columns = shown.map((stage) => {
    const total = totals.find(({ stage_id }) => stage_id === stage.id)
    const own = cards.filter(({ stage_id }) => stage_id === stage.id)
    const size = isEnded(stage.phase) ? ENDED_CARDS : CARDS
    const page = pageOf(own, size, ({ number }) => [number])
    const sum = isEnded(stage.phase) || !can(ctx.viewer, 'money.read') ? null : (total?.sum ?? '0')
    return { stage, count: total?.count ?? 0, sum, currency: ctx.viewer.currency as OrderRow['currency'], ...page }
  })
  return { funnel: { id: funnel.id, name: funnel.name }, columns }
}

const isEnded = (phase: string) => phase === 'done' || phase === 'cancelled'
const covers = ({ stage_id, phase }: Filter, stage: { id: string; phase: contract.Phase }) =>
  (!stage_id || stage_id.includes(stage.id)) && (!phase || phase.includes(stage.phase))

type Total = { stage_id: string; count: number; sum: string | null }

async function totalsOf(ctx: Ctx, filter: Filter, funnel: unknown): Promise<Total[]> {
  const { joins, condition } = troubleOf(ctx, filter)
  const own = sql`${conditionsOf(ctx, filter)} and o.stage_id = s.id${condition}`
  const ended = sql`s.phase in ('done', 'cancelled')`
  const { rows } = await sql<Total>`
    select s.id as stage_id, t.count + e.count as count, t.sum from stages s
    cross join lateral (select count(*)::int as count, sum(${amount})::text as sum
      from orders o ${agreed} ${joins} where not (${ended}) and ${own}) t
    cross join lateral (select count(*)::int as count
      from (select from orders o ${joins} where ${ended} and ${own} limit ${sql.lit(MOST_ENDED)}) counted) e
    where ${inFunnel(ctx, filter, funnel)}`.execute(ctx.db)
  return rows
}

async function cardsOf(ctx: Ctx, filter: Filter, funnel: unknown): Promise<BoardRow[]> {
  const { joins, condition } = troubleOf(ctx, filter)
  const from = sql`(select o.* from stages s cross join lateral (
      select o.* from orders o ${joins} where ${conditionsOf(ctx, filter)} and o.stage_id = s.id${condition}
      order by o.number desc limit case when s.phase in ('done', 'cancelled') then ${sql.lit(ENDED_CARDS + 1)} else ${sql.lit(CARDS + 1)} end) o
    where ${inFunnel(ctx, filter, funnel)}) o`
  const { rows } = await sql<BoardRow>`${orderRows({ ctx, from })} order by o.number desc`.execute(ctx.db)
  return rows
}

function inFunnel(ctx: Ctx, { funnel_id: _, ...filter }: Filter, funnel: unknown): RawBuilder<unknown> {
  const others = stagesOf(ctx, filter) ?? sql`s.company_id = ${ctx.viewer.company_id}`
  return sql`${others} and s.funnel_id = ${funnel}`
}
