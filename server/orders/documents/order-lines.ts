import type { DocumentLine } from '#contract/documents.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { formatMoney, lineAmount } from '#platform/money.ts'
import { dateInWords } from '#server/documents/index.ts'
import { wordsFor } from '#words/index.ts'
import type { LoadedOrder } from '../queries.ts'

/** Forms are Russian, whoever issues them. */
const words = wordsFor('ru')
const LONGEST_NAME = 500
const SOME_HOURS = 60

/** «Заказ № 1042 от 23 ноября 2026 г.», the day being the company's. */
export const basisOf = ({ viewer }: Ctx, { number, requested_at }: LoadedOrder): string =>
  words('document.basis_order', { number, date: dateInWords(dayIn(viewer.time_zone, new Date(requested_at))) })

/**
 * The one line that an order makes of its terms (DOC-9): the agreed sum, or the hours so far by the price of an hour.
 * Empty while no price is agreed. Its sum is the amount on the order's card, to the kopeck: where hours written with
 * three digits after the point would give another, the line says the hours in words and has that sum as its price.
 */
export function linesOf(order: LoadedOrder): DocumentLine[] {
  const agreed = order.agreements.find(({ id }) => id === order.agreement_id)
  if (!agreed || agreed.price === null || order.amount === null) return []
  const name = nameOf(agreed.scope, order.title)
  const { price, vat_rate } = agreed
  const once = { unit: words('document.unit_service'), quantity: '1', price: order.amount, vat_rate }
  if (agreed.price_model === 'fixed') return [{ name, ...once }]
  const minutes = order.tasks.reduce((sum, task) => sum + task.minutes, 0)
  if (minutes === 0) return []
  const hours = (minutes / SOME_HOURS).toFixed(3).replace(/\.?0+$/, '')
  if (String(lineAmount(hours, BigInt(price))) === order.amount)
    return [{ name, unit: words('document.unit_hour'), quantity: hours, price, vat_rate }]
  const by = formatMoney(BigInt(price), agreed.currency, { locale: 'ru' })
  const values = {
    name: name.slice(0, LONGEST_NAME - 60),
    hours: Math.floor(minutes / SOME_HOURS),
    minutes: minutes % SOME_HOURS,
    price: by,
  }
  return [{ name: words('document.line_hours', values), ...once }]
}

/** The scope in one paragraph, or what the order is called. */
function nameOf(scope: string | null, title: string): string {
  const name = (scope ?? title).replace(/\s+/g, ' ').trim() || title
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name
}
