/** What share of the price is left; null where there is no price to share. */
export function shareOf(margin: string | null, price: string | null): number | null {
  if (margin === null || price === null || Number(price) === 0) return null
  return Number(margin) / Number(price)
}

export type Verdict = 'good' | 'thin' | 'loss'

/** Below this share of the price an order is worth a look. */
const GOOD = 0.2

export function verdictOf(margin: string | null, price: string | null): Verdict | null {
  if (margin === null) return null
  if (margin.startsWith('-')) return 'loss'
  const share = shareOf(margin, price)
  return share !== null && share < GOOD ? 'thin' : 'good'
}
