import type * as contract from '#contract/documents.ts'
import type { Currency } from '#contract/endpoint.ts'
import type { Requisites, RequisitesCountry } from '#contract/requisites.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { insist, invalid, notNow } from '#platform/errors.ts'
import { lackingFor } from '#platform/requisites.ts'
import { partyOf } from '#server/counterparties/index.ts'
import { getCompanySettings } from '#server/people/index.ts'
import type { DocumentLine, DocumentTotals } from './document-data.ts'
import { documentTotals, lineVatInside, lineVatTakenOut } from './document-lines.ts'

/** What a document is made from, in the words of whoever asks for it. */
export type Given = {
  counterparty_id: string
  /** The day of the document: the buyer's requisites are those of it. Today unless said otherwise. */
  issued_on?: string | undefined
  /** «Заказ № 1042 от 23 ноября 2026 г.» */
  basis: string
  currency: Currency
  lines: readonly contract.DocumentLine[]
}

/** A document but for its kind, number and day. */
export type Draft = DocumentTotals & {
  country: RequisitesCountry
  seller: Requisites
  buyer: Requisites
  counterparty: string
  /** What the form cannot do without: `seller.tax_number`. */
  missing: string[]
  /** As the form prints them, and as they are kept. */
  lines: DocumentLine[]
  counted: contract.CountedLine[]
}

/** Of a line, in minor units: more than any form has room for; five hundred such lines still fit a column. */
const LARGEST_SUM = 1e13

/** Both sides, the buyer as he is on the day of the document, and the lines counted (DOC-3, DOC-4). */
export async function draftOf(ctx: Ctx, { counterparty_id, currency, lines, ...given }: Given): Promise<Draft> {
  const company = await getCompanySettings(ctx)
  const today = dayIn(ctx.viewer.time_zone, ctx.now)
  const { kind, name: counterparty, requisites: buyer } = await partyOf(ctx, counterparty_id, given.issued_on ?? today)
  const { country, requisites: seller } = company
  insist(wrongLine(lines))
  const both = lines.map((line) => countedLine(line, setLine(country, line)))
  const printed = both.map(({ set }) => set)
  const sides = { country, seller, buyer }
  const counted = both.map(({ line }) => line)
  return {
    ...sides,
    ...documentTotals(printed, currency),
    counterparty,
    lines: printed,
    counted,
    missing: lacking(sides, kind),
  }
}

function wrongLine(lines: Given['lines']) {
  for (const [at, { quantity, price }] of lines.entries()) {
    if (Number(quantity) === 0) return invalid(`lines.${at}.quantity`, 'document.quantity_zero')
    if (price.startsWith('-')) return invalid(`lines.${at}.price`, 'document.price_negative')
    if (Number(quantity) * Number(price) > LARGEST_SUM) return invalid(`lines.${at}.price`, 'document.sum_too_large')
  }
  return null
}

/** In Belarus a form has columns for net and VAT, elsewhere the VAT stands inside the price. */
function setLine(country: RequisitesCountry, { price, vat_rate, ...line }: contract.DocumentLine): DocumentLine {
  const agreed = { ...line, price: BigInt(price), vat_rate: vat_rate === null ? null : String(vat_rate) }
  return country === 'BY' ? lineVatTakenOut(agreed) : lineVatInside(agreed)
}

function countedLine(
  line: contract.DocumentLine,
  set: DocumentLine,
): { set: DocumentLine; line: contract.CountedLine } {
  return { set, line: { ...line, net: netOf(set), vat: set.vat_amount, total: set.total } }
}

/** What is left of a sum when its VAT is taken out. */
export const netOf = ({ vat_amount, total }: { vat_amount: string; total: string }): string =>
  (BigInt(total) - BigInt(vat_amount)).toString()

type Sides = Pick<Draft, 'country' | 'seller' | 'buyer'>

/** A private person has no taxpayer's number to show. */
function lacking({ country, seller, buyer }: Sides, buyer_kind: 'organisation' | 'person'): string[] {
  const of_buyer = lackingFor('buyer', country, buyer).filter(
    (field) => buyer_kind !== 'person' || field !== 'tax_number',
  )
  return [
    ...lackingFor('seller', country, seller).map((field) => `seller.${field}`),
    ...of_buyer.map((field) => `buyer.${field}`),
  ]
}

export const complete = ({ missing }: Draft) =>
  missing.length > 0 ? notNow('document.requisites_missing', { fields: missing }) : null
