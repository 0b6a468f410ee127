import { sql } from 'kysely'
import type { CostFilter } from '#contract/reports.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist, invalid } from '#platform/errors.ts'
import type { CurrencyCode } from '#platform/money.ts'
import type { Column, Row, Sheet } from '#platform/xlsx/write-xlsx.ts'
import type { Words } from '#words/index.ts'
import { countedEntries, countedFees, insistOnReport, ordersAsked } from './counted-labour.ts'
import { allOrders } from './order-costs.ts'

/** Excel holds 1,048,576 rows in a sheet, the head and the totals among them. */
const MOST_ENTRIES = 1_000_000
const PIECE = 2000

/**
 * The report as sheets (REP-4, S64): orders, and the entries behind them. The transaction has to be steady, so that
 * both show the same moment; the entries are read while the sheet is written.
 */
export async function orderCostSheets(ctx: Ctx, filter: CostFilter, words: Words): Promise<Sheet[]> {
  insistOnReport(ctx, filter)
  const orders = await allOrders(ctx, filter)
  const entries = orders.reduce((sum, order) => sum + order.entries, 0)
  insist(entries > MOST_ENTRIES ? invalid('to', 'report.too_many_rows', { count: entries, limit: MOST_ENTRIES }) : null)
  const currency = ctx.viewer.currency as CurrencyCode
  return [ordersSheet(orders, currency, words), entriesSheet(entriesOf(ctx, filter), currency, words)]
}

type Orders = Awaited<ReturnType<typeof allOrders>>

function ordersSheet(orders: Orders, currency: CurrencyCode, words: Words): Sheet {
  const money = (title: string): Column => ({ title, kind: 'money', currency })
  const sum = (column: 'minutes' | 'labour' | 'price' | 'margin') =>
    orders.reduce((all, order) => all + BigInt(order[column] ?? 0), 0n)
  return {
    name: words('report.orders'),
    columns: [
      { title: words('report.number'), kind: 'number', width: 8 },
      { title: words('report.order'), kind: 'text', width: 44 },
      { title: words('report.customer'), kind: 'text', width: 30 },
      { title: words('report.phase'), kind: 'text', width: 24 },
      { title: words('report.hours'), kind: 'hours' },
      money(words('report.labour')),
      money(words('report.cost')),
      money(words('report.price')),
      money(words('report.margin')),
    ],
    rows: orders.map(({ number, title, counterparty, phase, minutes, labour, price, margin }): Row => {
      return [
        number,
        title,
        counterparty?.name ?? null,
        words(`phase.${phase}`),
        minutes,
        labour,
        labour,
        price,
        margin,
      ]
    }),
    totals: () => {
      const labour = sum('labour')
      return [null, words('report.total'), null, null, sum('minutes'), labour, labour, sum('price'), sum('margin')]
    },
  }
}

type Entry = {
  number: number
  title: string
  worker: string
  task_number: number
  task_title: string
  day: string
  /** None: a fixed sum for the whole task. */
  minutes: number | null
  cost_per_hour: string | null
  cost: string
  note: string | null
}

function entriesSheet(entries: AsyncIterable<Entry>, currency: CurrencyCode, words: Words): Sheet {
  const all = { minutes: 0, cost: 0n }
  return {
    name: words('report.entries'),
    columns: [
      { title: words('report.number'), kind: 'number', width: 8 },
      { title: words('report.order'), kind: 'text', width: 36 },
      { title: words('report.worker'), kind: 'text', width: 26 },
      { title: words('report.task_number'), kind: 'number', width: 9 },
      { title: words('report.task'), kind: 'text', width: 36 },
      { title: words('report.day'), kind: 'date' },
      { title: words('report.hours'), kind: 'hours' },
      { title: words('report.rate'), kind: 'money', currency },
      { title: words('report.labour'), kind: 'money', currency },
      { title: words('report.note'), kind: 'text', width: 40 },
    ],
    rows: rowsOf(entries, { all, fee: words('report.fee') }),
    totals: () => [null, words('report.total'), null, null, null, null, all.minutes, null, all.cost, null],
  }
}

type Told = { all: { minutes: number; cost: bigint }; fee: string }

async function* rowsOf(entries: AsyncIterable<Entry>, { all, fee }: Told): AsyncGenerator<Row> {
  for await (const {
    number,
    title,
    worker,
    task_number,
    task_title,
    day,
    minutes,
    cost_per_hour,
    cost,
    note,
  } of entries) {
    all.minutes += minutes ?? 0
    all.cost += BigInt(cost)
    const words = minutes === null ? fee : note
    yield [number, title, worker, task_number, task_title, day, minutes, cost_per_hour, cost, words]
  }
}

/** By a cursor: the database works the rows out once and gives them in pieces, however many there are. */
async function* entriesOf(ctx: Ctx, filter: CostFilter): AsyncGenerator<Entry> {
  await sql`declare labour no scroll cursor for
    select o.number::int as number, o.title, m.name as worker, t.number::int as task_number, t.title as task_title,
      e.day, e.minutes, e.cost_per_hour, e.cost, e.note
    from (select e.company_id, e.id, e.task_id, e.member_id, e.day, e.minutes, e.note, c.cost_per_hour, coalesce(c.cost, 0) as cost
        from ${countedEntries(ctx, filter)}
      union all select f.company_id, f.task_id, f.task_id, f.member_id, f.day, null, null, null, f.fee
        from ${countedFees(ctx, filter)}) e
    join order_tasks ot on ot.company_id = e.company_id and ot.task_id = e.task_id
    join orders o on o.id = ot.order_id and ${ordersAsked(ctx, filter)}
    join tasks t on t.company_id = e.company_id and t.id = e.task_id
    join members m on m.company_id = e.company_id and m.id = e.member_id
    order by o.number desc, m.name, e.day, e.id`.execute(ctx.db)
  for (;;) {
    const { rows } = await sql<Entry>`fetch ${sql.lit(PIECE)} from labour`.execute(ctx.db)
    yield* rows
    if (rows.length < PIECE) return
  }
}
