import assert from 'node:assert/strict'
import { test } from 'node:test'
import { logCall } from '#contract/inbox/calls.ts'
import * as inbox from '#contract/inbox/conversations.ts'
import { as, done } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { makeCounterparty } from '#test/world/counterparties.ts'
import { makeStaff } from '#test/world/people.ts'

test('INB-21, S39: a call is a dialogue of its number; who it is is found however the number is typed', async () => {
  const company = await makeCompany()
  const phone = '+375296401722'
  await makeCounterparty(company.owner, { name: 'ТЦ «Европа»', contact: { name: 'Анна Гринкевич', phone } })

  const first = await done(company.owner, logCall, { phone: '8 029 640-17-22', incoming: true, text: 'Когда приедут?' })
  const second = await done(company.owner, logCall, { phone, incoming: false, seconds: 108, text: 'Завтра к девяти' })

  assert.equal(first.conversation.id, second.conversation.id)
  assert.deepEqual(
    [first.conversation.contact?.name, first.conversation.counterparty?.name],
    ['Анна Гринкевич', 'ТЦ «Европа»'],
  )
  const { rows } = await done(company.owner, inbox.listMessages, { conversation_id: first.conversation.id })
  assert.deepEqual(
    rows.map(({ side, text, content }) => [side, text, content?.kind === 'call' && content.seconds]),
    [
      ['out', 'Завтра к девяти', 108],
      ['in', 'Когда приедут?', null],
    ],
  )
})

test('INB-21: a missed call waits for an answer, and calling back ends the wait', async () => {
  const company = await makeCompany()
  const phone = '+375291110022'

  const missed = await done(company.owner, logCall, { phone, incoming: true, missed: true, name: 'Пётр' })
  const { counts } = await done(company.owner, inbox.listConversations, {})
  const back = await done(company.owner, logCall, { phone, incoming: false })

  assert.deepEqual([missed.conversation.contact?.name, counts.waiting], ['Пётр', 1])
  assert.notEqual(missed.conversation.waiting_since, null)
  assert.equal(back.conversation.waiting_since, null)
})

test('INB-21: what is no number, or lies in the future, is refused and named; an accountant takes no calls', async () => {
  const company = await makeCompany()
  const accountant = await makeStaff(company, 'accountant')
  const call = { phone: '+375291110022', incoming: true }

  const wrong = await as(company.owner, logCall, { ...call, phone: '12' })
  const future = await as(company.owner, logCall, { ...call, at: new Date(Date.now() + 3_600_000).toISOString() })
  const foreign = await as(accountant, logCall, call)

  assert.deepEqual([wrong.status, wrong.body.code], [422, 'contact.phone_wrong'])
  assert.deepEqual([future.status, future.body.code], [422, 'call.in_future'])
  assert.equal(foreign.status, 403)
})
