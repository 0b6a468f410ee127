import type { ContractPrice, CounterpartyContract } from '#contract/parties/contracts.ts'
import { t } from '#web/platform/words.ts'

export type PriceLine = Omit<ContractPrice, 'price'> & { key: string; price: string | null }

/** A contract as its form holds it: empty text is «not given». */
export type Draft = {
  number: string
  signed_on: string | null
  from_day: string | null
  to_day: string | null
  payment_terms: string
  silence_days: number | null
  note: string
  prices: PriceLine[]
}

let made = 0
export const priceLine = (line: Omit<PriceLine, 'key'>): PriceLine => ({ ...line, key: `price${++made}` })

const emptyDraft = (signed_on: string): Draft => {
  const none = { number: '', from_day: null, to_day: null, payment_terms: '', silence_days: null, note: '' }
  return { ...none, signed_on, prices: [] }
}

export function draftOf(contract: CounterpartyContract | null, today: string): Draft {
  if (!contract) return emptyDraft(today)
  const { payment_terms, note, prices, ...plain } = contract
  return { ...plain, payment_terms: payment_terms ?? '', note: note ?? '', prices: prices.map(priceLine) }
}

/** What is left of the list: a line of which nothing was typed is none. */
const typedLines = ({ prices }: Draft) => prices.filter(({ name, price }) => name.trim() !== '' || price !== null)

export function termsOf(draft: Draft) {
  const { number, signed_on, from_day, to_day, payment_terms, silence_days, note } = draft
  return {
    number: number.trim(),
    signed_on: signed_on ?? '',
    from_day,
    to_day,
    silence_days,
    payment_terms: payment_terms.trim() || null,
    note: note.trim() || null,
    prices: typedLines(draft).map(({ key: _, name, unit, price, currency }) => {
      return { name: name.trim(), unit: unit.trim() || t('papers.unit'), price: price ?? '0', currency }
    }),
  }
}

/** What must be mended before it is sent, by field; of a price line by its key. */
export function faultsOf(draft: Draft): Record<string, string> {
  const lines = typedLines(draft).filter(({ name, price }) => name.trim() === '' || price === null)
  return {
    ...(draft.number.trim() === '' && { number: t('field.required') }),
    ...(draft.signed_on === null && { signed_on: t('field.required') }),
    ...Object.fromEntries(lines.map(({ key }) => [key, t('field.required')])),
  }
}
