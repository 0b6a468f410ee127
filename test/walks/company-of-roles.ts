import { makeRole, setRole } from '#contract/access/roles.ts'
import { issueDocuments } from '#contract/documents.ts'
import { setWatcher } from '#contract/order-watchers.ts'
import * as orders from '#contract/orders.ts'
import { changeCompany } from '#contract/people.ts'
import * as tasks from '#contract/tasks.ts'
import { moveMember } from '#contract/tree.ts'
import { openLink } from '#contract/portal.ts'
import { anybody, done, type Person } from '../as.ts'
import { makePerformer, makeStaff, type Member } from '../world/people.ts'
import { makePool } from '../world/pools.ts'
import { minskDay } from '../world/tasks.ts'
import { furnished, type Furnished } from './furnished.ts'
import type { Ids } from './sample.ts'

/**
 * In the order of the columns; `closed` is a manager where the company has closed its orders to managers, `own_role` one of
 * the staff with a role that the company has made: he leads all orders and sees no money.
 */
export const COLUMNS = [
  'owner',
  'admin',
  'manager',
  'closed',
  'accountant',
  'member',
  'own_role',
  'performer',
  'customer',
  'nobody',
] as const
export type Column = (typeof COLUMNS)[number]
/** What an object is to who asks: his own, of one below him, of his pool, watched by him, another's, another company's. */
export const RELATIONS = ['own', 'below', 'pool', 'watched', 'other', 'foreign'] as const
export type Relation = (typeof RELATIONS)[number]

export type Roles = { who: Record<Column, Person>; ids: (column: Column, relation: Relation) => Ids | null }

/** Two companies, one of them closed, with people of every role and what each of them is to an object. */
export async function companyOfRoles(): Promise<Roles> {
  const [open, closed] = [await furnished(), await furnished()]
  await done(closed.company.owner, changeCompany, { orders_open: false })
  const staff = await staffOf(open)
  const [boss, report] = [await makeStaff(closed.company, 'manager'), await makeStaff(closed.company, 'member')]
  await done(closed.company.owner, moveMember, { member_id: report.id, head_id: boss.id, with_reports: true })
  const performer = await makePerformer(open.company)
  const pooled = await makePerformer(closed.company)
  await makePool(boss, [pooled])
  const special = new Map<string, Ids>([
    ['manager own', await workOf(open, staff.manager)],
    ['accountant own', await workOf(open, staff.accountant)],
    ['member own', await workOf(open, staff.member)],
    ['member watched', await workOf(open, open.company.owner, { watcher: staff.member })],
    ['own_role own', await workOf(open, staff.own_role)],
    ['performer own', await workOf(open, open.company.owner, { performer })],
    ['closed own', await workOf(closed, boss)],
    ['closed below', await workOf(closed, report)],
    ['closed pool', await workOf(closed, closed.company.owner, { performer: pooled })],
    ['closed watched', await workOf(closed, closed.company.owner, { watcher: boss })],
  ])
  const who = {
    owner: open.company.owner,
    ...staff,
    closed: boss,
    performer,
    customer: await customerOf(open),
    nobody: anybody(),
  }
  return {
    who,
    ids(column, relation) {
      const [ours, theirs] = column === 'closed' ? [closed, open] : [open, closed]
      if (relation === 'other') return ours.ids
      if (relation === 'foreign') return theirs.ids
      return special.get(`${column} ${relation}`) ?? null
    },
  }
}

async function staffOf({ company }: Furnished) {
  const [admin, manager] = [await makeStaff(company, 'admin'), await makeStaff(company, 'manager')]
  return {
    admin,
    manager,
    accountant: await makeStaff(company, 'accountant'),
    member: await makeStaff(company, 'member'),
    own_role: await dispatcherOf({ company }),
  }
}

async function dispatcherOf({ company: { owner }, company }: Pick<Furnished, 'company'>) {
  const dispatcher = await makeStaff(company, 'member')
  const rights = ['orders.all', 'orders.lead', 'tasks.give']
  const { role_id } = await done(owner, makeRole, { name: 'Диспетчер', role: 'member', rights })
  await done(owner, setRole, { member_id: dispatcher.id, role_id: role_id ?? '' })
  return dispatcher
}

async function customerOf({ ids }: Furnished): Promise<Person> {
  const customer = anybody()
  const { link_id = '', secret = '' } = ids
  await done(customer, openLink, { link_id, secret })
  return customer
}

type Wish = { performer?: Member; watcher?: { id: string } }

/** An order that this person answers for, with a task that he curates, its hours, a point and an invoice. */
async function workOf(
  { company, ids }: Furnished,
  { id }: { id: string },
  { performer, watcher }: Wish = {},
): Promise<Ids> {
  const { owner } = company
  const worker = performer ?? (await makePerformer(company))
  const demands = [{ speciality: 'Электрики', people: 1 }]
  const about = { request: 'Короб', counterparty_id: ids['agreed_counterparty_id'] ?? '', responsible_id: id, demands }
  const order = await done(owner, orders.createOrder, about)
  const order_id = order.id
  await done(owner, orders.agree, { order_id, price_model: 'fixed', price: '10000' })
  const { documents } = await done(owner, issueDocuments, { order_id, kinds: ['invoice'] })
  const give = { order_id, title: 'Щит', assignee_ids: [worker.id], checklist: ['Точка'] }
  const { id: task_id, checklist } = await done(owner, orders.giveTask, give)
  await done(owner, tasks.changeTask, { task_id, curator_id: id })
  await done(worker, tasks.acceptTask, { task_id })
  const logged = await done(worker, tasks.logTime, { task_id, day: minskDay(), minutes: 30 })
  if (watcher) await done(owner, setWatcher, { order_id, member_id: watcher.id, watches: true })
  const own = {
    order_id,
    task_id,
    demand_id: order.demands[0]?.id ?? '',
    document_id: documents[0]?.id ?? '',
    item_id: checklist[0]?.id ?? '',
    time_entry_id: logged.id,
  }
  return { ...ids, ...own }
}

/** What `workOf` makes anew: to an endpoint that names none of them all relations are one. */
export const VARYING = ['order_id', 'task_id', 'demand_id', 'document_id', 'item_id', 'time_entry_id']
