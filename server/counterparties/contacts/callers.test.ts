import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '#contract/counterparties.ts'
import { Refused } from '#platform/errors.ts'
import { done } from '#test/as.ts'
import { race } from '#test/race.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { makeCounterparty, phoneOf } from '#test/world/counterparties.ts'
import { inside } from '#test/world/inside.ts'
import { type Caller, findOrMakeCaller, findOrMakeSite } from './callers.ts'

const call = (company: Company, caller: Caller) => inside(company, (ctx) => findOrMakeCaller(ctx, caller))

test('CPT-6 S39: the caller is found while his number is being typed, in any form', async () => {
  const { owner } = await makeCompany()
  const { id } = await makeCounterparty(owner, { contact: { name: 'Ирина', phone: '+375291234567' } })
  await makeCounterparty(owner, { contact: { name: 'Олег', phone: '+375339234567' } })

  for (const phone of ['29 123-45', '8029', '+375 29', '375291', '(029) 123-45-67', '291']) {
    const { rows } = await done(owner, contract.findCaller, { phone })
    assert.deepEqual(
      rows.map(({ contact, counterparty, sites }) => [contact.name, counterparty?.id, sites.length]),
      [['Ирина', id, 1]],
      phone,
    )
  }
  for (const phone of ['29 124', 'Ирина', '---'])
    assert.deepEqual((await done(owner, contract.findCaller, { phone })).rows, [], phone)
})

test('CPT-7 S39: an unknown caller becomes a contact, and a named firm a counterparty', async () => {
  const company = await makeCompany()

  const alone = await call(company, { phone: '8 029 123 45 67' })
  assert.equal(alone.counterparty_id, null)
  const { rows } = await done(company.owner, contract.findCaller, { phone: '291234567' })
  assert.deepEqual(
    rows.map(({ contact, counterparty }) => [contact.id, contact.name, counterparty]),
    [[alone.contact_id, '+375 29 123 45 67', null]],
  )

  const known = await call(company, { phone: '+375291234567', counterparty: 'ООО «Ёлка»' })
  assert.equal(known.contact_id, alone.contact_id)
  const card = await done(company.owner, contract.getCounterparty, { counterparty_id: known.counterparty_id! })
  assert.deepEqual([card.name, card.kind, card.contacts.length], ['ООО «Ёлка»', 'organisation', 1])

  const again = await call(company, { phone: '+375 29 123-45-67', name: 'Пётр', counterparty: 'ооо «елка»' })
  assert.deepEqual(again, known)
  const colleague = await call(company, { phone: phoneOf(7), name: 'Анна', counterparty: 'ООО «Елка»' })
  assert.equal(colleague.counterparty_id, known.counterparty_id)
  const person = await call(company, { phone: phoneOf(8), name: 'Анна Крот', counterparty: 'Анна Крот' })
  assert.equal(
    (await done(company.owner, contract.getCounterparty, { counterparty_id: person.counterparty_id! })).kind,
    'person',
  )
})

test('CPT-7: a caller of another firm stays where he is, and is named', async () => {
  const company = await makeCompany()
  const { name } = await makeCounterparty(company.owner, { contact: { name: 'Ирина', phone: phoneOf(1) } })
  const refused = (error: unknown) =>
    error instanceof Refused &&
    error.refusal.code === 'contact.double' &&
    error.refusal.facts?.['counterparty'] === name
  await assert.rejects(call(company, { phone: phoneOf(1), counterparty: 'Другая' }), refused)
})

test('CPT-3 S19: a contact of none yet becomes the counterparty’s that is added with his phone', async () => {
  const company = await makeCompany()
  const { contact_id } = await call(company, { phone: phoneOf(3) })
  const card = await makeCounterparty(company.owner, { contact: { name: 'Ирина', phone: phoneOf(3) } })
  assert.deepEqual(
    card.contacts.map(({ id, name }) => [id, name]),
    [[contact_id, 'Ирина']],
  )
})

test('CPT-4 CPT-7: of many calls at once one contact, one counterparty and one site are made', async () => {
  const company = await makeCompany()
  const calls = await race(5, () =>
    inside(company, async (ctx) => {
      const { counterparty_id } = await findOrMakeCaller(ctx, {
        phone: phoneOf(5),
        name: 'Ира',
        counterparty: 'ООО «Свет»',
      })
      return findOrMakeSite(ctx, counterparty_id!, 'Филипенко 12')
    }),
  )
  assert.equal(new Set(calls).size, 1)
  const { rows } = await done(company.owner, contract.listCounterparties, {})
  assert.deepEqual(
    rows.map(({ name, contacts, sites }) => [name, contacts, sites]),
    [['ООО «Свет»', 1, 1]],
  )
})
