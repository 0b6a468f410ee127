/**
 * Sums of money in words, as invoices and acts carry them.
 *
 * Russian in the customary layout: a capital first letter, the whole part in words, the minor part
 * in two digits and always shown: «Одна тысяча восемьсот шестьдесят белорусских рублей 00 копеек».
 */
import { currencies } from './money.ts'
import type { CurrencyCode } from './money.ts'

/** Forms for one, for two to four, for five and more: рубль, рубля, рублей. */
type Forms = readonly [one: string, few: string, many: string]
type Gender = 'masculine' | 'feminine'
type RussianNames = { unit: Forms; gender: Gender; minor: Forms }

const KOPECKS: Forms = ['копейка', 'копейки', 'копеек']
const CENTS: Forms = ['цент', 'цента', 'центов']

const russianNames: Record<CurrencyCode, RussianNames> = {
  BYN: { unit: ['белорусский рубль', 'белорусских рубля', 'белорусских рублей'], gender: 'masculine', minor: KOPECKS },
  RUB: { unit: ['рубль', 'рубля', 'рублей'], gender: 'masculine', minor: KOPECKS },
  USD: { unit: ['доллар США', 'доллара США', 'долларов США'], gender: 'masculine', minor: CENTS },
  EUR: { unit: ['евро', 'евро', 'евро'], gender: 'masculine', minor: ['евроцент', 'евроцента', 'евроцентов'] },
  KZT: { unit: ['тенге', 'тенге', 'тенге'], gender: 'masculine', minor: ['тиын', 'тиына', 'тиынов'] },
}

const englishNames: Record<CurrencyCode, { unit: [string, string]; minor: [string, string] }> = {
  BYN: { unit: ['Belarusian ruble', 'Belarusian rubles'], minor: ['kopeck', 'kopecks'] },
  RUB: { unit: ['Russian ruble', 'Russian rubles'], minor: ['kopeck', 'kopecks'] },
  USD: { unit: ['US dollar', 'US dollars'], minor: ['cent', 'cents'] },
  EUR: { unit: ['euro', 'euros'], minor: ['cent', 'cents'] },
  KZT: { unit: ['tenge', 'tenge'], minor: ['tiyn', 'tiyn'] },
}

const LARGEST = 10n ** 15n

/** The sum in words in the language of the form. Up to a quadrillion (not reached) of whole units. */
export function amountInWords(minor: bigint, currency: CurrencyCode, language: 'ru' | 'en' = 'ru'): string {
  const size = minor < 0n ? -minor : minor
  const { minor_digits } = currencies[currency]
  const [whole, part] = [size / 10n ** BigInt(minor_digits), Number(size % 10n ** BigInt(minor_digits))]
  const digits = String(part).padStart(minor_digits, '0')
  const words = language === 'ru' ? russianSum(whole, currency) : englishSum(whole, currency)
  const minor_unit = language === 'ru' ? pluralForm(part, russianNames[currency].minor) : englishMinor(part, currency)
  const sign = minor < 0n ? { ru: 'минус ', en: 'minus ' }[language] : ''
  return capital(`${sign}${words} ${digits} ${minor_unit}`)
}

/** The form of a Russian noun that goes with a number: 1 рубль, 2 рубля, 5 рублей, 11 рублей. */
export function pluralForm(count: number | bigint, forms: Forms): string {
  const tail = Number(BigInt(count) % 100n)
  const last = tail % 10
  if (tail > 10 && tail < 20) return forms[2]
  if (last === 1) return forms[0]
  return last > 1 && last < 5 ? forms[1] : forms[2]
}

/** A whole number in Russian words, in the nominative. */
export function russianNumber(value: bigint, gender: Gender = 'masculine'): string {
  if (value >= LARGEST) throw new RangeError('too large to be said')
  if (value === 0n) return 'ноль'
  return triads(value)
    .flatMap((triad, power) => {
      if (triad === 0) return []
      const scale = russianScales[power]
      const said = russianTriad(triad, scale?.gender ?? gender)
      return [scale ? `${said} ${pluralForm(triad, scale.forms)}` : said]
    })
    .reverse()
    .join(' ')
}

const russianScales: readonly ({ forms: Forms; gender: Gender } | undefined)[] = [
  undefined,
  { forms: ['тысяча', 'тысячи', 'тысяч'], gender: 'feminine' },
  { forms: ['миллион', 'миллиона', 'миллионов'], gender: 'masculine' },
  { forms: ['миллиард', 'миллиарда', 'миллиардов'], gender: 'masculine' },
  { forms: ['триллион', 'триллиона', 'триллионов'], gender: 'masculine' },
]

const words = (text: string): readonly string[] => text.split(' ')
const russianOnes = words('_ один два три четыре пять шесть семь восемь девять')
const russianFeminine = words('_ одна две')
const russianTeens = words(
  'десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать',
)
const russianTens = words('_ _ двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто')
const russianHundreds = words('_ сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот')

function russianTriad(triad: number, gender: Gender): string {
  const [hundreds, tens, ones] = [Math.floor(triad / 100), Math.floor(triad / 10) % 10, triad % 10]
  const said = [hundreds > 0 && russianHundreds[hundreds]]
  if (tens === 1) said.push(russianTeens[ones])
  else {
    said.push(tens > 1 && russianTens[tens])
    said.push(ones > 0 && ((gender === 'feminine' && russianFeminine[ones]) || russianOnes[ones]))
  }
  return said.filter(Boolean).join(' ')
}

function russianSum(whole: bigint, currency: CurrencyCode): string {
  const { unit, gender } = russianNames[currency]
  return `${russianNumber(whole, gender)} ${pluralForm(whole, unit)}`
}

const englishScales = ['', ' thousand', ' million', ' billion', ' trillion']
const englishOnes = words(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
)
const englishTens = words('_ _ twenty thirty forty fifty sixty seventy eighty ninety')

function englishNumber(value: bigint): string {
  if (value >= LARGEST) throw new RangeError('too large to be said')
  if (value === 0n) return 'zero'
  return triads(value)
    .flatMap((triad, power) => (triad === 0 ? [] : [englishTriad(triad) + (englishScales[power] ?? '')]))
    .reverse()
    .join(' ')
}

function englishTriad(triad: number): string {
  const [hundreds, rest] = [Math.floor(triad / 100), triad % 100]
  const said = hundreds > 0 ? [`${englishOnes[hundreds] ?? ''} hundred`] : []
  if (rest > 0 && rest < 20) said.push(englishOnes[rest] ?? '')
  if (rest >= 20) {
    const ten = englishTens[Math.floor(rest / 10)] ?? ''
    said.push(rest % 10 === 0 ? ten : `${ten}-${englishOnes[rest % 10] ?? ''}`)
  }
  return said.join(' ')
}

function englishSum(whole: bigint, currency: CurrencyCode): string {
  const [one, many] = englishNames[currency].unit
  return `${englishNumber(whole)} ${whole === 1n ? one : many}`
}

function englishMinor(part: number, currency: CurrencyCode): string {
  const [one, many] = englishNames[currency].minor
  return part === 1 ? one : many
}

/** Groups of three digits, the lowest first. */
function triads(value: bigint): number[] {
  const found: number[] = []
  for (let rest = value; rest > 0n; rest /= 1000n) found.push(Number(rest % 1000n))
  return found
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
