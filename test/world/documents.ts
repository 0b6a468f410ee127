import { sql } from 'kysely'
import * as counterparties from '#contract/counterparties.ts'
import type * as orders from '#contract/orders.ts'
import { agree, createOrder } from '#contract/orders.ts'
import * as people from '#contract/people.ts'
import { done } from '../as.ts'
import { type Company, makeCompany } from '../world.ts'
import { inside } from './inside.ts'

/** What a seller's form in Belarus asks for. */
export const REQUISITES = {
  legal_name: 'Общество с ограниченной ответственностью «ГородСервис»',
  short_name: 'ООО «ГородСервис»',
  tax_number: '191682495',
  legal_address: '220004, г. Минск, ул. Кальварийская, 41',
  bank_name: 'ОАО «Белинвестбанк»',
  account: 'BY86AKBB10100000002966000000',
  bic: 'AKBBBY2X',
  signatory_name: 'Санько О. В.',
  signatory_position: 'Директор',
}
/** The same in Russia. */
export const RUSSIAN = {
  tax_number: '7707083893',
  account: '40702810900000002851',
  bic: '044525225',
  bank_name: 'ПАО Сбербанк',
}

type Wish = { country?: 'BY' | 'RU'; requisites?: object }
export type Issuer = { company: Company; counterparty_id: string }

/** A company that may issue documents, with a customer to whom it can. */
export async function makeIssuer({ country = 'BY', requisites = REQUISITES }: Wish = {}): Promise<Issuer> {
  const company = await makeCompany({ country })
  await done(company.owner, people.changeCompany, { requisites })
  const { id } = await done(company.owner, counterparties.addCounterparty, {
    kind: 'organisation',
    name: 'ЗАО «Европа»',
    requisites: { legal_name: 'ЗАО «Европа»', tax_number: '100217336' },
  })
  return { company, counterparty_id: id }
}

type Terms = { price_model: 'fixed' | 'hourly'; price: string; vat_rate?: number | null; scope?: string }

/** An order of the issuer's customer with terms. */
export async function makeAgreedOrder(
  { company, counterparty_id }: Issuer,
  terms: Partial<Terms> = {},
): Promise<orders.Order> {
  const request = 'Подключить световой короб'
  const order = await done(company.owner, createOrder, { request, counterparty_id })
  return done(company.owner, agree, {
    order_id: order.id,
    price_model: 'fixed',
    price: '186000',
    vat_rate: 20,
    ...terms,
  })
}

/** Puts an order straight into a phase, for tests that are not about how it comes there. */
export async function putIntoPhase(company: Company, order_id: string, phase: orders.Phase): Promise<void> {
  await inside(company, ({ db }) =>
    sql`update orders o set phase = ${phase}::order_phase,
        stage_id = (select s.id from stages s where s.company_id = o.company_id and s.phase = ${phase}::order_phase order by s.position limit 1)
      where o.id = ${order_id}`.execute(db),
  )
}
