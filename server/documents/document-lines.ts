import { amountInWords } from '#platform/amount-words.ts'
import { lineAmount, roundHalfUp, vatIncluded, vatOnTop } from '#platform/money.ts'
import type { CurrencyCode } from '#platform/money.ts'
import type { DocumentLine, DocumentTotals } from './document-data.ts'

/** A line as it was agreed, before its VAT is worked out. Amounts in minor units. */
export type AgreedLine = {
  name: string
  unit: string
  /** Decimal text: «2.5». */
  quantity: string
  price: bigint
  /** Percent as decimal text; null: without VAT. */
  vat_rate: string | null
}

/**
 * A line of a form in which VAT stands inside the price (Russia): sum with VAT, and how much of it is VAT.
 * Rounded here, by line, and never again: the totals are sums of what the reader sees.
 */
export function lineVatInside(agreed: AgreedLine): DocumentLine {
  const total = lineAmount(agreed.quantity, agreed.price)
  const vat = agreed.vat_rate === null ? 0n : vatIncluded(total, agreed.vat_rate)
  return asLine(agreed, { price: agreed.price, amount: total, vat, total })
}

/** A line whose price is without VAT: net sum, VAT on top of it, and both together. */
export function lineVatOnTop(agreed: AgreedLine): DocumentLine {
  const amount = lineAmount(agreed.quantity, agreed.price)
  const vat = agreed.vat_rate === null ? 0n : vatOnTop(amount, agreed.vat_rate)
  return asLine(agreed, { price: agreed.price, amount, vat, total: amount + vat })
}

/**
 * A line of a form with columns for net and VAT (Belarus), where the agreed price contains VAT.
 * The sum to pay is what was agreed, to the kopeck; net sum and net price are worked back from it.
 */
export function lineVatTakenOut(agreed: AgreedLine): DocumentLine {
  const total = lineAmount(agreed.quantity, agreed.price)
  if (agreed.vat_rate === null) return asLine(agreed, { price: agreed.price, amount: total, vat: 0n, total })
  const vat = vatIncluded(total, agreed.vat_rate)
  return asLine(agreed, { price: priceOf(total - vat, agreed.quantity), amount: total - vat, vat, total })
}

function priceOf(amount: bigint, quantity: string): bigint {
  const [whole = '0', part = ''] = quantity.split('.')
  const scaled = BigInt(whole + part)
  return scaled === 0n ? 0n : roundHalfUp(amount * 10n ** BigInt(part.length), scaled)
}

type Worked = { price: bigint; amount: bigint; vat: bigint; total: bigint }

function asLine({ name, unit, quantity, vat_rate }: AgreedLine, { price, amount, vat, total }: Worked): DocumentLine {
  return {
    name,
    unit,
    quantity,
    vat_rate,
    price: price.toString(),
    amount: amount.toString(),
    vat_amount: vat.toString(),
    total: total.toString(),
  }
}

/** The totals of a document, in figures and in the words of its form (Russian). */
export function documentTotals(lines: readonly DocumentLine[], currency: CurrencyCode): DocumentTotals {
  const sum = (column: 'amount' | 'vat_amount' | 'total') => lines.reduce((all, line) => all + BigInt(line[column]), 0n)
  const [amount, vat_amount, total] = [sum('amount'), sum('vat_amount'), sum('total')]
  return {
    totals: { amount: amount.toString(), vat_amount: vat_amount.toString(), total: total.toString() },
    totals_in_words: { vat_amount: amountInWords(vat_amount, currency), total: amountInWords(total, currency) },
  }
}
