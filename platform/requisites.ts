import type { Requisites, RequisitesCountry, RequisitesField } from '#contract/requisites.ts'
import {
  compact,
  isBelarusIban,
  isIban,
  isInn,
  isKpp,
  isOgrn,
  isRussianAccount,
  isRussianBik,
  isRussianCorrAccount,
  isSwift,
  isUnp,
} from './check-digits.ts'

/** A field that cannot be right, with the code of the sentence that says why. */
export type RequisitesFault = { field: RequisitesField; code: string }

type Check = (value: string, all: Requisites) => string | null

const check =
  (code: string, isRight: (value: string) => boolean): Check =>
  (value) =>
    isRight(value) ? null : code

const email = check('requisites.email_wrong', (value) => /^[^@]+@[^@]+\.[^@]+$/.test(value))

const checks: Record<RequisitesCountry, { [F in RequisitesField]?: Check }> = {
  BY: {
    tax_number: check('requisites.unp_wrong', isUnp),
    account: belarusAccount,
    bic: check('requisites.swift_wrong', isSwift),
    email,
  },
  RU: {
    tax_number: check('requisites.inn_wrong', isInn),
    kpp: check('requisites.kpp_wrong', isKpp),
    ogrn: check('requisites.ogrn_wrong', isOgrn),
    account: russianAccount,
    bic: check('requisites.bik_wrong', isRussianBik),
    corr_account: russianCorrAccount,
    email,
  },
  other: { account: foreignAccount, email },
}

/**
 * What is wrong in the requisites of a party, field by field; empty when all that is given can be right.
 * What is not given is no fault: requisites may come later.
 */
export function checkRequisites(country: RequisitesCountry, requisites: Requisites): RequisitesFault[] {
  return fieldsOf(checks[country]).flatMap((field) => {
    const given = compact(String(requisites[field] ?? ''))
    const code = given === '' ? null : (checks[country][field]?.(given, requisites) ?? null)
    return code ? [{ field, code }] : []
  })
}

const needed: Record<RequisitesCountry, readonly RequisitesField[]> = {
  BY: ['legal_name', 'tax_number', 'legal_address', 'signatory_name', 'signatory_position'],
  RU: ['legal_name', 'tax_number', 'legal_address', 'signatory_name', 'signatory_position'],
  other: ['legal_name'],
}

/** The fields without which a party cannot stand in a document: the seller's bank besides, where one pays to it. */
export function lackingFor(
  role: 'seller' | 'buyer',
  country: RequisitesCountry,
  requisites: Requisites,
): RequisitesField[] {
  const bank: RequisitesField[] = country === 'other' ? [] : ['bank_name', 'account', 'bic']
  const fields = role === 'seller' ? [...needed[country], ...bank] : needed[country].slice(0, 2)
  return fields.filter((field) => !String(requisites[field] ?? '').trim())
}

/** Numbers as they are stored: without spaces and prefixes. Names and addresses stay as typed. */
export function tidyRequisites(requisites: Requisites): Requisites {
  const tidy = { ...requisites }
  for (const field of ['tax_number', 'kpp', 'ogrn', 'account', 'bic', 'corr_account'] as const) {
    if (tidy[field] !== undefined) tidy[field] = compact(tidy[field])
  }
  return tidy
}

/** The bank stands twice, in the IBAN and in the BIC: a mix-up of two banks shows there. */
function belarusAccount(account: string, { bic }: Requisites): string | null {
  if (!isBelarusIban(account)) return 'requisites.iban_wrong'
  const bank = compact(bic ?? '')
  return isSwift(bank) && bank.slice(0, 4) !== account.slice(4, 8) ? 'requisites.iban_of_other_bank' : null
}

/** The key of a Russian account needs its БИК; without one only the length can be judged. */
function russianAccount(account: string, { bic }: Requisites): string | null {
  if (!/^\d{20}$/.test(account)) return 'requisites.account_wrong'
  const bik = compact(bic ?? '')
  return !isRussianBik(bik) || isRussianAccount(account, bik) ? null : 'requisites.account_not_of_bik'
}

function russianCorrAccount(account: string, { bic }: Requisites): string | null {
  if (!/^\d{20}$/.test(account)) return 'requisites.corr_account_wrong'
  const bik = compact(bic ?? '')
  return !isRussianBik(bik) || isRussianCorrAccount(account, bik) ? null : 'requisites.corr_account_not_of_bik'
}

/** Abroad an account may be anything; what looks like an IBAN must be one. */
function foreignAccount(account: string): string | null {
  return /^[A-Z]{2}\d{2}/.test(account) && !isIban(account) ? 'requisites.iban_wrong' : null
}

function fieldsOf(table: { [F in RequisitesField]?: Check }): RequisitesField[] {
  return Object.keys(table) as RequisitesField[]
}
