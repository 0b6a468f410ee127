import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { issueDocuments, proposeDocuments } from '#contract/documents.ts'
import { setWatcher } from '#contract/order-watchers.ts'
import { changeCompany } from '#contract/people.ts'
import * as history from '#contract/history.ts'
import { noteOrder } from '#contract/order-notes.ts'
import * as orders from '#contract/orders.ts'
import * as tasks from '#contract/tasks.ts'
import { listCounterparties } from '#contract/counterparties.ts'
import { listRoles } from '#contract/access/roles.ts'
import { listCandidates } from '#contract/staffing/choosing.ts'
import { moveMember } from '#contract/tree.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { as, done, type Person } from '#test/as.ts'
import { product } from '#test/product.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { closeTaskOf, makeOrder } from '#test/world/orders.ts'
import { makePerformer, makeStaff } from '#test/world/people.ts'
import { makePool } from '#test/world/pools.ts'
import { minskDay } from '#test/world/tasks.ts'

const cookieOf = ({ cookies }: Person) => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

async function sendPhoto(person: Person): Promise<string> {
  const { url } = await product()
  const form = new FormData()
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#884422' } })
    .jpeg()
    .toBuffer()
  form.append('file', new Blob([new Uint8Array(bytes)]), 'щит.jpg')
  const sent = await fetch(`${url}/api/files`, { method: 'POST', headers: { cookie: cookieOf(person) }, body: form })
  return ((await sent.json()) as { id: string }).id
}

/** An order with a task of a performer, who has logged an hour and sent a photo. */
async function makeWork(company: Company, wish: { responsible_id?: string; assignee_id?: string } = {}) {
  const { owner } = company
  const performer = await makePerformer(company, { cost_per_hour: '2000' })
  const { responsible_id, assignee_id } = wish
  const order = await makeOrder(owner, { ...(responsible_id && { responsible_id }) })
  const assignee_ids = [performer.id, ...(assignee_id ? [assignee_id] : [])]
  const { id: task_id } = await done(owner, orders.giveTask, { order_id: order.id, title: 'Короб', assignee_ids })
  await done(performer, tasks.acceptTask, { task_id })
  await done(performer, tasks.logTime, { task_id, day: minskDay(), minutes: 60 })
  const file_id = await sendPhoto(performer)
  await done(performer, tasks.addPhoto, { task_id, file_id, stage: 'after' })
  return { order, task_id, file_id, performer }
}

type Work = Awaited<ReturnType<typeof makeWork>>

/** What a person is shown of a piece of work, wherever it could show. */
async function shown(person: Person, { order, task_id, file_id }: Work) {
  const { url } = await product()
  const has = (rows: readonly { id: string }[], id: string) => rows.some((row) => row.id === id)
  const { columns } = await done(person, orders.getBoard, {})
  return {
    list: has((await done(person, orders.listOrders, {})).rows, order.id),
    count: columns.reduce((sum, column) => sum + column.count, 0) > 0,
    card: (await as(person, orders.getOrder, { order_id: order.id })).status === 200,
    timeline: (await as(person, history.getOrderTimeline, { order_id: order.id })).status === 200,
    search: has((await done(person, history.search, { text: String(order.number) })).rows, order.id),
    customer: has((await done(person, listCounterparties, {})).rows, order.counterparty!.id),
    tasks: has((await done(person, tasks.listTasks, {})).rows, task_id),
    task: (await as(person, tasks.getTask, { task_id })).status === 200,
    file: (await fetch(`${url}/api/files/${file_id}`, { headers: { cookie: cookieOf(person) } })).status === 200,
  }
}

const all = (value: boolean) => {
  const order = { list: value, count: value, card: value, timeline: value, search: value, customer: value }
  return { ...order, tasks: value, task: value, file: value }
}

test('RGT-1 RGT-4: of an order that is not his a member is shown nothing anywhere; of his own everything', async () => {
  const company = await makeCompany()
  const vera = await makeStaff(company, 'member', 'Вера Олешко')
  const other = await makeWork(company)
  assert.deepEqual(await shown(vera, other), all(false))
  assert.deepEqual(await shown(company.owner, other), all(true))

  assert.deepEqual(await shown(vera, await makeWork(company, { responsible_id: vera.id })), all(true))
  assert.deepEqual(await shown(vera, await makeWork(company, { assignee_id: vera.id })), all(true))
  assert.equal((await done(vera, orders.listOrders, {})).rows.length, 2)
})

test('RGT-1: of an order of which he has one task a member sees no other', async () => {
  const company = await makeCompany()
  const vera = await makeStaff(company, 'member', 'Вера Олешко')
  const { order, task_id } = await makeWork(company, { assignee_id: vera.id })
  const second = await done(company.owner, orders.giveTask, { order_id: order.id, title: 'Щит', assignee_ids: [] })

  const card = await done(vera, orders.getOrder, { order_id: order.id })
  assert.deepEqual(
    card.tasks.map(({ id }) => id),
    [task_id],
  )
  assert.equal((await as(vera, tasks.getTask, { task_id: second.id })).status, 404)
})

test('RGT-2 RGT-1: a manager sees all orders until the company closes them, then those of his people; at once', async () => {
  const company = await makeCompany()
  const [olga, vera] = [await makeStaff(company, 'manager', 'Ольга'), await makeStaff(company, 'member', 'Вера')]
  const [hers, alien] = [await makeWork(company, { responsible_id: vera.id }), await makeWork(company)]
  assert.deepEqual(await shown(olga, alien), all(true))

  await done(company.owner, changeCompany, { orders_open: false })
  // A manager keeps customers: he sees them all.
  const nothing = { ...all(false), customer: true }
  assert.deepEqual([await shown(olga, alien), await shown(olga, hers)], [nothing, nothing])

  await done(company.owner, moveMember, { member_id: vera.id, head_id: olga.id, with_reports: true })
  assert.deepEqual(await shown(olga, hers), all(true))
  assert.equal((await done(olga, orders.getOrder, { order_id: hers.order.id })).can.change, null)
  assert.deepEqual(await shown(olga, alien), { ...nothing, count: true })

  await done(company.owner, changeCompany, { orders_open: true })
  assert.deepEqual(await shown(olga, alien), all(true))
})

test('RGT-1: whoever leads a pool sees the tasks of its performers, and not their orders', async () => {
  const company = await makeCompany()
  const olga = await makeStaff(company, 'manager', 'Ольга')
  await done(company.owner, changeCompany, { orders_open: false })
  const work = await makeWork(company)
  assert.equal((await shown(olga, work)).task, false)

  await makePool(olga, [work.performer])
  const { task, tasks: listed, file, card, list, search } = await shown(olga, work)
  assert.deepEqual([task, listed, file], [true, true, true])
  assert.deepEqual([card, list, search], [false, false, false])
})

test('RGT-3 RGT-1 S7: raw SQL in a member’s eyes gives his work, no cost and nothing of others', async () => {
  const company = await makeCompany()
  const vera = await makeStaff(company, 'member', 'Вера Олешко')
  const [{ order }] = [await makeWork(company, { responsible_id: vera.id }), await makeWork(company)]
  await done(company.owner, orders.agree, { order_id: order.id, price_model: 'fixed', price: '10000' })
  const { process } = await product()
  const sight = { own: [vera.id], led: [], pools: [] }
  const eyes = { kind: 'staff', company_id: company.id, subject_id: vera.id, only_order_id: null, sight } as const
  const names = [
    'orders',
    'agreements',
    'order_tasks',
    'tasks',
    'task_assignees',
    'time_entries',
    'task_photos',
    'files',
  ]
  const money = ['rates', 'agreement_prices', 'labour_costs', 'task_fees', 'documents', 'outgoing_mails']
  const counts = await inTransaction(process.doorway, eyes, {
    read_only: true,
    async run(db) {
      const rows: Record<string, number> = {}
      for (const name of [...names, ...money]) {
        const all = await db
          .selectFrom(name as 'orders')
          .select('company_id')
          .execute()
        rows[name] = all.length
      }
      return rows
    },
  })
  assert.deepEqual(counts, {
    ...Object.fromEntries(names.map((name) => [name, 1])),
    ...Object.fromEntries(money.map((name) => [name, 0])),
  })
})

test('RGT-5: what he does not see takes a performer’s time all the same, and is not named', async () => {
  const company = await makeCompany()
  const { owner } = company
  const olga = await makeStaff(company, 'manager', 'Ольга')
  await done(owner, changeCompany, { orders_open: false })
  const pavel = await makePerformer(company)
  const times = { starts_at: '2026-03-10T07:00:00.000Z', ends_at: '2026-03-10T09:00:00.000Z' }
  const give = { title: 'Тайное', assignee_ids: [pavel.id], ...times }
  const { id: hidden } = await done(owner, tasks.createTask, give)
  await done(pavel, tasks.acceptTask, { task_id: hidden })
  await done(pavel, tasks.logTime, { task_id: hidden, day: '2026-03-10', minutes: 1000 })

  const order = await makeOrder(olga)
  const { id: task_id } = await done(olga, orders.giveTask, {
    order_id: order.id,
    title: 'Щит',
    assignee_ids: [pavel.id],
  })
  const { rows } = await done(olga, tasks.findClashes, { member_id: [pavel.id], ...times })
  assert.deepEqual(
    rows.map(({ member, task }) => [member.id, task]),
    [[pavel.id, null]],
  )
  const candidates = await done(olga, listCandidates, { from: times.starts_at, to: times.ends_at })
  const { state, reasons } = candidates.rows.find(({ member }) => member.id === pavel.id)!
  assert.deepEqual([state, reasons.map(({ code, task }) => [code, task])], ['busy', [['busy.other', null]]])
  const day = { day: '2026-03-10', minutes: 500, member_id: pavel.id }
  const full = await as(olga, tasks.logTime, { task_id, ...day })
  assert.deepEqual([full.status, full.body.errors?.[0]?.code], [422, 'hours.day_full'])
})

test('RGT-1: where orders are closed a manager leads his own from the call to the end', async () => {
  const company = await makeCompany()
  const olga = await makeStaff(company, 'manager', 'Ольга')
  await done(company.owner, changeCompany, { orders_open: false })
  const performer = await makePerformer(company, { cost_per_hour: '2800' })
  const order = await makeOrder(olga)
  const order_id = order.id
  await done(olga, orders.agree, { order_id, price_model: 'fixed', price: '10000' })
  await done(olga, noteOrder, { order_id, text: 'Ключ у охраны' })
  await closeTaskOf(olga, order, { performer })
  const { order: shownOrder } = await done(olga, orders.sendToAcceptance, { order_id })
  assert.equal(shownOrder.phase, 'acceptance')
  assert.ok(BigInt(shownOrder.money?.labour ?? 0) >= 2800n)
  const accepted = await done(olga, orders.recordDecision, { order_id, decision: 'accepted', proof: 'По телефону' })
  assert.equal(accepted.phase, 'closing')
  const { rows } = await done(olga, history.getOrderTimeline, { order_id })
  assert.ok(rows.some(({ name }) => name === 'task.closed'))
})

test('RGT-6: where the company closes it performers are not shown whom to ask on site; staff are', async () => {
  const company = await makeCompany()
  const pavel = await makePerformer(company)
  const contact = { site_contact_name: 'Анна', site_contact_phone: '+375291112233' }
  const give = { title: 'Щит', assignee_ids: [pavel.id], ...contact }
  const { id: task_id } = await done(company.owner, tasks.createTask, give)
  const told = async (person: Person) => {
    const [task, { rows }] = [await done(person, tasks.getTask, { task_id }), await done(person, tasks.listTasks, {})]
    return [task, rows[0]!].map(({ site_contact_name, site_contact_phone }) => [site_contact_name, site_contact_phone])
  }
  const [open, closed] = [
    ['Анна', '+375291112233'],
    [null, null],
  ]
  assert.deepEqual(await told(pavel), [open, open])

  await done(company.owner, changeCompany, { site_contact_open: false })
  assert.deepEqual(await told(pavel), [closed, closed])
  assert.deepEqual(await told(company.owner), [open, open])
})

test('RGT-7: all staff read what each role may do, as the switches have it', async () => {
  const company = await makeCompany()
  const vera = await makeStaff(company, 'member')
  const has = async (role: string, right: string) =>
    (await done(vera, listRoles, {})).rows.find((row) => row.role === role)?.rights.includes(right)
  assert.deepEqual([await has('manager', 'orders.all'), await has('performer', 'site_contact.read')], [true, true])
  await done(company.owner, changeCompany, { orders_open: false, site_contact_open: false })
  assert.deepEqual([await has('manager', 'orders.all'), await has('performer', 'site_contact.read')], [false, false])
  assert.equal(await has('accountant', 'orders.all'), true)
})

test('RGT-12: a manager who only watches an order reads and comments; its tasks and documents are not his to lead', async () => {
  const company = await makeCompany()
  const olga = await makeStaff(company, 'manager', 'Ольга')
  const { order, task_id } = await makeWork(company)
  const order_id = order.id
  await done(company.owner, orders.agree, { order_id, price_model: 'fixed', price: '10000' })
  await done(company.owner, changeCompany, { orders_open: false })
  await done(company.owner, setWatcher, { order_id, member_id: olga.id, watches: true })
  const codeOf = async (asked: Promise<{ status: number; body: { code: string } }>) => {
    const { status, body } = await asked
    return [status, body.code]
  }

  const task = await done(olga, tasks.getTask, { task_id })
  assert.deepEqual([task.can.change?.code, task.can.cancel?.code], ['task.managers_only', 'task.managers_only'])
  assert.deepEqual(await codeOf(as(olga, tasks.changeTask, { task_id, title: 'Иное' })), [403, 'task.managers_only'])
  assert.equal((await as(olga, tasks.comment, { task_id, text: 'Когда?' })).status, 200)
  const issued = as(olga, issueDocuments, { order_id, kinds: ['invoice'] })
  assert.deepEqual(await codeOf(issued), [403, 'order.not_yours'])
  assert.deepEqual(await codeOf(as(olga, proposeDocuments, { order_id })), [403, 'order.not_yours'])

  await done(company.owner, orders.changeOrder, { order_id, responsible_id: olga.id })
  assert.equal((await as(olga, tasks.changeTask, { task_id, title: 'Иное' })).status, 200)
  assert.equal((await as(olga, proposeDocuments, { order_id })).status, 200)
})
