import { addAsset } from '#contract/parties/assets.ts'
import { addContract } from '#contract/parties/contracts.ts'
import { setRequisites } from '#contract/parties/requisites-versions.ts'
import * as counterparties from '#contract/counterparties.ts'
import { issueDocuments } from '#contract/documents.ts'
import type { Input } from '#contract/endpoint.ts'
import * as orders from '#contract/orders.ts'
import * as portal from '#contract/portal.ts'
import { done, type Person } from '../as.ts'
import type { Company } from '../world.ts'
import { phoneOf } from './counterparties.ts'
import type { Issuer } from './documents.ts'
import { arrive, asProgram, makeChannel, message } from './inbox.ts'
import { makeSentOrder } from './orders.ts'

let count = 500_000

export type WholeParty = {
  id: string
  contact_id: string
  site_id: string
  order_id: string
  document_id: string
  contract_id: string
  telegram: string
}

type Wish = Partial<Input<typeof counterparties.addCounterparty>> & { address?: string; from_day?: string }

/** A counterparty with one of everything that can name it, its contact or its site: nothing of it may stay behind. */
export async function makeWholeParty({ company }: Pick<Issuer, 'company'>, wish: Wish = {}): Promise<WholeParty> {
  const { owner } = company
  const number = ++count
  const { address = `Минск, ул. Сурганова, ${number}`, from_day = '2026-02-01', ...own } = wish
  const card = await done(owner, counterparties.addCounterparty, {
    kind: 'organisation',
    tax_number: `19${String(number).padStart(7, '0')}`,
    name: `ООО «Прибой ${number}»`,
    contact: { name: 'Ирина Ковалёва', phone: phoneOf(number), email: `irina${number}@priboy.example` },
    site: { address, access_note: `Домофон ${number}` },
    ...own,
  })
  const [contact_id = '', site_id = ''] = [card.contacts[0]?.id, card.sites[0]?.id]
  await done(owner, counterparties.changeSite, { site_id, contact_id })
  const { contract_id } = await agreedWith(owner, { card, number, from_day })
  const work = await workFor(company, { counterparty_id: card.id, contact_id, site_id })
  const telegram = await writeByTelegram(company, contact_id, number)
  return {
    id: card.id,
    contact_id,
    site_id,
    ...work,
    contract_id,
    telegram,
  }
}

type Agreed = { card: counterparties.CounterpartyCard; number: number; from_day: string }

/** Requisites of a day, a contract, equipment. */
async function agreedWith(owner: Person, { card: { id, name, sites }, number, from_day }: Agreed) {
  const held = { counterparty_id: id, from_day }
  await done(owner, setRequisites, { ...held, requisites: { legal_name: name, bank_name: `Банк ${number}` } })
  const contract = { counterparty_id: id, number: `${number}`, signed_on: '2026-01-15' }
  await done(owner, addAsset, { site_id: sites[0]?.id ?? '', name: 'Котёл', next_service_on: '2026-12-01' })
  return { contract_id: (await done(owner, addContract, contract)).id }
}

/** An order that the customer has accepted by his link, and one with an invoice. */
async function workFor(company: Company, of: { counterparty_id: string; contact_id: string; site_id: string }) {
  const { order, customer, link_id, secret } = await makeSentOrder(company, of)
  await done(customer, portal.openLink, { link_id, secret })
  await done(customer, portal.acceptWork, { link_id, round_id: order.rounds[0]?.id ?? '' })
  const agreed = await done(company.owner, orders.createOrder, { request: 'Вывеска', ...of })
  await done(company.owner, orders.agree, { order_id: agreed.id, price_model: 'fixed', price: '10000' })
  const { documents } = await done(company.owner, issueDocuments, { order_id: agreed.id, kinds: ['invoice'] })
  return { order_id: order.id, document_id: documents[0]?.id ?? '' }
}

/** The contact writes from a messenger, and is said to have a phone that nobody has proven. */
async function writeByTelegram(company: Company, contact_id: string, number: number): Promise<string> {
  const value = `9${number}`
  await asProgram(company, async ({ db, now }) => {
    const own = { company_id: company.id, contact_id }
    await db
      .insertInto('contact_identities')
      .values({ ...own, kind: 'telegram', value })
      .execute()
    const claim = { ...own, kind: 'phone' as const, value: phoneOf(number + 100_000), proven: false, claimed_at: now }
    await db.insertInto('contact_claims').values(claim).execute()
  })
  const channel = await makeChannel(company, 'telegram')
  const sender = { kind: 'telegram' as const, value, name: 'Ирина' }
  await arrive(channel, message({ thread: { key: `chat ${value}` }, sender, text: 'Когда приедете?' }))
  return value
}
