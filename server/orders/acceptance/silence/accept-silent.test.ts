import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contracts from '#contract/parties/contracts.ts'
import * as history from '#contract/history.ts'
import * as orders from '#contract/orders.ts'
import * as portal from '#contract/portal.ts'
import { as, done } from '#test/as.ts'
import { race } from '#test/race.ts'
import { arrive, asProgram, makeChannel, message } from '#test/world/inbox.ts'
import { eventsOf, stageOf } from '#test/world/orders.ts'
import { type Awaited, clockStrikes, makeAwaited, timeHasCome } from '#test/world/silence.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { acceptSilent } from './accept-silent.ts'

const cardOf = (company: Company, { order }: Awaited) => done(company.owner, orders.getOrder, { order_id: order.id })
const opened = ({ customer, link_id, secret }: Awaited) => done(customer, portal.openLink, { link_id, secret })

/** What was told of the decision on an order. */
async function decisionsOf(company: Company, { order }: Awaited) {
  const decided = new Set(['order.accepted', 'order.rejected', 'order.accepted_by_silence', 'order.decision_recorded'])
  return (await eventsOf(company, order.id)).filter(({ name }) => decided.has(name))
}

const factsOf = (told: { facts: unknown } | undefined) => (told?.facts ?? {}) as Record<string, unknown>

test('ORD-20 APR-5: no answer in time is an acceptance of nobody, once: the round says by which contract, the order goes on', async () => {
  const company = await makeCompany()
  const sent = await makeAwaited(company)
  const { silence, by_silence } = sent.order.rounds[0]!
  assert.deepEqual([silence?.contract_number, silence?.days, by_silence], ['5/2026', 3, false])
  await clockStrikes(company)
  assert.equal((await cardOf(company, sent)).phase, 'acceptance')

  await timeHasCome(company, sent.round_id, 'accepts')
  await clockStrikes(company)
  await clockStrikes(company)

  const card = await cardOf(company, sent)
  const [round] = card.rounds
  assert.deepEqual(
    [card.phase, card.next_step, round?.decision, round?.by_silence, round?.decided_by, round?.silence],
    ['closing', 'agree', 'accepted', true, null, silence],
  )
  const [told, ...more] = await decisionsOf(company, sent)
  assert.deepEqual([told?.name, told?.actor_kind, more], ['order.accepted_by_silence', 'system', []])
  assert.deepEqual(told?.facts, {
    ...factsOf(told),
    from_phase: 'acceptance',
    to_phase: 'closing',
    round: 1,
    contract: '5/2026',
    days: 3,
    last_day: silence?.last_day,
  })
})

test('ORD-20: whoever answers for the order is told that no answer came, not that the customer accepted', async () => {
  const company = await makeCompany()
  const sent = await makeAwaited(company)
  await timeHasCome(company, sent.round_id, 'accepts')
  await clockStrikes(company)
  const { rows } = await done(company.owner, history.getWaiting, {})
  assert.deepEqual(
    rows.filter(({ order_id }) => order_id === sent.order.id).map(({ kind }) => kind),
    ['order_silent'],
  )
})

test('ORD-20: who has written since the sending is not silent: nothing is accepted, it is told once, and he decides still', async () => {
  const company = await makeCompany()
  const sent = await makeAwaited(company)
  const { customer, link_id, round_id } = sent
  const channel = await makeChannel(company, 'email')
  const marina = { kind: 'email' as const, value: sent.email, name: 'Марина Ковалевич' }
  const late = new Date(Date.now() + 1000)
  await arrive(channel, message({ sender: marina, text: 'Щит гудит, так не пойдёт', sent_at: late }))
  await timeHasCome(company, round_id, 'accepts')
  await clockStrikes(company)
  await clockStrikes(company)

  const { phase, rounds } = await cardOf(company, sent)
  assert.deepEqual([phase, rounds[0]?.decision, rounds[0]?.silence_broken_at === null], ['acceptance', null, false])
  const told = (await eventsOf(company, sent.order.id)).filter(({ name }) => name === 'order.silence_broken')
  assert.deepEqual([told.length, factsOf(told[0])['round']], [1, 1])
  const seen = await opened(sent)
  assert.deepEqual([seen.rounds[0]?.silence, seen.can.accept], [null, null])
  assert.equal((await done(customer, portal.acceptWork, { link_id, round_id })).phase, 'closing')
})

test('ORD-20: what was written before the sending, by a machine, or by somebody else, does not break the silence', async () => {
  const company = await makeCompany()
  const channel = await makeChannel(company, 'email')
  const sent = await makeAwaited(company)
  const marina = { kind: 'email' as const, value: sent.email, name: 'Марина Ковалевич' }
  const later = new Date(Date.now() + 1000)
  await arrive(
    channel,
    message({ sender: marina, sent_at: new Date(Date.now() - 86_400_000) }),
    message({ sender: marina, sent_at: later, machine: 'auto-reply' }),
    message({ sender: { kind: 'email', value: 'drugoi@example.test', name: 'Другой' }, sent_at: later }),
  )
  await timeHasCome(company, sent.round_id, 'accepts')
  await clockStrikes(company)
  assert.equal((await cardOf(company, sent)).phase, 'closing')
})

test('ORD-20: of many nodes that find it at once one accepts', async () => {
  const company = await makeCompany()
  const sent = await makeAwaited(company)
  await timeHasCome(company, sent.round_id, 'accepts')
  const { id: order_id } = sent.order
  const { round_id } = sent
  await race(
    5,
    () => asProgram(company, (ctx) => acceptSilent.run(ctx, { order_id, round_id })),
    () => asProgram(company, async () => {}),
  )
  assert.equal((await decisionsOf(company, sent)).length, 1)
})

test('ORD-20 APR-2: of silence, a decision and a withdrawal at once one stands, whole', async () => {
  const company = await makeCompany()
  const stage_id = await stageOf(company.owner, 'work')
  for (let turn = 0; turn < 6; turn++) {
    const sent = await makeAwaited(company)
    const { customer, link_id, round_id, order } = sent
    await opened(sent)
    await timeHasCome(company, round_id, 'accepts')
    const [decided] = await race<{ status: number; body: { code?: string } } | null>(
      2,
      async (n) => {
        if (n === 1) {
          await asProgram(company, (ctx) => acceptSilent.run(ctx, { order_id: order.id, round_id }))
          return null
        }
        return turn % 2 === 0
          ? as(customer, portal.rejectWork, { link_id, round_id, reason: 'price' })
          : as(company.owner, orders.moveOrder, { order_id: order.id, stage_id })
      },
      () => done(customer, portal.getPurchase, { link_id }),
    )
    const { phase, rounds } = await cardOf(company, sent)
    const won = decided?.status === 200
    const [round] = rounds
    assert.deepEqual([phase, round?.by_silence], won ? ['work', false] : ['closing', true])
    const told = (await decisionsOf(company, sent)).map(({ name }) => name)
    const theirs = turn % 2 === 0 ? ['order.rejected'] : []
    assert.deepEqual(told, won ? theirs : ['order.accepted_by_silence'])
    if (!won) assert.equal(decided?.body.code, turn % 2 === 0 ? 'round.decided' : 'order.accepted_already')
  }
})

test('ORD-20: a contract without silence accepts nothing, however long nobody answers', async () => {
  const company = await makeCompany()
  const sent = await makeAwaited(company, null)
  assert.equal((await cardOf(company, sent)).rounds[0]?.silence, null)
  await asProgram(company, (ctx) =>
    acceptSilent.run(
      { ...ctx, now: new Date(ctx.now.getTime() + 3 * 365 * 86_400_000) },
      { order_id: sent.order.id, round_id: sent.round_id },
    ),
  )
  assert.equal((await cardOf(company, sent)).phase, 'acceptance')
})

test('ORD-20: whatever was decided or taken back in time stands', async () => {
  const company = await makeCompany()
  const [rejected, recorded, back] = [
    await makeAwaited(company),
    await makeAwaited(company),
    await makeAwaited(company),
  ]
  await opened(rejected)
  const { link_id, round_id } = rejected
  await done(rejected.customer, portal.rejectWork, { link_id, round_id, reason: 'quality' })
  await done(company.owner, orders.recordDecision, {
    order_id: recorded.order.id,
    decision: 'accepted',
    proof: 'Звонок',
  })
  await done(company.owner, orders.moveOrder, {
    order_id: back.order.id,
    stage_id: await stageOf(company.owner, 'work'),
  })
  for (const sent of [rejected, recorded, back]) await timeHasCome(company, sent.round_id, 'accepts')
  await clockStrikes(company)
  for (const { order, round_id: id } of [rejected, recorded, back])
    await asProgram(company, (ctx) => acceptSilent.run(ctx, { order_id: order.id, round_id: id }))
  const cards = await Promise.all([rejected, recorded, back].map((sent) => cardOf(company, sent)))
  assert.deepEqual(
    cards.map(({ phase, rounds }) => [phase, rounds[0]?.decision, rounds[0]?.by_silence]),
    [
      ['work', 'rejected', false],
      ['closing', 'accepted', false],
      ['work', null, false],
    ],
  )
})

test('APR-5: what becomes of the contract after the sending changes nothing in the round', async () => {
  const company = await makeCompany()
  const { owner } = company
  const sent = await makeAwaited(company)
  const { contract_id } = sent
  const before = (await cardOf(company, sent)).rounds[0]?.silence
  await done(owner, contracts.changeContract, { contract_id, silence_days: null, number: '6/2027' })
  await done(owner, contracts.removeContract, { contract_id })
  assert.deepEqual((await cardOf(company, sent)).rounds[0]?.silence, before)
  await timeHasCome(company, sent.round_id, 'accepts')
  await clockStrikes(company)
  assert.equal((await cardOf(company, sent)).phase, 'closing')
  const [told] = await decisionsOf(company, sent)
  assert.deepEqual([told?.name, factsOf(told)['contract']], ['order.accepted_by_silence', '5/2026'])
})

test('PRT-5 PRT-2: the customer reads until when we wait, then that it was taken for accepted, and nothing else of the contract', async () => {
  const company = await makeCompany()
  const sent = await makeAwaited(company)
  const { customer, link_id, round_id } = sent
  const before = await opened(sent)
  const [waiting] = before.rounds
  const { last_day = '', contract_signed_on = '' } = waiting?.silence ?? {}
  assert.deepEqual(waiting?.silence, { contract_number: '5/2026', contract_signed_on, days: 3, last_day })
  assert.deepEqual([waiting?.by_silence, before.can.accept], [false, null])

  await timeHasCome(company, round_id, 'accepts')
  await clockStrikes(company)

  const after = await done(customer, portal.getPurchase, { link_id })
  const [round] = after.rounds
  assert.deepEqual(
    [after.phase, round?.decision, round?.by_silence, round?.decided_by, round?.silence?.last_day],
    ['closing', 'accepted', true, null, last_day],
  )
  assert.deepEqual(after.can.reject, { code: 'round.decided', facts: { decision: 'silence' } })
  const late = await as(customer, portal.rejectWork, { link_id, round_id, reason: 'quality' })
  assert.deepEqual([late.status, late.body.code], [409, 'round.decided'])
  const heard = JSON.stringify([before, after, late.body])
  for (const word of ['Отсрочка', sent.contract_id, sent.contact_id, company.owner.id])
    assert.ok(!heard.includes(word), word)
})

test('ORD-20 ORD-7: the manager sees before sending what comes of no answer, and the letter says it', async () => {
  const company = await makeCompany()
  const { order, contract_id } = await makeAwaited(company)
  const { silence } = await done(company.owner, orders.getResult, { order_id: order.id })
  assert.deepEqual(silence, order.rounds[0]?.silence)
  await done(company.owner, contracts.changeContract, { contract_id, silence_days: null })
  assert.equal((await done(company.owner, orders.getResult, { order_id: order.id })).silence, null)
  const body = await asProgram(company, async ({ db }) => {
    const mails = db.selectFrom('outgoing_mails').select('body').where('company_id', '=', company.id)
    return (await mails.where('about_id', '=', order.id).executeTakeFirstOrThrow()).body
  })
  assert.match(
    body,
    /Если до конца \d+ [а-я]+ вы не ответите, работа считается принятой: .* № 5\/2026 от \d\d\.\d\d\.\d{4}/,
  )
})
