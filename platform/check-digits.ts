/**
 * Check digits of the numbers by which Belarus and Russia know a party and its bank account.
 *
 * Each takes the number already cleaned (`compact`) and says whether it can exist. None says
 * that it does exist: for that one asks the registers.
 */

/** The number without what people and documents put around it: spaces of all kinds, «УНП», «ИНН», lower case. */
export function compact(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200B\uFEFF]/g, '')
    .toUpperCase()
    .replace(/^(УНП|UNP|ИНН|INN|КПП|KPP|ОГРНИП|ОГРН|OGRN|БИК|IBAN|BIC|SWIFT|ОКПО|СНИЛС|Р\/С|К\/С)[:№]*/, '')
}

/** ИНН: 10 digits of an organisation, 12 of a person. */
export function isInn(inn: string): boolean {
  if (!/^(\d{10}|\d{12})$/.test(inn) || /^0+$/.test(inn)) return false
  const key = (length: number, weights: number[]) => (weighted(inn, weights) % 11) % 10 === Number(inn[length])
  if (inn.length === 10) return key(9, [2, 4, 10, 3, 5, 9, 4, 6, 8])
  return key(10, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) && key(11, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8])
}

/** КПП: four digits of the tax office, two signs of the reason (letters allowed), three of the number. */
export const isKpp = (kpp: string): boolean => /^\d{4}[0-9A-Z]{2}\d{3}$/.test(kpp) && !/^0{4}/.test(kpp)

/** ОГРН of an organisation (begins with 1 or 5) or ОГРНИП of an entrepreneur (with 3). */
export function isOgrn(ogrn: string): boolean {
  if (!/^([15]\d{12}|3\d{14})$/.test(ogrn)) return false
  return (BigInt(ogrn.slice(0, -1)) % BigInt(ogrn.length - 2)) % 10n === BigInt(ogrn.slice(-1))
}

/** БИК: 04 for a Russian bank; 00, 01, 02 for those served by the Bank of Russia itself, the Treasury among them. */
export const isRussianBik = (bik: string): boolean => /^(04|00|01|02)\d{7}$/.test(bik)

/**
 * A Russian account, by the key that it makes together with the bank's БИК.
 * Treasury accounts (they begin with 0) carry no such key; accounts at the Bank of Russia itself are
 * keyed by its branch and not by the last three digits of the БИК.
 */
export function isRussianAccount(account: string, bik: string): boolean {
  if (!/^\d{20}$/.test(account) || !isRussianBik(bik) || /^0+$/.test(account)) return false
  if (account.startsWith('0')) return true
  const at_bank_of_russia = /00[012]$/.test(bik) || account.startsWith('40102')
  return keyed((at_bank_of_russia ? branchOf(bik) : bik.slice(-3)) + account)
}

/** A bank's correspondent account: 301…, ends as its БИК does, keyed by the branch of the Bank of Russia. */
export function isRussianCorrAccount(account: string, bik: string): boolean {
  if (!/^(301|401)\d{17}$/.test(account) || !isRussianBik(bik)) return false
  const ends_alike = !account.startsWith('301') || account.slice(-3) === bik.slice(-3)
  return ends_alike && keyed(branchOf(bik) + account)
}

const branchOf = (bik: string): string => `0${bik.slice(4, 6)}`
const keyed = (digits: string): boolean =>
  Array.from(digits).reduce((sum, digit, at) => sum + ((Number(digit) * ([7, 1, 3][at % 3] ?? 0)) % 10), 0) % 10 === 0

/** ОКПО: 8 digits of an organisation, 10 of an entrepreneur. */
export function isOkpo(okpo: string): boolean {
  if (!/^(\d{8}|\d{10})$/.test(okpo) || /^0+$/.test(okpo)) return false
  const key = (weightAt: (at: number) => number) =>
    weighted(
      okpo,
      Array.from({ length: okpo.length - 1 }, (_, at) => weightAt(at)),
    ) % 11
  const given = Number(okpo.at(-1))
  const first = key((at) => at + 1)
  if (first < 10) return first === given
  // The second row of weights begins with 3. After 10 some offices go on with 11, others begin again: both are in use.
  return [key((at) => at + 3), key((at) => ((at + 2) % 10) + 1)].some((second) => second % 10 === given)
}

/** СНИЛС: nine digits and a key of two. Numbers up to 001-001-998 were given out without one. */
export function isSnils(snils: string): boolean {
  if (!/^\d{11}$/.test(snils) || /^0{9}/.test(snils)) return false
  if (Number(snils.slice(0, 9)) <= 1_001_998) return true
  return (weighted(snils, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === Number(snils.slice(9))
}

/** The letters of an УНП in the order of their values; Cyrillic twins are read as these. */
const UNP_LETTERS = 'ABCEHKMOPT'
const CYRILLIC_TWINS = 'АВСЕНКМОРТ'

/** УНП: nine signs; organisations have digits only, persons and entrepreneurs begin with two letters. */
export function isUnp(given: string): boolean {
  const unp = given.replace(/[АВСЕНКМОРТ]/g, (letter) => UNP_LETTERS[CYRILLIC_TWINS.indexOf(letter)] ?? letter)
  if (!/^([1-79]\d|[ABCEHKM][ABCEHKMOPT])\d{7}$/.test(unp)) return false
  const sum = [29, 23, 19, 17, 13, 7, 5, 3].reduce((total, weight, at) => total + weight * unpValue(unp, at), 0)
  return sum % 11 === Number(unp[8])
}

/** The first letter counts as in base 36, the second by its place among the ten letters. */
function unpValue(unp: string, at: number): number {
  const sign = unp[at] ?? ''
  if (/\d/.test(sign)) return Number(sign)
  return at === 0 ? Number.parseInt(sign, 36) : UNP_LETTERS.indexOf(sign)
}

/** An IBAN of any country: its two check digits (ISO 7064, mod 97). */
export function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/.test(iban)) return false
  const digits = Array.from(iban.slice(4) + iban.slice(0, 4))
    .map((sign) => Number.parseInt(sign, 36))
    .join('')
  return BigInt(digits) % 97n === 1n
}

/** 28 signs: BY, check digits, the bank (first four of its BIC), the balance account, the account itself. */
export const isBelarusIban = (iban: string): boolean =>
  /^BY\d{2}[0-9A-Z]{4}\d{4}[0-9A-Z]{16}$/.test(iban) && isIban(iban)

/** A SWIFT code: bank, country, place, perhaps a branch. */
export const isSwift = (bic: string): boolean => /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic)

function weighted(digits: string, weights: number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0)
}
