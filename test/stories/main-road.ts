import assert from 'node:assert/strict'
import type { Reply } from '#contract/endpoint.ts'
import * as counterparties from '#contract/counterparties.ts'
import * as documents from '#contract/documents.ts'
import * as history from '#contract/history.ts'
import * as orders from '#contract/orders.ts'
import * as people from '#contract/people.ts'
import * as portal from '#contract/portal.ts'
import * as reports from '#contract/reports.ts'
import * as tasks from '#contract/tasks.ts'
import { anybody, type Person, type Problem } from '#test/http.ts'
import { type Calls, callsOn } from './calls.ts'
import { BUYER, SELLER } from './props.ts'

type Cast = { owner: Person; manager: Person; pavel: Person; igor: Person; marina: Person }
type Staff = { pavel_id: string; igor_id: string }

/** Steps 1–13 of the main road through the API only, as four kinds of people, with the refusals on the way. */
export async function walkMainRoad(urls: readonly string[]): Promise<void> {
  const calls = callsOn(urls)
  const cast: Cast = { owner: anybody(), manager: anybody(), pavel: anybody(), igor: anybody(), marina: anybody() }
  await begin(calls, cast)
  const staff = await addPerformers(calls, cast)
  const customer = await addCustomer(calls, cast)
  const order = await takeCall(calls, cast, customer)
  await agreeTerms(calls, cast, order.id)
  const task = await giveTask(calls, cast, { order, staff })
  await work(calls, cast, task)
  await checkAndClose(calls, cast, task.id)
  const link = await twoRounds(calls, cast, { order_id: order.id, task_id: task.id })
  await close(calls, cast, { order_id: order.id, link_id: link })
  await count(calls, cast, { order_id: order.id, staff })
}

/** 1. The owner registers the company and invites a manager by link (S13, S14). */
async function begin(calls: Calls, { owner, manager }: Cast): Promise<void> {
  await calls.signUp(owner, 'Анна Владимировна')
  await calls.do(owner, people.registerCompany, {
    name: 'ГородСервис',
    country: 'BY',
    currency: 'BYN',
    time_zone: 'Europe/Minsk',
    vat_rate: 20,
  })
  await calls.do(owner, people.changeCompany, { requisites: SELLER })
  const { url } = await calls.do(owner, people.invite, { role: 'manager', name: 'Ольга Санько' })
  await calls.signUp(manager, 'Ольга Санько')
  const link = url.split('/').at(-1) ?? ''
  const me = await calls.do(manager, people.acceptInvitation, { link })
  assert.equal(me.member?.role, 'manager')
  const late = anybody()
  await calls.signUp(late, 'Опоздавший')
  assert.ok((await calls.refused(late, people.acceptInvitation, { link })).status >= 400)
}

/** 2. Two performers with phone, trade and cost per hour; a personal link and no password (S21, S24, S7). */
async function addPerformers(calls: Calls, { manager, pavel, igor }: Cast): Promise<Staff> {
  const add = async (person: Person, name: string, phone: string) => {
    const { id } = await calls.do(manager, people.addPerformer, {
      name,
      phone,
      specialities: ['Электрики'],
      cost_per_hour: '2800',
    })
    const { url } = await calls.do(manager, people.makePersonalLink, { member_id: id })
    const link = url.split('/').at(-1) ?? ''
    assert.equal((await calls.do(anybody(), people.lookAtPersonalLink, { link })).member.name, name)
    await calls.do(person, people.usePersonalLink, { link })
    return id
  }
  const pavel_id = await add(pavel, 'Павел Жук', '+375 29 111-22-33')
  const igor_id = await add(igor, 'Игорь Лисовский', '8 029 111-22-44')
  assert.equal((await calls.refused(pavel, people.listMembers, {})).status, 403)
  return { pavel_id, igor_id }
}

/** 3. A counterparty with contact person and site (S19, S34). */
async function addCustomer(calls: Calls, { manager }: Cast) {
  const card = await calls.do(manager, counterparties.addCounterparty, {
    kind: 'organisation',
    name: 'ООО «Бизнес-центр Немига»',
    ...(BUYER.tax_number && { tax_number: BUYER.tax_number }),
    requisites: BUYER,
    contact: { name: 'Марина Ковалевич', phone: '+375 29 700-10-20', email: 'marina@example.test' },
    site: { address: 'ул. Кальварийская, 41', access_note: 'Вход с торца, пропуск у охраны' },
  })
  const double = await calls.refused(manager, counterparties.addCounterparty, {
    kind: 'organisation',
    name: 'Немига ещё раз',
    ...(BUYER.tax_number && { tax_number: BUYER.tax_number }),
  })
  assert.equal(double.code, 'counterparty.double')
  return card
}

/** 4. A call: the caller is found by phone, the request is kept word for word (S31–S35, S39). */
async function takeCall(calls: Calls, { manager }: Cast, customer: Reply<typeof counterparties.addCounterparty>) {
  const found = await calls.do(manager, counterparties.findCaller, { phone: '29700' })
  assert.equal(found.rows[0]?.contact.name, 'Марина Ковалевич')
  const text = '10 марта к 12:00 нужны два электрика на ул. Кальварийская, 41, подключить световой короб'
  const reading = await calls.do(manager, orders.readRequest, { text })
  assert.deepEqual([reading.demands[0]?.people, reading.demands[0]?.speciality], [2, 'Электрики'])
  const order = await calls.do(manager, orders.createOrder, {
    request: text,
    source: 'phone',
    counterparty_id: customer.id,
    contact_id: found.rows[0]?.contact.id ?? '',
    site_id: customer.sites[0]?.id ?? '',
    demands: [{ speciality: 'Электрики', people: 2, starts_at: reading.demands[0]?.starts_at ?? null }],
  })
  assert.equal(order.request, text)
  assert.deepEqual([order.demands[0]?.filled, order.demands[0]?.people], [0, 2])
  const bare = await calls.do(manager, orders.createOrder, { request: 'Филипенко 12, нет горячей воды' })
  assert.equal(bare.phase, 'new')
  return order
}

/** 5. Agreed terms are versions (S41). */
async function agreeTerms(calls: Calls, { manager }: Cast, order_id: string): Promise<void> {
  const first = { price_model: 'fixed', price: '180000', starts_at: inHours(20), due_at: inHours(24) } as const
  await calls.do(manager, orders.agree, { order_id, ...first })
  const order = await calls.do(manager, orders.agree, { order_id, ...first, price: '186000', due_at: inHours(26) })
  assert.deepEqual([order.agreement?.version, order.agreement?.price], [2, '186000'])
  assert.deepEqual(
    order.agreements.map(({ price }) => Number(price)).sort((a, b) => a - b),
    [180_000, 186_000],
  )
}

type Given = { order: Reply<typeof orders.createOrder>; staff: Staff }

/** 6. One task for both; the demand is filled; a clash is warned of (S36, S44, S32, S33). */
async function giveTask(calls: Calls, { manager, pavel }: Cast, { order, staff }: Given) {
  const times = { starts_at: inHours(20), ends_at: inHours(24) }
  const task = await calls.do(manager, orders.giveTask, {
    order_id: order.id,
    title: 'Монтаж и подключение',
    instructions: order.request,
    ...times,
    ...(order.demands[0] && { demand_id: order.demands[0].id }),
    checklist: ['Закрепить короб', 'Проверить нагрев'],
    photos_after: 1,
    assignee_ids: [staff.pavel_id, staff.igor_id],
  })
  assert.equal(task.place, 'ул. Кальварийская, 41')
  const after = await calls.do(manager, orders.getOrder, { order_id: order.id })
  assert.deepEqual([after.demands[0]?.filled, after.demands[0]?.people, after.phase], [2, 2, 'work'])
  const clashes = await calls.do(manager, tasks.findClashes, { member_id: [staff.pavel_id], ...times })
  assert.equal(clashes.rows[0]?.task?.number, task.number)
  assert.equal((await calls.refused(pavel, orders.getOrder, { order_id: order.id })).status, 403)
  return task
}

/** 7. Each performer accepts, starts, asks, logs, photographs, says done; refused while something lacks (S45–S48). */
async function work(calls: Calls, { manager, pavel, igor }: Cast, task: Reply<typeof orders.giveTask>): Promise<void> {
  const task_id = task.id
  for (const one of [pavel, igor]) await calls.do(one, tasks.acceptTask, { task_id })
  // A clock that runs is hours too: from the start on they are not missing.
  const early = await calls.refused(pavel, tasks.sayDone, { task_id })
  assert.deepEqual(lacksOf(early), ['task.lacks_checklist', 'task.lacks_hours', 'task.lacks_photos_after'])
  for (const one of [pavel, igor]) await calls.do(one, tasks.startTask, { task_id })
  const asked = await calls.do(pavel, tasks.comment, { task_id, text: 'Ставить 16 А?', is_question: true })
  assert.equal(asked.open_questions, 1)
  const question = asked.comments.find(({ is_question }) => is_question)
  const row = (await calls.do(manager, orders.listOrders, {})).rows.find(({ tasks_total }) => tasks_total === 1)
  assert.equal(row?.open_questions, 1)
  await calls.do(manager, tasks.comment, { task_id, text: 'Ставьте 16 А', answers_id: question?.id ?? '' })
  assert.equal((await calls.do(pavel, tasks.getTask, { task_id })).open_questions, 0)

  for (const { id } of task.checklist) await calls.do(pavel, tasks.tickItem, { task_id, item_id: id, done: true })
  const file = await calls.upload(pavel, '/api/files', 'после.png')
  await calls.do(pavel, tasks.addPhoto, { task_id, file_id: file.id, stage: 'after' })
  await calls.do(pavel, tasks.stopTimer, { task_id })
  await calls.do(pavel, tasks.logTime, { task_id, day: today(), minutes: 189, note: 'Монтаж' })
  await calls.do(pavel, tasks.sayDone, { task_id })
  await calls.do(igor, tasks.stopTimer, { task_id })
  await calls.do(igor, tasks.logTime, { task_id, day: today(), minutes: 119 })
  assert.equal((await calls.do(igor, tasks.sayDone, { task_id })).state, 'done')
}

const lacksOf = (problem: Problem): string[] =>
  [...new Set(((problem.facts?.['lacks'] ?? []) as { code: string }[]).map(({ code }) => code))].sort()

/** 8. Returned once with a reason, done again, closed (S9). */
async function checkAndClose(calls: Calls, { manager, pavel, igor }: Cast, task_id: string): Promise<void> {
  const back = await calls.do(manager, tasks.returnTask, { task_id, reason: 'Снимите щит после работ' })
  assert.deepEqual([back.state, back.returns], ['returned', 1])
  for (const one of [pavel, igor]) await calls.do(one, tasks.sayDone, { task_id })
}

type Work = { order_id: string; task_id: string }

/** 9. Refused while a task is open; then two rounds by a personal link (S49–S55, S75). */
async function twoRounds(calls: Calls, { manager, marina }: Cast, { order_id, task_id }: Work): Promise<string> {
  const early = await calls.refused(manager, orders.sendToAcceptance, { order_id })
  assert.match(JSON.stringify(early.facts), /Монтаж и подключение/)
  await calls.do(manager, tasks.closeTask, { task_id })
  const sent = await calls.do(manager, orders.sendToAcceptance, { order_id })
  const [link_id = '', secret = ''] = (sent.url.split('/').at(-1) ?? '').split('.')
  const seen = await calls.do(marina, portal.openLink, { link_id, secret })
  assert.deepEqual(seen.rounds[0]?.workers.map(({ name }) => name).sort(), ['Игорь Лисовский', 'Павел Жук'])
  assert.equal(seen.rounds[0]?.photos.length, 1)
  const picture = await calls.open(marina, `/api/portal/${link_id}/files/${seen.rounds[0]?.photos[0]?.file_id}`)
  assert.equal(picture.status, 200)
  assert.doesNotMatch(JSON.stringify(seen), /cost|rate_|margin|labour|2800|Снимите щит/)

  const round_id = seen.rounds[0]?.id ?? ''
  await rejectAndAccept(calls, { manager, marina }, { order_id, link_id, round_id })
  return link_id
}

type Round = { order_id: string; link_id: string; round_id: string }

/** The customer rejects with a reason, the order returns to work with it; the second round is accepted; both are kept. */
async function rejectAndAccept(
  calls: Calls,
  { manager, marina }: Pick<Cast, 'manager' | 'marina'>,
  { order_id, link_id, round_id }: Round,
): Promise<void> {
  assert.equal((await calls.refused(marina, portal.rejectWork, { link_id, round_id, reason: 'other' })).status, 422)
  await calls.do(marina, portal.rejectWork, { link_id, round_id, reason: 'quality', words: 'Мигает угол' })
  const back = await calls.do(manager, orders.getOrder, { order_id })
  assert.deepEqual([back.phase, back.rounds.at(-1)?.words ?? back.rounds[0]?.words], ['work', 'Мигает угол'])

  const again = await calls.do(manager, orders.sendToAcceptance, { order_id, summary: 'Угол исправлен' })
  const second = again.order.rounds.find(({ decision }) => decision === null)
  assert.equal(second?.number, 2)
  await calls.do(marina, portal.acceptWork, { link_id, round_id: second?.id ?? '' })
  const accepted = await calls.do(manager, orders.getOrder, { order_id })
  assert.deepEqual([accepted.phase, accepted.rounds.length], ['closing', 2])
}

/** 10–11. Invoice and act, downloaded at the link; completed only with the act, then read-only (S56, S57, S77). */
async function close(
  calls: Calls,
  { manager, marina }: Cast,
  { order_id, link_id }: { order_id: string; link_id: string },
): Promise<void> {
  assert.equal((await calls.refused(manager, orders.completeOrder, { order_id })).code, 'order.act_missing')
  const { documents: issued } = await calls.do(manager, documents.issueDocuments, {
    order_id,
    kinds: ['invoice', 'act'],
  })
  assert.deepEqual(
    issued.map(({ total }) => total),
    ['186000', '186000'],
  )
  const { documents: shown } = await calls.do(marina, portal.getPurchase, { link_id })
  assert.equal(shown.length, 2)
  for (const { file_id } of shown) {
    const pdf = await calls.open(marina, `/api/portal/${link_id}/files/${file_id}`)
    assert.equal(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
      '%PDF-',
    )
  }
  const done = await calls.do(manager, orders.completeOrder, { order_id })
  assert.equal(done.phase, 'done')
  assert.equal((await calls.refused(manager, orders.changeOrder, { order_id, title: 'Иначе' })).status, 409)
  const { rows } = await calls.do(manager, history.getOrderTimeline, { order_id })
  assert.ok(rows.some(({ name }) => name === 'order.completed'))
}

/** 12–13. Cost by worker, unmoved by a later rate; board and list agree (S3, S6, S7, S64). */
async function count(
  calls: Calls,
  { manager }: Cast,
  { order_id, staff }: { order_id: string; staff: Staff },
): Promise<void> {
  const period = { from: `${today().slice(0, 8)}01`, to: today() }
  const before = await calls.do(manager, reports.reportOrderLabour, { order_id, ...period })
  assert.equal(before.workers.length, 2)
  const sum = before.workers.reduce((all, { labour }) => all + BigInt(labour), 0n)
  const report = await calls.do(manager, reports.reportCosts, period)
  const row = report.rows.find(({ order }) => order.id === order_id)
  assert.equal(row?.labour, String(sum))
  assert.equal(row?.margin, String(186_000n - sum))
  await calls.do(manager, people.setRate, { member_id: staff.pavel_id, from_day: '2020-01-01', cost_per_hour: '9900' })
  assert.deepEqual(await calls.do(manager, reports.reportOrderLabour, { order_id, ...period }), before)
  const xlsx = await calls.open(manager, `/api/reports/order-costs.xlsx?from=${period.from}&to=${period.to}`)
  assert.equal(
    Buffer.from(await xlsx.arrayBuffer())
      .subarray(0, 2)
      .toString(),
    'PK',
  )
  const board = await calls.do(manager, orders.getBoard, {})
  const counted = board.columns.reduce((all, column) => all + column.count, 0)
  assert.equal(counted, (await calls.do(manager, orders.listOrders, {})).rows.length)
}

const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString()
/** The company's day in Minsk. */
const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Minsk' }).format(new Date())
