import { noteOrder } from '#contract/order-notes.ts'
import * as orders from '#contract/orders.ts'
import { showAndClose } from './acceptance-story.ts'
import type { OrderRow } from './orders.ts'
import type { Crew } from './roster.ts'
import type { Story } from './timeline.ts'
import { askedAt, begin, type Stage, startOf, type Way } from './way.ts'
import { workOn } from './work-story.ts'

/** The whole life of an order, as far as its row says. */
export async function* orderStory(stage: Stage, row: OrderRow, { place, crew }: { place: number; crew: Crew }): Story {
  yield askedAt(stage, row, place)
  const way = begin(stage, row, { place, crew })
  await ask(way)
  if (way.reaches('agreed')) yield* settle(way)
  if (way.reaches('given')) yield* workOn(way)
  if (way.has('cancelled')) yield* cancel(way)
  if (way.reaches('sent') || way.has('rejected')) yield* showAndClose(way)
}

const QUICK = ['phone', 'phone', 'by_hand', 'phone', 'api'] as const

async function ask(way: Way): Promise<void> {
  const { call, row, client, manager, crew, job } = way
  if (way.has('bare')) {
    way.order_id = (
      await call.do(manager, orders.createOrder, {
        request: row.said,
        urgent: true,
        source: 'phone',
        address: 'ул. Филипенко, 12',
      })
    ).id
    return
  }
  const site_id = client.sites[row.site]?.id
  const who = { counterparty_id: client.id, contact_id: client.contact_id, ...(site_id && { site_id }) }
  const [first] = crew.shifts
  const times = first
    ? {
        starts_at: way.time.at(first.day, startOf(way)).toISOString(),
        ends_at: way.time.at(first.day, first.until + (startOf(way) - first.from)).toISOString(),
      }
    : {}
  const source = QUICK[way.place % QUICK.length] ?? 'phone'
  const demands = [{ speciality: job.trade, people: row.people, ...times }]
  const about = { request: row.said, title: row.title, source, urgent: way.has('urgent') }
  way.order_id = (await call.do(manager, orders.createOrder, { ...about, ...who, demands })).id
}

/** Terms: price and time; sometimes the customer thinks, and a second version holds. */
async function* settle(way: Way): Story {
  const { call, row, manager, time, crew, order_id } = way
  const asked = askedAt(way, row, way.place)
  const first = crew.shifts[0]?.day ?? row.day
  yield new Date(asked.getTime() + (way.has('urgent') ? 10 : 70 + (way.place % 5) * 17) * 60_000)
  const terms = {
    price_model: way.has('hourly') ? ('hourly' as const) : ('fixed' as const),
    starts_at: time.at(first, startOf(way)).toISOString(),
    due_at: dueOf(way).toISOString(),
    scope: `${row.title}. ${addressOf(way)}`,
  }
  const kopecks = (roubles: number) => String(Math.round(roubles * 100))
  if (way.has('two_terms')) {
    await call.do(manager, orders.agree, { order_id, ...terms, price: kopecks(row.price * 1.1) })
    yield new Date(asked.getTime() + (4 * 60 + way.place * 3) * 60_000)
  }
  await call.do(manager, orders.agree, { order_id, ...terms, price: kopecks(row.price) })
  const text = NOTES[way.place % NOTES.length] ?? ''
  if (way.has('two_terms') || way.has('urgent')) await call.do(manager, noteOrder, { order_id, text })
}

/** What managers tell each other about an order. */
const NOTES = [
  'Уступили в цене: договор на год, просили учесть. Выезд отдельно не выставляем.',
  'Замена автоматов до 25 А у них входит в цену, отдельно не выставляем.',
  'Пропуск на машину заказывают до 17:00, после охрана не пускает.',
]

const addressOf = ({ client: { sites }, row }: Way) => sites[row.site]?.address ?? ''

/** The evening after the work; of the overdue one the evening that has passed. */
function dueOf({ time, row, has }: Way): Date {
  if (has('overdue')) return time.at(-1, 18)
  return time.at(row.day + 1, 18)
}

const REASONS = ['Арендатор передумал ставить аттракцион', 'Заказчик сделает своими силами']

async function* cancel({ call, manager, order_id, row, time, place }: Way): Story {
  yield time.at(row.day - 1, 16.5)
  await call.do(manager, orders.cancelOrder, { order_id, reason: REASONS[place % REASONS.length] ?? '' })
}
