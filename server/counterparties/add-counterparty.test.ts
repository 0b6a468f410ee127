import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '#contract/counterparties.ts'
import type { Role } from '#platform/ctx.ts'
import { rightsOf } from '#server/people/index.ts'
import { as, done } from '#test/as.ts'
import { race } from '#test/race.ts'
import { makeCompany } from '#test/world.ts'
import { makeCounterparty, phoneOf } from '#test/world/counterparties.ts'
import { counterpartyPolicy } from './policy.ts'

test('CPT-5 S19 S34: a counterparty stands with requisites, contact and site at once', async () => {
  const { owner } = await makeCompany()

  const card = await done(owner, contract.addCounterparty, {
    kind: 'organisation',
    name: ' ЗАО «Европа» ',
    tax_number: 'УНП 191682495',
    requisites: {
      legal_name: 'Закрытое акционерное общество «Европа»',
      account: 'BY13 NBRB 3600 9000 0000 2Z00 AB00',
      bic: '',
    },
    contact: {
      name: 'Ирина Ковалёва',
      position: 'Администратор',
      phone: '8 (029) 600-00-01',
      email: 'Irina@Europa.example',
    },
    site: { address: 'Минск, ул. Кальварийская, 41', access_note: 'Пропуск на охране' },
  })

  assert.equal(card.name, 'ЗАО «Европа»')
  assert.deepEqual(card.requisites, {
    legal_name: 'Закрытое акционерное общество «Европа»',
    account: 'BY13NBRB3600900000002Z00AB00',
    tax_number: '191682495',
  })
  assert.deepEqual(
    [card.tax_number, card.responsible?.id, card.faults, card.can.change],
    ['191682495', owner.id, [], null],
  )
  assert.deepEqual(card.contacts[0]?.identities, [
    { kind: 'phone', value: '+375296000001' },
    { kind: 'email', value: 'irina@europa.example' },
  ])
  assert.equal(card.sites[0]?.access_note, 'Пропуск на охране')
  assert.deepEqual(await done(owner, contract.getCounterparty, { counterparty_id: card.id }), card)
})

test('CPT-1 S19: the same tax number is refused, and the other is named', async () => {
  const { owner } = await makeCompany()
  const first = await makeCounterparty(owner, { tax_number: 'МА1953684' })

  const { status, body } = await as(owner, contract.addCounterparty, {
    kind: 'organisation',
    name: 'ИП Иванов',
    tax_number: 'УНП MA 1953684',
  })

  assert.deepEqual([status, body.code, body.errors?.[0]?.path], [409, 'counterparty.double', 'tax_number'])
  assert.deepEqual(body.facts, { id: first.id, name: first.name, tax_number: 'MA1953684' })
})

test('CPT-2 S19: a phone or an e-mail of another contact is refused, and he is named', async () => {
  const { owner } = await makeCompany()
  const first = await makeCounterparty(owner, {
    contact: { name: 'Ирина', phone: '+375296000001', email: 'irina@europa.example' },
  })
  const irina = first.contacts[0]!
  const other = (contact: { name: string; phone?: string; email?: string }) =>
    as(owner, contract.addCounterparty, { kind: 'organisation', name: 'Другая', contact })

  const phone = await other({ name: 'Ира', phone: '029 600 00 01' })
  assert.deepEqual(
    [phone.status, phone.body.code, phone.body.errors?.[0]?.path],
    [409, 'contact.double', 'contact.phone'],
  )
  assert.deepEqual(
    [phone.body.facts?.['id'], phone.body.facts?.['name'], phone.body.facts?.['counterparty']],
    [irina.id, 'Ирина', first.name],
  )

  const email = await other({ name: 'Ира', email: 'IRINA@europa.example' })
  assert.deepEqual([email.status, email.body.errors?.[0]?.path], [409, 'contact.email'])
  const { rows } = await done(owner, contract.listCounterparties, {})
  assert.deepEqual(
    rows.map(({ name }) => name),
    [first.name],
    'nothing of a refused one stays',
  )
})

test('CPT-1 CPT-2 S19: of many at once one is added, and the others are told', async () => {
  const { owner } = await makeCompany()
  const warm = () => done(owner, contract.listCounterparties, {})

  const numbers = await race(
    5,
    () => as(owner, contract.addCounterparty, { kind: 'organisation', name: 'А', tax_number: '191682495' }),
    warm,
  )
  assert.deepEqual(numbers.map(({ status }) => String(status)).toSorted(), ['200', '409', '409', '409', '409'])

  const contact = { name: 'Ира', phone: phoneOf(1) }
  const phones = await race(
    5,
    (n) => as(owner, contract.addCounterparty, { kind: 'organisation', name: `Б ${n}`, contact }),
    warm,
  )
  assert.deepEqual(phones.map(({ status }) => String(status)).toSorted(), ['200', '409', '409', '409', '409'])
})

test('CPT-2: what can be no phone is refused by its field', async () => {
  const { owner } = await makeCompany()
  const { status, body } = await as(owner, contract.addCounterparty, {
    kind: 'person',
    name: 'Пётр',
    contact: { name: 'Пётр', phone: 'звонить в дверь' },
  })
  assert.deepEqual([status, body.code, body.errors?.[0]?.path], [422, 'contact.phone_wrong', 'contact.phone'])
})

test('CPT-5: requisites that cannot be right are shown, and do not stop the work', async () => {
  const { owner } = await makeCompany()
  const card = await makeCounterparty(owner, { tax_number: '191682496' })
  assert.deepEqual(card.faults, [{ field: 'tax_number', code: 'requisite.check-digit' }])
})

test('CPT-8 S93: two companies may know the same firm, and neither sees the other’s', async () => {
  const [ours, theirs] = [await makeCompany(), await makeCompany()]
  const wish = { tax_number: '191682495', contact: { name: 'Ирина', phone: phoneOf(2) } }
  const card = await makeCounterparty(theirs.owner, wish)
  assert.equal((await makeCounterparty(ours.owner, wish)).tax_number, '191682495')

  const { status, body } = await as(ours.owner, contract.getCounterparty, { counterparty_id: card.id })
  assert.deepEqual([status, body.code], [404, 'counterparty.missing'])
})

test('CPT-8: members of the staff without the right read and do not change', () => {
  const said = (role: Role) => counterpartyPolicy.manage({ rights: new Set(rightsOf(role)) })
  assert.equal(said('member')?.code, 'counterparty.managers_only')
  for (const role of ['owner', 'admin', 'manager', 'accountant'] as const) assert.equal(said(role), null)
})
