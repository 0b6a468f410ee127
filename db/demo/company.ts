import * as counterparties from '#contract/counterparties.ts'
import * as people from '#contract/people.ts'
import { anybody, type Caller, type Person } from './caller.ts'
import { CUSTOMERS, type CustomerKey, PASSWORD, PERFORMERS, SELLER, STAFF, type StaffKey, type Trade } from './cast.ts'
import type { Story, Timeline } from './timeline.ts'

export type Worker = Person & { id: string; name: string; trade: Trade; link: string }
export type Staff = Record<StaffKey, Person>
export type Client = Person & { id: string; contact_id: string; sites: { id: string; address: string }[] }
export type Company = { id: string; staff: Staff; workers: Worker[]; customers: Record<CustomerKey, Client> }

/** Working days before today on which the company moved in. */
const BEGAN = -31

/** The company before its first order: people, rates, customers. What it makes is put into `into`. */
export async function* moveIn(call: Caller, time: Timeline, into: Partial<Company>): Story {
  yield time.at(BEGAN, 9)
  const staff = await openCompany(call, into)
  yield time.at(BEGAN, 10.5)
  await joinStaff(call, staff)
  yield time.at(BEGAN, 14)
  into.workers = await addWorkers(call, staff.olga, time.day(BEGAN))
  yield time.at(BEGAN + 1, 10)
  into.customers = await addCustomers(call, staff)
  // A rise in the middle of the month: hours before it keep what they cost.
  yield time.at(-9, 9.2)
  const raised = into.workers.find(({ name }) => name === 'Сергей Драгун')
  await call.do(staff.owner, people.setRate, {
    member_id: raised?.id ?? '',
    from_day: time.day(-9),
    cost_per_hour: '2800',
  })
}

async function openCompany(call: Caller, into: Partial<Company>): Promise<Staff> {
  const persons = STAFF.map(({ key }) => [key, anybody()] as const)
  const staff = Object.fromEntries(persons) as Staff
  const [{ name, email }] = STAFF
  await call.account(staff.owner, '/sign-up/email', { name, email, password: PASSWORD })
  const me = await call.do(staff.owner, people.registerCompany, {
    name: 'ГородСервис',
    country: 'BY',
    currency: 'BYN',
    time_zone: 'Europe/Minsk',
    vat_rate: 20,
  })
  await call.do(staff.owner, people.changeCompany, { requisites: SELLER })
  into.id = me.company?.id ?? ''
  into.staff = staff
  return staff
}

async function joinStaff(call: Caller, staff: Staff): Promise<void> {
  for (const { key, name, email, role } of STAFF) {
    if (role === 'owner') continue
    const position = POSITIONS[key]
    const { url } = await call.do(staff.owner, people.invite, { role, name, ...(position && { position }) })
    await call.account(staff[key], '/sign-up/email', { name, email, password: PASSWORD })
    await call.do(staff[key], people.acceptInvitation, { link: lastPart(url), head_confirmed: true })
  }
}

const POSITIONS: Partial<Record<StaffKey, string>> = {
  olga: 'Руководитель электриков и клининга',
  dmitry: 'Руководитель сантехников',
  irina: 'Главный бухгалтер',
}

async function addWorkers(call: Caller, by: Person, from_day: string): Promise<Worker[]> {
  const workers: Worker[] = []
  for (const [name, phone, trade, cost] of PERFORMERS) {
    const { id } = await call.do(by, people.addPerformer, {
      name,
      phone,
      specialities: [trade],
      cost_per_hour: String(cost),
      from_day,
    })
    const { url } = await call.do(by, people.makePersonalLink, { member_id: id })
    const worker = { ...anybody(), id, name, trade, link: lastPart(url) }
    await call.do(worker, people.usePersonalLink, { link: worker.link })
    workers.push(worker)
  }
  return workers
}

async function addCustomers(call: Caller, staff: Staff): Promise<Company['customers']> {
  const added = {} as Company['customers']
  for (const key of Object.keys(CUSTOMERS) as CustomerKey[]) {
    const {
      name,
      requisites,
      contact,
      sites: [first, ...more],
    } = CUSTOMERS[key]
    const by = key === 'europa' || key === 'radio' ? staff.dmitry : staff.olga
    const tax = { tax_number: requisites.tax_number ?? '' }
    const { id, contacts, sites } = await call.do(by, counterparties.addCounterparty, {
      kind: 'organisation',
      name,
      ...tax,
      requisites,
      contact,
      ...(first && { site: first }),
    })
    const contact_id = contacts[0]?.id ?? ''
    for (const { id: site_id } of sites) await call.do(by, counterparties.changeSite, { site_id, contact_id })
    for (const site of more)
      sites.push(await call.do(by, counterparties.addSite, { counterparty_id: id, contact_id, ...site }))
    added[key] = { ...anybody(), id, contact_id, sites }
  }
  return added
}

export const lastPart = (url: string): string => url.slice(url.lastIndexOf('/') + 1)
