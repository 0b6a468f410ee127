import type { Requisites } from '#contract/requisites.ts'
import { formatMoney } from '#platform/money.ts'
import type { DocumentData, DocumentLine } from './document-data.ts'

const dateWords = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/**
 * What a template prints: every figure and date already as the reader of the form expects it, so that
 * templates lay out and never count.
 */
export function formView(data: DocumentData) {
  const money = (minor: string) => formatMoney(BigInt(minor), data.currency, { locale: 'ru', bare: true })
  const { totals, totals_in_words } = data
  return {
    number: data.number,
    date: dateInWords(data.issued_on),
    place: data.place ?? '',
    basis: data.basis ?? '',
    home: data.country,
    currency: data.currency,
    seller: partyView(data.seller),
    buyer: partyView(data.buyer),
    lines: data.lines.map((line, at) => lineView(line, at + 1, money)),
    lines_count: String(data.lines.length),
    has_vat: data.lines.some((line) => line.vat_rate !== null),
    vat_inside: totals.amount === totals.total,
    vat_by_rate: vatByRate(data.lines).map(({ rate, vat }) => ({ rate: decimal(rate), vat: money(vat.toString()) })),
    amount: money(totals.amount),
    vat_amount: money(totals.vat_amount),
    total: money(totals.total),
    vat_in_words: totals_in_words.vat_amount,
    total_in_words: totals_in_words.total,
  }
}

function lineView(line: DocumentLine, at: number, money: (minor: string) => string) {
  return {
    at: String(at),
    name: line.name,
    unit: line.unit,
    quantity: decimal(line.quantity),
    price: money(line.price),
    amount: money(line.amount),
    vat_rate: line.vat_rate === null ? null : decimal(line.vat_rate),
    vat_amount: money(line.vat_amount),
    total: money(line.total),
  }
}

/** Every field present, as a template has no word for «not given» but the empty text. */
function partyView(given: Requisites) {
  const text = (value: string | undefined) => value?.trim() ?? ''
  return {
    name: text(given.legal_name) || text(given.short_name),
    short_name: text(given.short_name) || text(given.legal_name),
    tax_number: text(given.tax_number),
    kpp: text(given.kpp),
    address: glued(text(given.legal_address)),
    bank_name: text(given.bank_name),
    account: text(given.account),
    bic: text(given.bic),
    corr_account: text(given.corr_account),
    phone: text(given.phone),
    email: text(given.email),
    signatory_name: text(given.signatory_name),
    signatory_position: text(given.signatory_position),
    signatory_basis: text(given.signatory_basis),
  }
}

/** «г. Минск» stays on one line: the abbreviations of an address keep to what follows them. */
const glued = (address: string): string =>
  address.replace(/(^|[\s,])(г|д|ул|пр|пр-т|пер|пл|стр|корп|к|кв|оф|пом|комн|обл|р-н|пос)\.\s+/g, '$1$2.\u00A0')

/** The VAT of each rate, the highest first: a document may have lines of several. */
function vatByRate(lines: readonly DocumentLine[]): { rate: string; vat: bigint }[] {
  const sums = new Map<string, bigint>()
  for (const { vat_rate, vat_amount } of lines) {
    if (vat_rate === null) continue
    const rate = trimmed(vat_rate)
    sums.set(rate, (sums.get(rate) ?? 0n) + BigInt(vat_amount))
  }
  return [...sums].map(([rate, vat]) => ({ rate, vat })).sort((a, b) => Number(b.rate) - Number(a.rate))
}

/** «24 ноября 2026 г.», the day kept with its month and the year with its «г.». */
export const dateInWords = (day: string): string =>
  dateWords
    .format(new Date(`${day}T00:00:00Z`))
    .replace(/\s/g, ' ')
    .replace(/^(\d+) /, '$1\u00A0')
    .replace(/ (?=\S+$)/, '\u00A0')

const trimmed = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)
/** «2.50» → «2,5», the digits of large numbers parted. */
const decimal = (text: string): string => {
  const [whole = '', part] = trimmed(text).split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, '\u00A0') + (part ? `,${part}` : '')
}
