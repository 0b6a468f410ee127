import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as orders from '#contract/orders.ts'
import * as portal from '#contract/portal.ts'
import * as tasks from '#contract/tasks.ts'
import type { Input } from '#contract/endpoint.ts'
import { as, done } from '#test/as.ts'
import { openAt, uploadAt } from '#test/http.ts'
import { product } from '#test/product.ts'
import { race } from '#test/race.ts'
import { photo } from '#test/stories/props.ts'
import { makeCompany } from '#test/world.ts'
import { makeSentOrder, type Sent, stageOf } from '#test/world/orders.ts'

const opened = async ({ customer, link_id, secret }: Sent) => done(customer, portal.openLink, { link_id, secret })

test('PRT-4 S51 S55: the customer accepts: his own act with time and name, seen by both at once', async () => {
  const company = await makeCompany()
  const sent = await makeSentOrder(company)
  const { customer, link_id, order } = sent
  const round_id = (await opened(sent)).rounds[0]!.id

  const { status, body } = await as(customer, portal.acceptWork, { link_id, round_id, words: 'Спасибо!' })

  assert.equal(status, 200)
  assert.deepEqual(
    [body.phase, body.rounds[0]?.decision, body.rounds[0]?.decided_by],
    ['closing', 'accepted', order.contact?.name],
  )
  assert.deepEqual(body.can.accept, { code: 'round.decided', facts: { decision: 'accepted' } })
  const card = await done(company.owner, orders.getOrder, { order_id: order.id })
  const [round] = card.rounds
  assert.deepEqual(
    [card.phase, card.next_step, round?.decision, round?.words],
    ['closing', 'agree', 'accepted', 'Спасибо!'],
  )
  assert.deepEqual(round?.decided_by, {
    name: order.contact?.name,
    in_place_of_customer: false,
    proof: null,
    proof_file_id: null,
  })
  assert.ok(round?.opened_at)
})

test('PRT-4 S52 S53 S54: rejected with reason, words and photos the order is back in work; the next round is the second', async () => {
  const company = await makeCompany()
  const { owner } = company
  const sent = await makeSentOrder(company)
  const { customer, link_id, order, performer } = sent
  const round_id = (await opened(sent)).rounds[0]!.id
  const blank = await as(customer, portal.rejectWork, { link_id, round_id, reason: 'other', words: '  ' })
  assert.deepEqual(
    [blank.status, blank.body.code, blank.body.errors?.[0]?.path],
    [422, 'round.words_required', 'words'],
  )
  const file = (await (
    await uploadAt((await product()).url, customer, `/api/portal/${link_id}/files`, photo('угол.png'))
  ).json()) as { id: string }

  const given: Input<typeof portal.rejectWork> = {
    link_id,
    round_id,
    reason: 'quality',
    words: 'Мигает угол',
    photo_ids: [file.id],
  }
  const { status, body } = await as(customer, portal.rejectWork, given)

  assert.equal(status, 200)
  assert.deepEqual(
    [body.phase, body.rounds[0]?.reason, body.rounds[0]?.rejection_photos.length],
    ['work', 'quality', 1],
  )
  const card = await done(owner, orders.getOrder, { order_id: order.id })
  assert.deepEqual([card.phase, card.warning?.code, card.next_step], ['work', 'order.rejected', 'assign'])
  assert.deepEqual(card.warning?.facts, { reason: 'quality', words: 'Мигает угол' })
  const { url } = await product()
  assert.equal((await openAt(url, owner, `/api/files/${file.id}`)).status, 200)

  const [task] = card.tasks
  const again = await done(owner, orders.reworkTasks, {
    order_id: order.id,
    task_ids: [task!.id],
    reason: 'Мигает угол',
  })
  assert.deepEqual([again.tasks[0]?.state, again.warning], ['returned', null])
  await done(performer, tasks.sayDone, { task_id: task!.id })
  await done(owner, tasks.closeTask, { task_id: task!.id })
  const second = await done(owner, orders.sendToAcceptance, { order_id: order.id, summary: 'Угол исправлен' })
  assert.deepEqual(
    second.order.rounds.map(({ number, decision }) => [number, decision]),
    [
      [1, 'rejected'],
      [2, null],
    ],
  )
  const seen = await done(customer, portal.getPurchase, { link_id })
  assert.deepEqual(
    seen.rounds.map(({ number, summary }) => [number, summary]),
    [
      [2, 'Угол исправлен'],
      [1, 'Монтаж и подключение'],
    ],
  )
})

test('APR-2: of accepting and rejecting at once one stands, and the other is told which', async () => {
  const company = await makeCompany()
  for (let turn = 0; turn < 4; turn++) {
    const sent = await makeSentOrder(company)
    const { customer, link_id, order } = sent
    const round_id = (await opened(sent)).rounds[0]!.id

    const replies = await race<{ status: number; body: { code?: string; facts?: Record<string, unknown> } }>(
      4,
      (n) =>
        n % 2 === 0
          ? as(customer, portal.acceptWork, { link_id, round_id })
          : as(customer, portal.rejectWork, { link_id, round_id, reason: 'price' }),
      () => as(customer, portal.getPurchase, { link_id }),
    )

    assert.deepEqual(
      replies.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 409, 409, 409],
    )
    const { rounds, phase } = await done(company.owner, orders.getOrder, { order_id: order.id })
    const [round] = rounds
    assert.equal(phase, round?.decision === 'accepted' ? 'closing' : 'work')
    for (const { body } of replies.filter(({ status }) => status === 409))
      assert.deepEqual([body.code, body.facts], ['round.decided', { decision: round?.decision }])
  }
})

test('APR-4: work that the company took back cannot be decided, and stands at the customer as going on', async () => {
  const company = await makeCompany()
  const sent = await makeSentOrder(company)
  const { customer, link_id, order } = sent
  const round_id = (await opened(sent)).rounds[0]!.id
  const stage_id = await stageOf(company.owner, 'work')

  const back = await done(company.owner, orders.moveOrder, { order_id: order.id, stage_id })

  assert.deepEqual([back.phase, back.rounds[0]?.withdrawn_at !== null], ['work', true])
  const late = await as(customer, portal.acceptWork, { link_id, round_id })
  assert.deepEqual([late.status, late.body.code], [409, 'round.withdrawn'])
  const seen = await done(customer, portal.getPurchase, { link_id })
  assert.deepEqual([seen.rounds, seen.can.accept], [[], { code: 'portal.nothing_shown' }])
})
