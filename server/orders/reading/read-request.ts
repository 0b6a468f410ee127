import type { Reading } from '#contract/orders.ts'
import type { PhoneCountry } from '#platform/phone.ts'
import { fold, type Span, without } from './fold.ts'
import { proposeTitle } from './propose-title.ts'
import { readAddress } from './read-address.ts'
import { readDemands } from './read-demands.ts'
import { readPhones } from './read-phone.ts'
import { type FoundWhen, readWhen } from './read-when.ts'
import { isUrgent } from './urgency.ts'

export type Around = {
  now: Date
  time_zone: string
  /** What the company calls its trades. */
  specialities: readonly string[]
  country: PhoneCountry
}

/** Signs of a request that are read: what is wanted stands at its beginning, what follows is a letter's tail. */
const ENOUGH = 3000

/**
 * What a request's words say: who is wanted, when, where, by whose phone, how fast, and what it may be called.
 *
 * Pure, and never in the way: what is not found is null or an empty list, and what is a guess says so. Every
 * `quote` is the very piece of the text. Phones are looked for first, then addresses, then times: what one has
 * taken the next does not see, or «Филипенко 12» would be noon.
 */
export function readRequest(whole: string, around: Around): Reading {
  const { text, folded, phones, address, when, demands, title } = pieces(whole, around)
  const quote = ({ start, end }: Span) => text.slice(start, end)
  const [phone] = phones
  return {
    title,
    demands: demands.map(({ start, end, ...demand }) => ({
      ...demand,
      starts_at: when?.value ?? null,
      quote: quote({ start, end }),
    })),
    starts_at: when && { value: when.value, quote: quote(hull(when)), sure: when.sure },
    address: address && { value: address.value, quote: quote(address), sure: address.sure },
    phone: phone ? { value: phone.value, quote: quote(phone), sure: phone.sure } : null,
    urgent: isUrgent(folded),
  }
}

/** Only what the request may be called. */
export const readTitle = (whole: string, around: Around): string => pieces(whole, around).title

function pieces(whole: string, { now, time_zone, specialities, country }: Around) {
  const text = whole.slice(0, ENOUGH)
  const folded = fold(text)
  const phones = readPhones(text, country)
  const unphoned = without(folded, phones)
  const early = readWhen(unphoned, { now, time_zone })
  const address = readAddress(without(unphoned, early.spans.filter(isDay(unphoned))), text)
  const placed = without(unphoned, address ? [address] : [])
  // What an address has taken may have been read as a time; where nothing was read, nothing is.
  const { when, spans } = early.spans.length > 0 && address ? readWhen(placed, { now, time_zone }) : early
  const demands = readDemands(without(placed, spans), { specialities })
  const title = proposeTitle(text, [...phones, ...spans, ...(address ? [address] : [])], demands)
  return { text, folded, phones, address, when, demands, title }
}

/** Days with their month stand as they are; «в 12» may be a house's number. */
const isDay =
  (text: string) =>
  ({ start, end }: Span) =>
    /\p{L}{3}|\d[./]\d/u.test(text.slice(start, end))

/** From the first piece to the last: one piece of the text. */
function hull({ spans }: FoundWhen): Span {
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) }
}
