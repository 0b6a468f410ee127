import {
  compact,
  isBelarusIban,
  isIban,
  isInn,
  isKpp,
  isOgrn,
  isOkpo,
  isRussianAccount,
  isRussianBik,
  isRussianCorrAccount,
  isSnils,
  isUnp,
} from './check-digits.ts'

export type RequisiteKind =
  | 'inn'
  | 'kpp'
  | 'ogrn'
  | 'bik'
  | 'ru-account'
  | 'ru-corr-account'
  | 'unp'
  | 'iban'
  | 'okpo'
  | 'snils'

/** What stands beside a number and is judged together with it. */
export type Near = { bik?: string }

type Kind = {
  /** How many signs there may be, and what is said of any other number of them. */
  lengths: readonly number[]
  other: string
  /** What the signs may be; digits where nothing is said. */
  signs?: RegExp
  /** Signs that only group the number when it is written. */
  groups?: RegExp
  /** Of the right length and signs: what else is wrong. */
  judge: (value: string, near: Near) => string | null
}

const byKey =
  (isRight: (value: string) => boolean): Kind['judge'] =>
  (value) =>
    isRight(value) ? null : 'requisite.check-digit'

const byShape =
  (isRight: (value: string) => boolean): Kind['judge'] =>
  (value) =>
    isRight(value) ? null : 'requisite.shape'

/**
 * The key of an account is made together with the БИК. Without a БИК there is nothing to hold it against; one that is
 * itself wrong is told of the БИК, and again here, for the pair cannot be right.
 */
const withBik =
  (isRight: (account: string, bik: string) => boolean): Kind['judge'] =>
  (account, { bik }) => {
    if (/^0+$/.test(account)) return 'requisite.shape'
    const bare = compact(bik ?? '')
    return bare === '' || isRight(account, bare) ? null : 'requisite.not-of-bik'
  }

const kinds: Record<RequisiteKind, Kind> = {
  inn: { lengths: [10, 12], other: 'requisite.inn-length', judge: byKey(isInn) },
  kpp: { lengths: [9], other: 'requisite.kpp-length', signs: /^[0-9A-Z]+$/, judge: byShape(isKpp) },
  ogrn: { lengths: [13, 15], other: 'requisite.ogrn-length', judge: ogrn },
  bik: { lengths: [9], other: 'requisite.bik-length', judge: byShape(isRussianBik) },
  'ru-account': { lengths: [20], other: 'requisite.account-length', groups: /[.-]/g, judge: withBik(isRussianAccount) },
  'ru-corr-account': { lengths: [20], other: 'requisite.account-length', groups: /[.-]/g, judge: corrAccount },
  unp: { lengths: [9], other: 'requisite.unp-length', signs: /^[0-9A-ZАВСЕНКМОРТ]+$/, judge: unp },
  iban: { lengths: range(15, 34), other: 'requisite.iban-length', signs: /^[0-9A-Z]+$/, groups: /-/g, judge: iban },
  okpo: { lengths: [8, 10], other: 'requisite.okpo-length', judge: byKey(isOkpo) },
  snils: { lengths: [11], other: 'requisite.snils-length', groups: /-/g, judge: byKey(isSnils) },
}

/**
 * Why a number cannot be right, as the code of a sentence; null when it can.
 *
 * Spaces of all kinds, lower case and the number's own name before it («УНП 191682495») are how people paste, and are
 * forgiven. Dashes are forgiven where the number is customarily written in groups (СНИЛС, accounts); elsewhere a dash
 * is a sign too many, for it may stand for a lost digit.
 */
export function requisiteFault(kind: RequisiteKind, value: string, near: Near = {}): string | null {
  const { lengths, other, signs = /^\d+$/, groups, judge } = kinds[kind]
  const bare = compact(value)
  const number = groups ? bare.replace(groups, '') : bare
  if (number === '') return 'requisite.empty'
  if (!signs.test(number)) return 'requisite.signs'
  if (!lengths.includes(number.length)) return other
  return judge(number, near)
}

function ogrn(value: string): string | null {
  const first = value.length === 13 ? /^[15]/ : /^3/
  if (!first.test(value)) return 'requisite.shape'
  return isOgrn(value) ? null : 'requisite.check-digit'
}

function corrAccount(account: string, near: Near): string | null {
  if (!/^[34]01/.test(account)) return 'requisite.shape'
  return withBik(isRussianCorrAccount)(account, near)
}

function unp(value: string): string | null {
  if (!/^([1-79]\d|[ABCEHKMАВСЕНКМ][ABCEHKMOPTАВСЕНКМОРТ])\d{7}$/.test(value)) return 'requisite.shape'
  return isUnp(value) ? null : 'requisite.check-digit'
}

/** Of Belarus: 28 signs with the bank and the balance account in their places. Of other countries: the check digits. */
function iban(value: string): string | null {
  if (!/^[A-Z]{2}\d{2}/.test(value)) return 'requisite.shape'
  const belarusian = value.startsWith('BY')
  if (belarusian && value.length !== 28) return 'requisite.by-iban-length'
  if (!isIban(value)) return 'requisite.check-digit'
  return belarusian && !isBelarusIban(value) ? 'requisite.shape' : null
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}
