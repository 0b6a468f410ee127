import { type CurrencyCode, parseMoney } from '#platform/money.ts'

/** What a person costs: by the hour, or a fixed sum for each task. */
export type Sum = { cost_per_hour: string } | { fee_per_task: string }
type Read = { rate: Sum | null; fault: { code: string; facts?: { currency: string } } | null }

const SUM = /^(\d[\d\s\u00A0\u202F]*(?:[.,]\d{1,2})?)\s*(.*)$/s
/** How tables name a currency; «руб.» is the money of whichever company writes it. */
const MONEY: readonly (readonly [RegExp, readonly CurrencyCode[]])[] = [
  [/^(byn|br|б\.?р)/i, ['BYN']],
  [/^(rub|rur|₽)/i, ['RUB']],
  [/^(р|руб)(\P{L}|лей|ля|ль|$)/iu, ['BYN', 'RUB']],
  [/^(usd|\$|долл)/i, ['USD']],
  [/^(eur|€|евро)/i, ['EUR']],
  [/^(kzt|₸|тг|тенге)/i, ['KZT']],
]
const A_TASK = /задач|выезд|заявк|заказ|task|job|visit/i

/** A rate as it stands in a table: «25,50», «25 руб/ч», «1 200», «150 за задачу» (PRF-2). */
export function readRate(cell: string, currency: CurrencyCode): Read {
  if (cell === '') return { rate: null, fault: null }
  const [, sum = '', words = ''] = SUM.exec(cell.replace(/^(byn|rub|usd|eur|kzt|[$€₽₸])\s*(\d.*)$/is, '$2 $1')) ?? []
  const minor = sum && parseMoney(sum, currency)
  if (minor === '' || minor === null || /\d/.test(words)) return { rate: null, fault: { code: 'rate.unreadable' } }
  const named = MONEY.find(([name]) => name.test(words))?.[1]
  if (named && !named.includes(currency))
    return { rate: null, fault: { code: 'rate.other_currency', facts: { currency } } }
  const rate = A_TASK.test(words) ? { fee_per_task: String(minor) } : { cost_per_hour: String(minor) }
  return { rate, fault: null }
}
