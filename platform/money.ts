/**
 * Money as whole minor units (kopecks, tiyn, cents) in a `bigint`, as digits in text on the wire.
 *
 * Nothing here ever passes through a binary float: 1.005 has no exact double, and a sum that is
 * one kopeck off in an act is an act that goes back.
 */

/** The currencies the product counts in, with how many digits stand after the point. */
export const currencies = {
  BYN: { minor_digits: 2 },
  RUB: { minor_digits: 2 },
  USD: { minor_digits: 2 },
  EUR: { minor_digits: 2 },
  KZT: { minor_digits: 2 },
} as const

export type CurrencyCode = keyof typeof currencies

/** A VAT rate in percent: 20, or as decimal text where it is not whole («16.67»). */
export type Percent = number | string

/** An exact decimal: `digits` / 10^`scale`. */
type Decimal = { digits: bigint; scale: number }

const NO_BREAK_SPACE = '\u00A0'
const MINUS = '\u2212'

/**
 * A fraction rounded to a whole, halves away from zero. THE rounding of the product: it is done by
 * line, so that the lines of a document add up to its total to the kopeck.
 */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError('a fraction needs a denominator')
  const negative = numerator < 0n !== denominator < 0n
  const [top, bottom] = [magnitude(numerator), magnitude(denominator)]
  const rounded = (2n * top + bottom) / (2n * bottom)
  return negative ? -rounded : rounded
}

/** What a stretch of work costs at an hourly rate. Rounded per time entry, as it is stored. */
export function labourCost(minutes: number, rate_per_hour_minor: bigint): bigint {
  return roundHalfUp(BigInt(minutes) * rate_per_hour_minor, 60n)
}

/** Price × quantity, the quantity as decimal text («2.5»). */
export function lineAmount(quantity: string, price_minor: bigint): bigint {
  const { digits, scale } = decimal(quantity)
  return roundHalfUp(digits * price_minor, tenTo(scale))
}

/** The VAT that sits inside a sum which already contains it: «в том числе НДС». */
export function vatIncluded(total: bigint, rate: Percent): bigint {
  const { digits, scale } = decimal(String(rate))
  return roundHalfUp(total * digits, 100n * tenTo(scale) + digits)
}

/** The VAT to be added to a sum without it: «НДС сверху». */
export function vatOnTop(net: bigint, rate: Percent): bigint {
  const { digits, scale } = decimal(String(rate))
  return roundHalfUp(net * digits, 100n * tenTo(scale))
}

/** The wire's form, «186000» → 186000n. Anything but digits with an optional minus is a bug or an attack, hence an error. */
export function minorFromWire(text: string): bigint {
  if (!/^-?\d{1,18}$/.test(text)) throw new RangeError('not an amount in minor units')
  return BigInt(text)
}

export function minorToWire(minor: bigint): string {
  return minor.toString()
}

/**
 * Minor units of what a person typed: «1 860,50», «1860.5», «−12». Null when it is no amount.
 * More digits than the currency has are rounded half up, as decimal text and not as a float.
 */
export function parseMoney(text: string, currency: CurrencyCode): bigint | null {
  const plain = text
    .replace(/[\s\u00A0\u202F]/g, '')
    .replace(MINUS, '-')
    .replace(',', '.')
  if (!/^-?\d{1,16}(\.\d{1,12})?$/.test(plain)) return null
  const { digits, scale } = decimal(plain)
  return roundHalfUp(digits * tenTo(currencies[currency].minor_digits), tenTo(scale))
}

/** Plain decimal text with a point, for machines and for spreadsheets: «1860.50». */
export function moneyToDecimal(minor: bigint, currency: CurrencyCode): string {
  const { whole, part } = split(minor, currency)
  return (minor < 0n ? '-' : '') + whole + (part && `.${part}`)
}

export type MoneyFormat = {
  locale: 'ru' | 'en'
  /** Leaves the currency's code out: a column says it in its head. */ bare?: boolean
}

/** As people read it: «1 860,50 BYN» (no-break spaces) in Russian, «1,860.50 BYN» in English. */
export function formatMoney(minor: bigint, currency: CurrencyCode, { locale, bare = false }: MoneyFormat): string {
  const { whole, part } = split(minor, currency)
  const [group, point] = locale === 'ru' ? [NO_BREAK_SPACE, ','] : [',', '.']
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  const sign = minor < 0n ? MINUS : ''
  return sign + grouped + (part && point + part) + (bare ? '' : NO_BREAK_SPACE + currency)
}

/** Whole and minor part as digits, the sign left aside. */
function split(minor: bigint, currency: CurrencyCode): { whole: string; part: string } {
  const { minor_digits } = currencies[currency]
  const digits = magnitude(minor)
    .toString()
    .padStart(minor_digits + 1, '0')
  return { whole: digits.slice(0, digits.length - minor_digits), part: digits.slice(digits.length - minor_digits) }
}

function decimal(text: string): Decimal {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) throw new RangeError(`not a decimal: ${text}`)
  const [, sign = '', whole = '', part = ''] = match
  return { digits: BigInt(sign + whole + part), scale: part.length }
}

const tenTo = (scale: number): bigint => 10n ** BigInt(scale)
const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)
