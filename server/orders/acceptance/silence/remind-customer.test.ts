import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '#contract/counterparties.ts'
import * as orders from '#contract/orders.ts'
import * as portal from '#contract/portal.ts'
import { anybody, done } from '#test/as.ts'
import { race } from '#test/race.ts'
import { arrive, asProgram, dialogue, makeChannel, message } from '#test/world/inbox.ts'
import { eventsOf, linkOf } from '#test/world/orders.ts'
import { type Awaited, clockStrikes, makeAwaited, timeHasCome } from '#test/world/silence.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { remindCustomer } from './remind-customer.ts'

const lettersOf = (company: Company, { order }: Awaited) =>
  asProgram(company, ({ db }) =>
    db
      .selectFrom('outgoing_mails')
      .select(['recipient', 'subject', 'body'])
      .where('company_id', '=', company.id)
      .where('about_id', '=', order.id)
      .orderBy('id')
      .execute(),
  )

const remindersOf = async (company: Company, { order }: Awaited) =>
  (await eventsOf(company, order.id))
    .filter(({ name }) => name === 'order.customer_reminded')
    .map(({ facts }) => (facts as { by: string }).by)

const roundOf = async (company: Company, { order }: Awaited) =>
  (await done(company.owner, orders.getOrder, { order_id: order.id })).rounds[0]

test('ORD-21: who has not answered is reminded once, by a letter with a link that opens his order; the earlier one works on', async () => {
  const company = await makeCompany()
  const sent = await makeAwaited(company)
  await clockStrikes(company)
  assert.equal((await lettersOf(company, sent)).length, 1)

  await timeHasCome(company, sent.round_id, 'remind')
  await clockStrikes(company)
  await clockStrikes(company)

  const [first, reminder, ...more] = await lettersOf(company, sent)
  assert.deepEqual([reminder?.recipient, more], [first?.recipient, []])
  assert.match(reminder?.subject ?? '', /ждём вашего ответа до конца \d+ [а-я]+/)
  const url = /http\S+\/z\/\S+/.exec(reminder?.body ?? '')?.[0] ?? ''
  const { link_id, secret } = linkOf(url)
  assert.equal((await done(anybody(), portal.openLink, { link_id, secret })).number, sent.order.number)
  const { customer, ...old } = sent
  await done(customer, portal.openLink, { link_id: old.link_id, secret: old.secret })
  assert.deepEqual(await remindersOf(company, sent), ['letter'])
  assert.ok((await roundOf(company, sent))?.reminded_at)
})

test('ORD-21 INB-52: he is reminded where he wrote last, by the program, and whoever waits there waits on', async () => {
  const company = await makeCompany()
  const sent = await makeAwaited(company)
  const channel = await makeChannel(company)
  await arrive(channel, message({ text: 'А когда закончите?' }))
  await joinWriter(company, sent.contact_id)
  await timeHasCome(company, sent.round_id, 'remind')
  const run = () =>
    asProgram(company, (ctx) => remindCustomer.run(ctx, { order_id: sent.order.id, round_id: sent.round_id }))

  await race(4, run, () => asProgram(company, async () => {}))

  const { messages, waiting_since } = await dialogue(company.owner)
  const [asked, reminder, ...more] = messages
  assert.deepEqual(
    [asked?.side, reminder?.side, reminder?.machine, reminder?.member, more],
    ['in', 'out', 'reminder', null, []],
  )
  assert.match(reminder?.text ?? '', /№ 5\/2026[\s\S]*Ссылка личная/)
  assert.ok(waiting_since)
  assert.deepEqual(await remindersOf(company, sent), ['telegram'])
  assert.equal((await lettersOf(company, sent)).length, 1)
})

test('ORD-21 INB-52: where he is not reached any more, and in a chat that he has left, he is not written to: a letter goes', async () => {
  const company = await makeCompany()
  const [blocked, chatting] = [await makeAwaited(company), await makeAwaited(company)]
  const telegram = await makeChannel(company)
  await arrive(telegram, message())
  await joinWriter(company, blocked.contact_id)
  const identity = { kind: 'telegram' as const, value: '77001' }
  await arrive(telegram, { kind: 'reach', identity, fault: 'blocked', at: new Date() })
  const site = await makeChannel(company, 'web_chat')
  await arrive(site, message({ sender: { kind: 'web_chat', value: 'visitor 1', name: 'Посетитель' } }))
  await joinWriter(company, chatting.contact_id, 'web_chat')
  for (const sent of [blocked, chatting]) {
    await timeHasCome(company, sent.round_id, 'remind')
    await clockStrikes(company)
    assert.deepEqual(await remindersOf(company, sent), ['letter'])
  }
})

test('ORD-21: whoever has answered is not reminded, nor is it said of whom nothing reaches', async () => {
  const company = await makeCompany()
  const [answered, mute] = [await makeAwaited(company), await makeAwaited(company)]
  await done(company.owner, orders.recordDecision, {
    order_id: answered.order.id,
    decision: 'accepted',
    proof: 'Звонок',
  })
  await done(company.owner, contract.changeContact, { contact_id: mute.contact_id, email: null })
  for (const sent of [answered, mute]) await timeHasCome(company, sent.round_id, 'remind')
  await clockStrikes(company)
  for (const sent of [answered, mute]) {
    assert.deepEqual(await remindersOf(company, sent), [])
    assert.equal((await roundOf(company, sent))?.reminded_at, null)
  }
})

/** Whoever wrote in a channel turns out to be the customer's contact. */
const joinWriter = (company: Company, contact_id: string, kind: 'telegram' | 'web_chat' = 'telegram') =>
  asProgram(company, async ({ db }) => {
    const at = { company_id: company.id, contact_id }
    await db
      .updateTable('contact_identities')
      .set({ contact_id })
      .where('company_id', '=', at.company_id)
      .where('kind', '=', kind)
      .execute()
    await db
      .updateTable('conversations')
      .set({ contact_id })
      .where('company_id', '=', at.company_id)
      .where('channel_id', 'in', (eb) =>
        eb.selectFrom('channels').select('id').where('company_id', '=', at.company_id).where('kind', '=', kind),
      )
      .execute()
  })
