import type { Requisites, RequisitesCountry } from '#contract/requisites.ts'
import type { CurrencyCode } from '#platform/money.ts'

/** Money here is minor units as digits in text: the data of an issued document is kept as JSON beside its bytes. */
export type DocumentLine = {
  name: string
  /** «шт.», «час», «усл.». */
  unit: string
  /** Decimal text: «2.5». */
  quantity: string
  price: string
  /** Price × quantity. Contains VAT where the price does (then `amount` equals `total`). */
  amount: string
  /** Percent as decimal text; null: without VAT. */
  vat_rate: string | null
  vat_amount: string
  total: string
}

export type DocumentTotals = {
  totals: { amount: string; vat_amount: string; total: string }
  /** In Russian, the language of the forms. */
  totals_in_words: { vat_amount: string; total: string }
}

/** All that a form says. Nothing else reaches it, so the same data gives the same bytes. */
export type DocumentData = DocumentTotals & {
  kind: 'invoice' | 'act'
  /** Whose form: the seller's country. Elsewhere than in Belarus the Russian layout is used. */
  country: RequisitesCountry
  number: string
  /** Calendar day: «2026-11-24». */
  issued_on: string
  seller: Requisites
  buyer: Requisites
  /** «Договор № 5 от 1 марта 2026 г.», «Заказ № 128». */
  basis: string | null
  currency: CurrencyCode
  lines: readonly DocumentLine[]
  /** Where it was drawn up: «г. Минск». */
  place: string | null
}
