import { CROWD } from './crowd.ts'
import type { Ground } from './ground.ts'
import { ORDERS, type Size, idOf } from './generate.ts'

/** One thing that people do often; `paths` or `body` vary with the request's number as people's do. */
export type Case = { name: string; bar: number; connections?: number; in?: 'crowd' } & (
  | { kind: 'read'; paths: string[] }
  | { kind: 'write'; path: (n: number) => string; body: (n: number) => object }
)

/** What is measured, with its bar from docs/decisions/050-bench.md. */
export function casesOf({ company }: Ground, size: Size): Case[] {
  const n = ORDERS[size]
  return [
    {
      name: 'order_list',
      bar: 0.8,
      kind: 'read',
      paths: company.managers.map((id) => `/api/orders?stage_id=${company.stages['done']}&responsible_id=${id}`),
    },
    {
      name: 'order_card',
      bar: 0.6,
      kind: 'read',
      paths: Array.from({ length: 20 }, (_, i) => `/api/orders/${idOf('order', n - 1 - i * 50)}`),
    },
    ...writes(n),
    {
      name: 'month_cost_report',
      bar: 1 / 1.3,
      // It takes a core for a tenth of a second: sixteen at once would measure their queue.
      connections: 1,
      kind: 'read',
      paths: [`/api/reports/order-costs?from=${day(30)}&to=${day(0)}`],
    },
    ...people(),
  ]
}

/** What is asked about the people of a company that has 2,000 of them in 300 pools. */
function people(): Case[] {
  const trades = Array.from({ length: CROWD.trades }, (_, i) => idOf('speciality', i + 1))
  const tomorrow = `from=${day(-1)}T09:00:00Z&to=${day(-1)}T13:00:00Z`
  return [
    { name: 'tree', bar: 0.8, in: 'crowd', kind: 'read', paths: ['/api/structure'] },
    {
      name: 'load_month',
      bar: 0.8,
      in: 'crowd',
      connections: 1,
      kind: 'read',
      paths: [`/api/load?from=${day(15)}&to=${day(-15)}`],
    },
    {
      name: 'performer_choice',
      bar: 0.8,
      in: 'crowd',
      kind: 'read',
      paths: trades.map((id) => `/api/candidates?speciality_id=${id}&${tomorrow}`),
    },
  ]
}

function writes(n: number): Case[] {
  return [
    {
      name: 'create_order',
      bar: 0.5,
      kind: 'write',
      path: () => '/api/orders',
      body: (i) => ({
        request: `Филипенко 12, нет горячей воды, ${i}`,
        counterparty_id: idOf('counterparty', 1 + (Math.abs(i) % 1000)),
      }),
    },
    {
      name: 'create_time_entry',
      bar: 0.5,
      kind: 'write',
      path: (i) => `/api/tasks/${openTask(n, i)}/time-entries`,
      // Before the generator's three years, whose days are full.
      body: (i) => ({
        day: day(i < 0 ? 2100 - i : 1100 + ((i * 7) % 900)),
        minutes: 1,
        note: 'Монтаж',
        member_id: workerOf(n, i),
      }),
    },
  ]
}

/** A company's day so many days ago. */
const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10)

/**
 * Tasks of orders under way, the generator's last hundredth. Below zero stands what the limit repeats thousands of times:
 * a task and a day that the product is not asked for, or its card would grow with every round.
 */
const taskNumber = (n: number, i: number) => {
  const asked = Math.floor(n * 0.03)
  return n * 4 - (i < 0 ? asked - i : i % asked)
}
const openTask = (n: number, i: number) => idOf('task', taskNumber(n, i))
const workerOf = (n: number, i: number) => idOf('member', 21 + (taskNumber(n, i) % 200))
