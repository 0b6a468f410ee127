import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as orders from '#contract/orders.ts'
import * as people from '#contract/people.ts'
import * as portal from '#contract/portal.ts'
import { as, done } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { makeSentOrder } from '#test/world/orders.ts'
import { roundPolicy } from './index.ts'

test('APR-1: a round shows who did the work under the name and trade of that day', async () => {
  const company = await makeCompany()
  const { customer, link_id, secret, performer } = await makeSentOrder(company)

  await done(company.owner, people.changeMember, {
    member_id: performer.id,
    name: 'Другое Имя',
    specialities: ['Клининг'],
  })

  const { rounds } = await done(customer, portal.openLink, { link_id, secret })
  assert.deepEqual(rounds[0]?.workers, [{ name: performer.name, trade: 'Электрики' }])
})

test('APR-3 S52 S53: a rejection has a reason, and «другое» says in words what is wrong', () => {
  const verdict = (reason?: 'quality' | 'other', words?: string) =>
    roundPolicy.verdict({ decision: 'rejected', reason, words })

  assert.deepEqual([verdict()?.code, verdict()?.field], ['round.reason_required', 'reason'])
  assert.deepEqual([verdict('other')?.code, verdict('other', ' ')?.field], ['round.words_required', 'words'])
  assert.deepEqual([verdict('other', 'пахнет'), verdict('quality')], [null, null])
  assert.equal(roundPolicy.verdict({ decision: 'accepted' }), null)
})

test('APR-2: a decided round tells which decision stands; one taken back says so', () => {
  const round = { number: 1, decision: null, by_silence: false, withdrawn_at: null }
  assert.equal(roundPolicy.open(round), null)
  assert.deepEqual(roundPolicy.open({ ...round, decision: 'rejected' })?.facts, { decision: 'rejected' })
  assert.equal(roundPolicy.open({ ...round, withdrawn_at: '2026-03-10T09:00:00.000Z' })?.code, 'round.withdrawn')
})

test('APR-2: a round of another order is not there, though it waits', async () => {
  const company = await makeCompany()
  const [mine, other] = [await makeSentOrder(company), await makeSentOrder(company)]
  await done(mine.customer, portal.openLink, { link_id: mine.link_id, secret: mine.secret })
  const round_id = other.order.rounds[0]?.id ?? ''

  const { status, body } = await as(mine.customer, portal.acceptWork, { link_id: mine.link_id, round_id })

  assert.deepEqual([status, body.code], [404, 'round.missing'])
  assert.equal((await done(company.owner, orders.getOrder, { order_id: other.order.id })).phase, 'acceptance')
})
