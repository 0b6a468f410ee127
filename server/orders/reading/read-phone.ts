import { type CountryCode, findPhoneNumbersInText } from 'libphonenumber-js'
import type { PhoneCountry } from '#platform/phone.ts'
import { before, type Span } from './fold.ts'

export type FoundPhone = Span & { value: string; sure: boolean }

const CODE: Record<PhoneCountry, CountryCode | undefined> = { BY: 'BY', RU: 'RU', other: undefined }

/** Fewer digits in a row are no phone; to look closer takes as long as to read all the rest. */
const DIGITS = /\d(?:[^\p{L}\d\n]{0,3}\d){4}/u

/** Phone numbers in a text; one that carries its country, or that a word for «phone» leads in, is sure. */
export function readPhones(text: string, country: PhoneCountry): FoundPhone[] {
  if (!DIGITS.test(text)) return []
  const code = CODE[country]
  const found = code ? findPhoneNumbersInText(text, code) : findPhoneNumbersInText(text)
  return found.map(({ number, startsAt: start, endsAt: end }) => {
    const led = /(?:тел\p{L}*|моб\p{L}*|звон\p{L}*|номер\p{L}*|вайбер|viber|phone|call)[^\p{L}\p{N}]*$/iu.test(
      before(text, start),
    )
    return { start, end, value: number.number, sure: led || /^\s*(?:\+|8|00)/.test(text.slice(start, end)) }
  })
}
