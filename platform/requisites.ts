import type { Requisites, RequisitesCountry, RequisitesField } from '#contract/requisites.ts'
import { compact, isIban, isRussianBik, isSwift } from './check-digits.ts'
import { requisiteFault, type RequisiteKind } from './requisite-fault.ts'

/** A field that cannot be right, with the code of the sentence that says why. */
export type RequisitesFault = { field: RequisitesField; code: string }

type Check = (value: string, all: Requisites) => string | null

const check =
  (code: string, isRight: (value: string) => boolean): Check =>
  (value) =>
    isRight(value) ? null : code

const numbered =
  (kind: RequisiteKind): Check =>
  (value) =>
    requisiteFault(kind, value)

const email = check('requisites.email_wrong', (value) => /^[^@]+@[^@]+\.[^@]+$/.test(value))

const checks: Record<RequisitesCountry, { [F in RequisitesField]?: Check }> = {
  BY: {
    tax_number: numbered('unp'),
    account: belarusAccount,
    bic: check('requisites.swift_wrong', isSwift),
    email,
  },
  RU: {
    tax_number: numbered('inn'),
    kpp: numbered('kpp'),
    ogrn: numbered('ogrn'),
    account: ofBank('ru-account'),
    bic: numbered('bik'),
    corr_account: ofBank('ru-corr-account'),
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
  const fault = requisiteFault('iban', account)
  if (fault) return fault
  if (!account.startsWith('BY')) return 'requisite.shape'
  const bank = compact(bic ?? '')
  return isSwift(bank) && bank.slice(0, 4) !== account.slice(4, 8) ? 'requisites.iban_of_other_bank' : null
}

/** The key of a Russian account needs its БИК; one that cannot be is told of itself and not of the account too. */
function ofBank(kind: 'ru-account' | 'ru-corr-account'): Check {
  return (account, { bic }) => {
    const bik = compact(bic ?? '')
    return requisiteFault(kind, account, isRussianBik(bik) ? { bik } : {})
  }
}

/** Abroad an account may be anything; what looks like an IBAN must be one. */
function foreignAccount(account: string): string | null {
  return /^[A-Z]{2}\d{2}/.test(account) && !isIban(account) ? 'requisite.check-digit' : null
}

function fieldsOf(table: { [F in RequisitesField]?: Check }): RequisitesField[] {
  return Object.keys(table) as RequisitesField[]
}
