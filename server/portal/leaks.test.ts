import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as orders from '#contract/orders.ts'
import * as portal from '#contract/portal.ts'
import * as people from '#contract/people.ts'
import * as tasks from '#contract/tasks.ts'
import type { EndpointShape, Input } from '#contract/endpoint.ts'
import { anybody, as, done } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { closeTaskOf, linkOf, makeOrder } from '#test/world/orders.ts'
import { makePerformer } from '#test/world/people.ts'

test('PRT-2 S75: no cost, rate, hour, internal word or phone of a worker is in anything a customer receives', async () => {
  const company = await makeCompany()
  const { owner } = company
  const SECRETS = { rate: '777123', words: 'СЕКРЕТ', phone: '+375297770001' }
  const performer = await makePerformer(company, { cost_per_hour: SECRETS.rate, phone: SECRETS.phone })
  const order = await makeOrder(owner)
  const order_id = order.id
  await done(owner, orders.agree, { order_id, price_model: 'hourly', price: '5000', scope: 'Подключить короб' })
  const task = { title: 'Монтаж', instructions: `${SECRETS.words} инструкция`, performer }
  const { id: task_id } = await closeTaskOf(owner, order, task)
  const { url } = await done(owner, orders.sendToAcceptance, { order_id, summary: 'Короб светится' })
  const { link_id, secret } = linkOf(url)
  const customer = anybody()
  const heard: string[] = []
  const hear = async <E extends EndpointShape>(at: E, input: Input<E>) => {
    const { status, body, headers } = await as(customer, at, input)
    heard.push(JSON.stringify(body), JSON.stringify([...headers]))
    return { status, body }
  }
  const { body: seen } = await hear(portal.openLink, { link_id, secret })
  await hear(portal.rejectWork, { link_id, round_id: seen.rounds[0]?.id ?? '', reason: 'volume', words: 'не всё' })
  await done(owner, orders.reworkTasks, { order_id, task_ids: [task_id], reason: `${SECRETS.words} переделать` })
  await done(performer, tasks.comment, { task_id, text: `${SECRETS.words} вопрос`, is_question: true })
  await done(performer, tasks.sayDone, { task_id })
  await done(owner, tasks.closeTask, { task_id })
  await done(owner, orders.sendToAcceptance, { order_id, summary: 'Доделано' })
  const recorded = { order_id, decision: 'accepted', proof: `${SECRETS.words} звонок` } as const
  await done(owner, orders.recordDecision, recorded)
  const { body: last } = await hear(portal.getPurchase, { link_id })
  await hear(portal.acceptWork, { link_id, round_id: last.rounds[0]?.id ?? '' })
  await hear(portal.rejectWork, { link_id, round_id: order_id, reason: 'other' })

  const { amount } = await done(owner, orders.getOrder, { order_id }).then(({ money }) => money ?? { amount: null })
  assert.ok(Number(amount) >= 5000)
  assert.deepEqual([last.amount, last.rounds.length, last.rounds[0]?.decided_by], [amount, 2, 'Владелец'])
  const all = heard.join('\n')
  for (const word of Object.values(SECRETS)) assert.ok(!all.includes(word), `the customer received ${word}`)
  for (const id of [performer.id, task_id, owner.id]) assert.ok(!all.includes(id), 'an id of the company slipped out')
  assert.doesNotMatch(all, /minutes|cost|rate"|margin|labour|instructions|proof/)
  assert.equal((await done(owner, people.getMember, { member_id: performer.id })).rates[0]?.cost_per_hour, SECRETS.rate)
})
