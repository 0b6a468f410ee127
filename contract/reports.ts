import { Type, type Static } from 'typebox'
import { Currency, Day, Id, Minor, Nullable, endpoint } from './endpoint.ts'
import { Phase } from './order-card.ts'
import { Person } from './member-card.ts'

/**
 * Which orders the report counts: those with labour logged in these days of the company, both included, and the
 * labour of these days. Everything is summed in the company's currency. The same filter as XLSX, all rows of it:
 * `GET /api/reports/order-costs.xlsx`, a plain route, for a file is no JSON.
 */
export const CostFilter = Type.Object({
  from: Day,
  to: Day,
  counterparty_id: Type.Optional(Id),
  responsible_id: Type.Optional(Id),
  member_id: Type.Optional(Id),
})
export type CostFilter = Static<typeof CostFilter>

const Sums = {
  minutes: Type.Integer(),
  labour: Minor,
  /** Labour and, later, materials. */
  cost: Minor,
  /** Agreed sum, or these hours by the agreed price of an hour; null while none is agreed. */
  price: Nullable(Minor),
  margin: Nullable(Minor),
}

export const OrderCost = Type.Object({
  order: Type.Object({ id: Id, number: Type.Integer(), title: Type.String(), phase: Phase }),
  counterparty: Nullable(Person),
  ...Sums,
})
export type OrderCost = Static<typeof OrderCost>

export const reportCosts = endpoint({
  method: 'GET',
  path: '/reports/order-costs',
  summary: '«Себестоимость заказов»: labour, price and margin by order (S6, S7); totals are of the whole filter',
  door: 'staff',
  query: Type.Object({ ...CostFilter.properties, after: Type.Optional(Type.String({ maxLength: 300 })) }),
  reply: Type.Object({
    currency: Currency,
    /** Newest orders first, 500 a page: give `next` back as `after` to go on. */
    rows: Type.Array(OrderCost),
    next: Nullable(Type.String()),
    /** Of the whole filter, on every page the same; each the sum of its column, empty cells passed over. */
    total: Type.Object({
      orders: Type.Integer(),
      minutes: Type.Integer(),
      labour: Minor,
      cost: Minor,
      price: Minor,
      margin: Minor,
    }),
  }),
})

export const reportOrderLabour = endpoint({
  method: 'GET',
  path: '/reports/order-costs/:order_id',
  summary: "The rows behind an order's labour: worker, task, day, minutes, rate, cost",
  door: 'staff',
  params: Type.Object({ order_id: Id }),
  query: CostFilter,
  reply: Type.Object({
    currency: Currency,
    workers: Type.Array(
      Type.Object({
        member: Person,
        minutes: Type.Integer(),
        labour: Minor,
        entries: Type.Array(
          Type.Object({
            id: Id,
            day: Day,
            task: Type.Object({ id: Id, number: Type.Integer(), title: Type.String() }),
            note: Nullable(Type.String()),
            minutes: Type.Integer(),
            /** The rate that held when it was logged; null when there was none. */
            cost_per_hour: Nullable(Minor),
            cost: Minor,
          }),
        ),
        /** Fixed sums for whole tasks, whatever the hours: each once, in the day by which it counts. */
        fees: Type.Array(
          Type.Object({
            day: Day,
            task: Type.Object({ id: Id, number: Type.Integer(), title: Type.String() }),
            fee: Minor,
          }),
        ),
      }),
    ),
  }),
})

export const getStaffLoad = endpoint({
  method: 'GET',
  path: '/reports/staff-load',
  summary:
    'What each of the staff answers for now: orders in work and open tasks; one sees himself and those below him (S25)',
  door: 'staff',
  reply: Type.Object({
    rows: Type.Array(Type.Object({ member_id: Id, orders: Type.Integer(), tasks: Type.Integer() })),
  }),
})
