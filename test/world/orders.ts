import * as orders from '#contract/orders.ts'
import * as tasks from '#contract/tasks.ts'
import type { Input } from '#contract/endpoint.ts'
import { anybody, done, type Person } from '../as.ts'
import type { Company } from '../world.ts'
import { makeCounterparty } from './counterparties.ts'
import { inside } from './inside.ts'
import { makePerformer, type Member } from './people.ts'
import { minskDay } from './tasks.ts'

type Wish = Partial<Input<typeof orders.createOrder>>

/** An order of a customer of its own, with his contact and site. */
export async function makeOrder(by: Person, wish: Wish = {}): Promise<orders.Order> {
  const own = wish.counterparty_id ? {} : await partyOf(by)
  return done(by, orders.createOrder, { request: 'Подключить световой короб', ...own, ...wish })
}

async function partyOf(by: Person): Promise<Wish> {
  const { id: counterparty_id, contacts, sites } = await makeCounterparty(by)
  const [contact, site] = [contacts[0], sites[0]]
  return { counterparty_id, ...(contact && { contact_id: contact.id }), ...(site && { site_id: site.id }) }
}

type Given = Partial<Input<typeof orders.giveTask>>

/** A task of an order that its performer has done in an hour and the manager has closed. */
export async function closeTaskOf(
  by: Person,
  order: { id: string },
  { performer, ...given }: Given & { performer: Member },
): Promise<tasks.Task> {
  const task = { title: 'Монтаж и подключение', assignee_ids: [performer.id], ...given }
  const { id: task_id } = await done(by, orders.giveTask, { order_id: order.id, ...task })
  await done(performer, tasks.acceptTask, { task_id })
  await done(performer, tasks.startTask, { task_id })
  await done(performer, tasks.logTime, { task_id, day: minskDay(), minutes: 60 })
  await done(performer, tasks.sayDone, { task_id })
  return done(by, tasks.closeTask, { task_id })
}

export type Sent = {
  order: orders.Order
  url: string
  link_id: string
  secret: string
  customer: Person
  performer: Member
}

/** An order whose work is done and shown to its customer, who holds the link and has not opened it. */
export async function makeSentOrder(company: Company, wish: Wish = {}): Promise<Sent> {
  const performer = await makePerformer(company, { cost_per_hour: '2800' })
  const order = await makeOrder(company.owner, wish)
  await closeTaskOf(company.owner, order, { performer })
  const sent = await done(company.owner, orders.sendToAcceptance, { order_id: order.id })
  return { ...sent, ...linkOf(sent.url), customer: anybody(), performer }
}

/** The two halves of a customer's link. */
export function linkOf(url: string): { link_id: string; secret: string } {
  const [link_id = '', secret = ''] = (url.split('/').at(-1) ?? '').split('.')
  return { link_id, secret }
}

/** What was told of an order, in order. */
export const eventsOf = (company: Company, order_id: string) =>
  inside(company, ({ db }) =>
    db
      .selectFrom('events')
      .select(['name', 'facts', 'actor_kind', 'actor_name'])
      .where('company_id', '=', company.id)
      .where('subject_id', '=', order_id)
      .orderBy('id')
      .execute(),
  )

/** The stage of the company's funnel that stands for a phase. */
export async function stageOf(by: Person, phase: orders.Phase): Promise<string> {
  const { rows } = await done(by, orders.listFunnels, {})
  return rows[0]?.stages.find((stage) => stage.phase === phase)?.id ?? ''
}
