import { type RawBuilder, sql } from 'kysely'
import type { Agreement, Demand, Order, OrderRow, OrderTask, Source } from '#contract/orders.ts'
import type { Person } from '#contract/people.ts'
import type { Static } from 'typebox'
import type { Ctx } from '#platform/ctx.ts'
import { elevated } from '#platform/db/transaction.ts'
import { found } from '#platform/errors.ts'
import { roundsOf } from '#server/approvals/index.ts'
import { contactJson, siteJson } from '#server/counterparties/index.ts'
import { documentsOf, hasAct, isStandingAct } from '#server/documents/index.ts'
import { can, personJson, specialityJson } from '#server/people/index.ts'
import { labourOn, taskLine, type WorkerLabour } from '#server/tasks/index.ts'
import { watchersJson } from './watching/watchers.ts'
import { filledOf, NEWBORN, orderRows, taskIds } from './board/order-sql.ts'

/**
 * Which orders exist for the viewer, as a condition on `o`; null when all of the company's do (ORD-2). The set is the
 * wall's own (db/migrations/0027): list, search, count and card cannot differ.
 */
export const seenOrders = ({ viewer }: Ctx): RawBuilder<unknown> | null =>
  viewer.sight && !can(viewer, 'orders.all') ? sql`o.id in (select seen_orders())` : null

/**
 * Of the orders that a narrow viewer sees, those of which he sees every task, as a condition on `o`; null when that is all
 * of them. What others cost he is not told, for a part of it would be taken for the whole.
 */
export function wholeOrders({ viewer }: Ctx): RawBuilder<unknown> | null {
  const { sight } = viewer
  if (!sight || can(viewer, 'orders.all')) return null
  return sql`(o.responsible_id = any(${[...sight.own, ...sight.led]}::uuid[]) or exists (select from order_watchers ow
    where ow.company_id = o.company_id and ow.order_id = o.id and ow.member_id = any(${[...sight.own]}::uuid[])))`
}

/** The head of the card: a row of the list, and what only the card says. */
export type OrderHead = OrderRow & {
  stage_id: string
  funnel: { id: string; name: string }
  contact: Order['contact']
  site: Order['site']
  counterparty_id: string | null
  contact_id: string | null
  site_id: string | null
  responsible_id: string
  source: Static<typeof Source>
  request: string
  requested_at: string
  agreement_id: string | null
  cancel_reason: string | null
  watchers: Person[]
}

const headColumns = sql`, o.counterparty_id, o.contact_id, o.site_id, o.responsible_id, o.source, o.request, o.requested_at,
  o.agreement_id, o.cancel_reason,
  (select jsonb_build_object('id', f.id, 'name', f.name) from stages s join funnels f on f.company_id = s.company_id and f.id = s.funnel_id
    where s.company_id = o.company_id and s.id = o.stage_id) as funnel, ${watchersJson(sql`o.company_id`, sql`o.id`)} as watchers,
  ${contactJson(sql`o.company_id`, sql`o.contact_id`)} as contact, ${siteJson(sql`o.company_id`, sql`o.site_id`)} as site`

/** One visible order as its list shows it, and more. */
export const findOrder = (ctx: Ctx, order_id: string): Promise<OrderHead> => headOf(ctx, order_id)

/** The same of an order that was made in this transaction. */
export const newOrder = (ctx: Ctx, order_id: string): Promise<OrderHead> => headOf(ctx, order_id, NEWBORN)

async function headOf(ctx: Ctx, order_id: string, sources?: typeof NEWBORN): Promise<OrderHead> {
  const seen = seenOrders(ctx)
  const from = sql`(select o.* from orders o where o.company_id = ${ctx.viewer.company_id} and o.id = ${order_id}
    ${seen ? sql`and ${seen}` : sql``}) o`
  const { rows } =
    await sql<OrderHead>`${orderRows({ ctx, from, more: headColumns, ...(sources && { sources }) })}`.execute(ctx.db)
  return found(rows[0], 'order')
}

/** Everything on the card of an order; the statements travel together. */
export async function loadOrder(ctx: Ctx, order_id: string) {
  const money = can(ctx.viewer, 'money.read')
  const [order, agreements, demands, tasks, rounds, documents, labour, hidden_act] = await Promise.all([
    findOrder(ctx, order_id),
    agreementsOf(ctx, order_id),
    demandsOf(ctx, order_id),
    tasksOf(ctx, order_id),
    roundsOf(ctx, order_id),
    documentsOf(ctx, 'order', order_id),
    money ? labourOf(ctx, order_id) : null,
    money ? false : elevated(ctx, (inside) => hasAct(inside, 'order', order_id)),
  ])
  const priced = agreements.find(({ id }) => id === order.agreement_id)?.priced ?? false
  const act_stands = hidden_act || documents.some(isStandingAct)
  return { ...order, agreements, demands, tasks, rounds, documents, labour, priced, act_stands }
}

export type LoadedOrder = Awaited<ReturnType<typeof loadOrder>>

/**
 * One visible order with everything on its card, held until the transaction ends. The lock is a statement of its
 * own: what is read after it is as it stands once the wait is over.
 */
export async function takeOrder(ctx: Ctx, order_id: string): Promise<LoadedOrder> {
  const held = ctx.db
    .selectFrom('orders')
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', order_id)
    .forNoKeyUpdate()
    .execute()
  const [, order] = await Promise.all([held, loadOrder(ctx, order_id)])
  return order
}

/** A version of the terms; `priced` is told also to who is not shown the price. */
type StoredAgreement = Agreement & { priced: boolean }

async function agreementsOf(ctx: Ctx, order_id: string): Promise<StoredAgreement[]> {
  const { rows } = await sql<StoredAgreement>`
    select a.id, a.version, a.starts_at, a.due_at, p.price_model, p.price, coalesce(p.currency, ${ctx.viewer.currency}) as currency,
      p.vat_rate, a.scope, a.made_at, a.priced, ${personJson(sql`a.company_id`, sql`a.made_by`)} as made_by
    from agreements a left join agreement_prices p on p.company_id = a.company_id and p.agreement_id = a.id
    where a.company_id = ${ctx.viewer.company_id} and a.order_id = ${order_id} order by a.version`.execute(ctx.db)
  return rows
}

/** Who is needed for an order. A demand is filled by the people of its tasks, each once (ORD-5, S32). */
export async function demandsOf(ctx: Ctx, order_id: string): Promise<Demand[]> {
  const { rows } = await sql<Demand>`
    select d.id, ${specialityJson(sql`d.company_id`, sql`d.speciality_id`)} as speciality, d.people,
      ${filledOf} as filled, d.starts_at, d.ends_at
    from demands d where d.company_id = ${ctx.viewer.company_id} and d.order_id = ${order_id} order by d.id`.execute(
    ctx.db,
  )
  return rows
}

export type LinkedTask = Static<typeof OrderTask> & { created_at: string; closed_at: string | null }

async function tasksOf(ctx: Ctx, order_id: string): Promise<LinkedTask[]> {
  const { rows } = await sql<{ line: LinkedTask; demand_id: string | null }>`
    select ot.demand_id, ${taskLine(sql`ot.company_id`, sql`ot.task_id`)} as line
    from order_tasks ot where ot.company_id = ${ctx.viewer.company_id} and ot.order_id = ${order_id} order by ot.task_id`.execute(
    ctx.db,
  )
  return rows.map(({ line, demand_id }) => ({ ...line, demand_id }))
}

async function labourOf(ctx: Ctx, order_id: string): Promise<WorkerLabour[] | null> {
  const whole = wholeOrders(ctx)
  const { rows } = await sql<{ labour: WorkerLabour[] }>`
    select ${labourOn(sql`o.company_id`, taskIds)} as labour
    from orders o where o.company_id = ${ctx.viewer.company_id} and o.id = ${order_id}
      ${whole ? sql`and ${whole}` : sql``}`.execute(ctx.db)
  return rows[0]?.labour ?? null
}
