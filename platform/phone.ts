import { AsYouType, type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js'

/** The country whose way of writing numbers a company uses; abroad only numbers with a plus are understood. */
export type PhoneCountry = 'BY' | 'RU' | 'other'

const codeOf = (country: PhoneCountry): CountryCode | undefined => (country === 'other' ? undefined : country)

/** A number as it is stored, `+375291234567`, from any way of writing it; null when it can be none. */
export function toE164(typed: string, country: PhoneCountry): string | null {
  const number = parsePhoneNumberFromString(international(typed), codeOf(country))
  return number?.isPossible() ? number.number : null
}

/**
 * How a stored number begins that a person has typed a part of: «29 123-45», «8029…», «+375 29…».
 * Null while there are fewer than three digits of it.
 */
export function beginningOfPhone(typed: string, country: PhoneCountry): string | null {
  const text = international(typed)
  if (text.replace(/\D/g, '').length < 3) return null
  const writer = new AsYouType(codeOf(country))
  // 375… without a plus is how messengers and call lists show a number.
  writer.input(country === 'BY' && text.startsWith('375') ? `+${text}` : text)
  return writer.getNumberValue() ?? null
}

/** A number for people: `+375 29 123 45 67`. */
export const showPhone = (e164: string): string => parsePhoneNumberFromString(e164)?.formatInternational() ?? e164

/** `00375…` is dialled for `+375…`; letters and other signs around a number say nothing. */
function international(typed: string): string {
  const text = typed.normalize('NFKC').replace(/[^\d+]/g, '')
  return text.startsWith('00') ? `+${text.slice(2)}` : text
}
