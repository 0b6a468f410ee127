import { Type, type Static } from 'typebox'
import { OneOf } from './endpoint.ts'

/** Whose rules the requisites of a party follow: check digits and the form of its documents. */
export const RequisitesCountry = OneOf('BY', 'RU', 'other')
export type RequisitesCountry = Static<typeof RequisitesCountry>

/** Empty text is «not given»: a form sends it when a field is cleared. */
const Line = (max: number) => Type.Optional(Type.String({ maxLength: max }))

/**
 * What a party is called and where it is paid, as it stands in contracts and documents.
 * All may come later (a request needs none of it); issuing a document asks for what the form cannot do without.
 */
export const Requisites = Type.Object({
  /** Full legal name: «Общество с ограниченной ответственностью «Свет»». */
  legal_name: Line(300),
  /** As documents call it: «ООО «Свет»». */
  short_name: Line(200),
  /** УНП in Belarus, ИНН in Russia, the taxpayer's number elsewhere. */
  tax_number: Line(20),
  /** Russia only: КПП of an organisation. */
  kpp: Line(9),
  /** Russia only: ОГРН or ОГРНИП. */
  ogrn: Line(15),
  legal_address: Line(400),
  bank_name: Line(200),
  /** IBAN in Belarus, the 20 digits of the расчётный счёт in Russia. */
  account: Line(34),
  /** BIC (SWIFT) in Belarus, БИК in Russia. */
  bic: Line(11),
  /** Russia only: the bank's correspondent account. */
  corr_account: Line(20),
  phone: Line(40),
  email: Line(254),
  /** Surname and initials of who signs: «Иванов И. И.». */
  signatory_name: Line(120),
  /** «Директор». */
  signatory_position: Line(120),
  /** In the genitive, as «действующий на основании …» wants it: «Устава». */
  signatory_basis: Line(200),
  /** Whether the party charges VAT: the default of the lines of its documents. */
  vat_payer: Type.Optional(Type.Boolean()),
})
export type Requisites = Static<typeof Requisites>
export type RequisitesField = keyof Requisites
