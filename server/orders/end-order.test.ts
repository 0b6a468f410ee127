import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as orders from '#contract/orders.ts'
import * as portal from '#contract/portal.ts'
import * as tasks from '#contract/tasks.ts'
import { as, done } from '#test/as.ts'
import { race } from '#test/race.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { inside } from '#test/world/inside.ts'
import { eventsOf, makeOrder, makeSentOrder, stageOf } from '#test/world/orders.ts'
import { addPerformer } from '#test/world/people.ts'
import { makePicture } from '#test/world/tasks.ts'
import { isWord, locales, wordsFor } from '#words/index.ts'

/** An act as the documents context would have issued it; how it is issued is that context's own test. */
async function putAct(company: Company, order: orders.Order): Promise<void> {
  const file_id = await makePicture(company, company.owner)
  const sums = { net: '1', vat: '0', total: '1', currency: 'BYN' }
  const about = {
    subject_kind: 'order',
    subject_id: order.id,
    basis: 'Заказ',
    counterparty_id: order.counterparty?.id ?? '',
  }
  const row = {
    company_id: company.id,
    id: crypto.randomUUID(),
    kind: 'act' as const,
    year: 2026,
    number: 1,
    issued_on: '2026-11-24',
  }
  const sides = { seller: {} as never, buyer: {} as never, issued_by: company.owner.id }
  await inside(company, ({ db, now }) =>
    db
      .insertInto('documents')
      .values({ ...row, ...about, ...sums, ...sides, file_id, created_at: now })
      .execute(),
  )
}

test('ORD-11 S57: completed only after acceptance, with an agreed amount and an act; of many clicks one counts', async () => {
  const company = await makeCompany()
  const { owner } = company
  const { order } = await makeSentOrder(company)
  const order_id = order.id
  const refusal = async () => (await as(owner, orders.completeOrder, { order_id })).body.code
  assert.equal(await refusal(), 'order.not_accepted')
  await done(owner, orders.recordDecision, { order_id, decision: 'accepted', proof: 'звонок 24 ноября' })
  assert.equal(await refusal(), 'order.amount_unknown')
  await done(owner, orders.agree, { order_id, price_model: 'fixed', price: '186000' })
  assert.equal(await refusal(), 'order.act_missing')
  await putAct(company, order)
  assert.equal((await done(owner, orders.getOrder, { order_id })).next_step, 'complete')
  const dragged = await as(owner, orders.moveOrder, { order_id, stage_id: await stageOf(owner, 'done') })
  assert.deepEqual([dragged.status, dragged.body.code], [409, 'order.complete_instead'])

  const replies = await race(4, () => as(owner, orders.completeOrder, { order_id }))

  assert.deepEqual(
    replies.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409, 409, 409],
  )
  assert.deepEqual(new Set(replies.map(({ body }) => body.code)), new Set([undefined, 'order.done']))
  assert.equal((await eventsOf(company, order_id)).filter(({ name }) => name === 'order.completed').length, 1)
})

test('ORD-12 S57: a completed order is read-only everywhere; reopening is an event and leads to its papers', async () => {
  const company = await makeCompany()
  const { owner } = company
  const { order } = await makeSentOrder(company)
  const order_id = order.id
  await done(owner, orders.recordDecision, { order_id, decision: 'accepted', proof: 'звонок' })
  await done(owner, orders.agree, { order_id, price_model: 'fixed', price: '100' })
  await putAct(company, order)
  const finished = await done(owner, orders.completeOrder, { order_id })
  assert.deepEqual([finished.phase, finished.next_step, finished.can.reopen], ['done', 'none', null])

  const writes = [
    await as(owner, orders.changeOrder, { order_id, title: 'x' }),
    await as(owner, orders.agree, { order_id, due_at: '2026-03-10T09:00:00.000Z' }),
    await as(owner, orders.setDemands, { order_id, demands: [] }),
    await as(owner, orders.giveTask, { order_id, title: 'x', assignee_ids: [] }),
    await as(owner, orders.moveOrder, { order_id, stage_id: await stageOf(owner, 'work') }),
    await as(owner, orders.sendToAcceptance, { order_id }),
    await as(owner, orders.recordDecision, { order_id, decision: 'rejected', proof: 'x', reason: 'price' }),
    await as(owner, orders.reworkTasks, { order_id, task_ids: [order_id], reason: 'x' }),
    await as(owner, orders.completeOrder, { order_id }),
    await as(owner, orders.cancelOrder, { order_id, reason: 'x' }),
  ]
  for (const { status, body } of writes) assert.deepEqual([status, body.code], [409, 'order.done'])

  const again = await done(owner, orders.reopenOrder, { order_id, reason: 'ошибка в акте' })
  assert.deepEqual([again.phase, again.can.reopen?.code], ['closing', 'order.not_ended'])
  const last = (await eventsOf(company, order_id)).at(-1)
  const { from_phase, to_phase, reason } = last!.facts as Record<string, unknown>
  assert.deepEqual([last!.name, from_phase, to_phase, reason], ['order.reopened', 'done', 'closing', 'ошибка в акте'])
})

test('ORD-12: cancelling has a reason, takes open tasks along and the round back; it can be taken up again', async () => {
  const company = await makeCompany()
  const { owner } = company
  const performer = await addPerformer(company)
  const { id: order_id } = await makeOrder(owner)
  await done(owner, orders.giveTask, { order_id, title: 'Осмотр', assignee_ids: [performer.id] })
  const blank = await as(owner, orders.cancelOrder, { order_id, reason: ' ' })
  assert.deepEqual([blank.status, blank.body.errors?.[0]?.path], [422, 'reason'])
  const dragged = await as(owner, orders.moveOrder, { order_id, stage_id: await stageOf(owner, 'cancelled') })
  assert.deepEqual([dragged.status, dragged.body.code], [409, 'order.cancel_instead'])

  const gone = await done(owner, orders.cancelOrder, { order_id, reason: 'заказчик передумал' })

  assert.deepEqual(
    [gone.phase, gone.cancel_reason, gone.tasks[0]?.state],
    ['cancelled', 'заказчик передумал', 'cancelled'],
  )
  const late = await as(owner, orders.changeOrder, { order_id, title: 'x' })
  assert.deepEqual([late.status, late.body.code], [409, 'order.cancelled'])
  const again = await done(owner, orders.reopenOrder, { order_id, reason: 'всё же нужно' })
  assert.deepEqual([again.phase, again.cancel_reason], ['agreement', null])

  const sent = await makeSentOrder(company)
  const cancelled = await done(owner, orders.cancelOrder, { order_id: sent.order.id, reason: 'x' })
  assert.ok(cancelled.rounds[0]?.withdrawn_at)
  const { link_id, secret, customer } = sent
  const seen = await done(customer, portal.openLink, { link_id, secret })
  assert.deepEqual([seen.phase, seen.rounds, seen.can.accept?.code], ['cancelled', [], 'portal.nothing_shown'])
})

test('ORD-6: inside a phase and between open phases an order is dragged freely; a guard answers as the button does', async () => {
  const company = await makeCompany()
  const { owner } = company
  const performer = await addPerformer(company)
  const bare = await done(owner, orders.createOrder, { request: 'нет воды' })
  const to = async (order_id: string, phase: orders.Phase) => {
    const { status, body } = await as(owner, orders.moveOrder, { order_id, stage_id: await stageOf(owner, phase) })
    return status === 200 ? body.phase : body.code
  }
  assert.equal(await to(bare.id, 'agreement'), 'order.counterparty_unknown')
  assert.equal(await to(bare.id, 'work'), 'order.counterparty_unknown')
  assert.equal(await to(bare.id, 'new'), 'new')
  const { id } = await makeOrder(owner)
  assert.deepEqual([await to(id, 'work'), await to(id, 'agreement'), await to(id, 'new')], ['work', 'agreement', 'new'])
  assert.deepEqual(
    [await to(id, 'acceptance'), await to(id, 'closing'), await to(id, 'done')],
    ['order.nothing_done', 'order.not_accepted', 'order.not_accepted'],
  )
  await done(owner, orders.giveTask, { order_id: id, title: 'Осмотр', assignee_ids: [performer.id] })
  assert.equal(await to(id, 'new'), 'order.has_tasks')
  const { order } = await makeSentOrder(company)
  assert.equal(await to(order.id, 'agreement'), 'order.at_acceptance')
  assert.equal(await to(order.id, 'work'), 'work')
  const moves = (await eventsOf(company, id)).filter(({ name }) => name === 'order.moved')
  const phases = moves
    .map(({ facts }) => facts as Record<string, string>)
    .map(({ from_phase, to_phase }) => `${from_phase}-${to_phase}`)
  assert.deepEqual(phases, ['new-work', 'work-agreement', 'agreement-new', 'new-work'])
})

test('ORD-8 S50: a decision in the customer’s place is marked so, with its proof, and told in his history', async () => {
  const company = await makeCompany()
  const { owner } = company
  const { order } = await makeSentOrder(company)
  const order_id = order.id
  const recorded = async (wish: object) => {
    const { status, body } = await as(owner, orders.recordDecision, {
      order_id,
      decision: 'rejected',
      proof: 'письмо',
      ...wish,
    })
    return [status, body.code, body.errors?.[0]?.path]
  }
  assert.deepEqual(await recorded({}), [422, 'round.reason_required', 'reason'])
  assert.deepEqual(await recorded({ reason: 'other' }), [422, 'round.words_required', 'words'])
  assert.deepEqual(await recorded({ reason: 'price', proof: ' ' }), [422, 'field.required', 'proof'])
  assert.deepEqual(await recorded({ reason: 'price', proof_file_id: order_id }), [404, 'file.missing', undefined])
  const proof_file_id = await makePicture(company, owner)

  const said = { decision: 'accepted', proof: 'Подписала на месте', proof_file_id } as const
  const after = await done(owner, orders.recordDecision, { order_id, ...said })

  assert.deepEqual(
    [after.phase, after.rounds[0]?.decided_by],
    ['closing', { name: 'Владелец', in_place_of_customer: true, proof: said.proof, proof_file_id }],
  )
  const told = (await eventsOf(company, order_id)).at(-1)
  assert.deepEqual([told?.name, told?.actor_kind], ['order.decision_recorded', 'staff'])
  const late = await as(owner, orders.recordDecision, { order_id, ...said })
  assert.deepEqual([late.status, late.body.code], [409, 'order.no_open_round'])
})

test('ORD-8: only closed tasks of an order in work are taken up again', async () => {
  const company = await makeCompany()
  const { owner } = company
  const { order } = await makeSentOrder(company)
  const task_ids = order.tasks.map(({ id }) => id)
  const early = await as(owner, orders.reworkTasks, { order_id: order.id, task_ids, reason: 'x' })
  assert.deepEqual([early.status, early.body.code], [409, 'order.not_in_work'])
  await done(owner, orders.recordDecision, {
    order_id: order.id,
    decision: 'rejected',
    reason: 'quality',
    proof: 'звонок',
  })
  const strange = await as(owner, orders.reworkTasks, { order_id: order.id, task_ids: [order.id], reason: 'x' })
  assert.deepEqual([strange.status, strange.body.code], [422, 'order.task_not_closed'])

  const again = await done(owner, orders.reworkTasks, { order_id: order.id, task_ids, reason: 'мигает угол' })

  assert.deepEqual(
    [again.tasks[0]?.state, again.next_step, again.can.send_to_acceptance?.code],
    ['returned', 'send_to_acceptance', 'order.tasks_open'],
  )
  assert.equal((await done(owner, tasks.getTask, { task_id: task_ids[0] ?? '' })).return_reason, 'мигает угол')
})

test('ORD-10 S66: the next step leads through the whole process', async () => {
  const company = await makeCompany()
  const { owner } = company
  const bare = await done(owner, orders.createOrder, { request: 'нет воды' })
  const known = await makeOrder(owner, { demands: [{ speciality: 'Электрики', people: 2 }] })
  const agreed = await done(owner, orders.agree, { order_id: known.id, price_model: 'fixed', price: '100' })
  const { order: sent } = await makeSentOrder(company)
  const accepted = await done(owner, orders.recordDecision, { order_id: sent.id, decision: 'accepted', proof: 'x' })
  const priced = await done(owner, orders.agree, { order_id: sent.id, price_model: 'fixed', price: '100' })

  const steps = [bare, known, agreed, sent, accepted, priced].map(({ next_step }) => next_step)
  assert.deepEqual(steps, ['set_counterparty', 'agree', 'assign', 'await_decision', 'agree', 'issue_documents'])
})

test('S4 S94: every act on an order is told once, with both phases, and has a sentence in every language', async () => {
  const company = await makeCompany()
  const { owner } = company
  const { order, customer, link_id, secret } = await makeSentOrder(company)
  const order_id = order.id
  const { rounds } = await done(customer, portal.openLink, { link_id, secret })
  await done(customer, portal.rejectWork, { link_id, round_id: rounds[0]?.id ?? '', reason: 'quality', words: 'угол' })
  await done(owner, orders.sendToAcceptance, { order_id })
  const second = (await done(customer, portal.getPurchase, { link_id })).rounds[0]
  await done(customer, portal.acceptWork, { link_id, round_id: second?.id ?? '' })
  await done(owner, orders.changeOrder, { order_id, title: 'Новое имя', urgent: true })
  await done(owner, orders.setDemands, { order_id, demands: [] })
  await done(owner, orders.makeCustomerLink, { order_id })
  await done(owner, orders.cancelOrder, { order_id, reason: 'x' })

  const told = await eventsOf(company, order_id)

  const names =
    'created task_given moved sent_to_acceptance rejected sent_to_acceptance accepted changed demands_set link_made cancelled'
  assert.deepEqual(
    told.map(({ name }) => name),
    names.split(' ').map((name) => `order.${name}`),
  )
  const phases = told.map(({ facts }) => facts as Record<string, unknown>).flatMap(({ to_phase }) => to_phase ?? [])
  assert.deepEqual(phases, ['new', 'work', 'acceptance', 'work', 'acceptance', 'closing', 'cancelled'])
  assert.deepEqual(
    told.filter(({ actor_kind }) => actor_kind === 'customer').map(({ name, actor_name }) => [name, actor_name]),
    [
      ['order.rejected', order.contact?.name],
      ['order.accepted', order.contact?.name],
    ],
  )
  for (const locale of locales)
    for (const { name, facts } of told) {
      const key = `event.${name}`
      assert.ok(isWord(key), key)
      assert.doesNotMatch(wordsFor(locale)(key, facts as Record<string, string>), /[{}]|undefined|null|object/, key)
    }
})
