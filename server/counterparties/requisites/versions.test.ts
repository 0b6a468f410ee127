import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '#contract/counterparties.ts'
import * as documents from '#contract/documents.ts'
import * as versions from '#contract/parties/requisites-versions.ts'
import { as, done } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { makeCounterparty } from '#test/world/counterparties.ts'
import { makeAgreedOrder, makeIssuer } from '#test/world/documents.ts'
import { makeStaff } from '#test/world/people.ts'
import { minskDay } from '#test/world/tasks.ts'

const old = { legal_name: 'ООО «Старое имя»', bank_name: 'Банк', legal_address: 'Минск' }
const next = { ...old, legal_name: 'ООО «Новое имя»', bank_name: '' }

/** A counterparty that was renamed ten days ago. */
async function renamed() {
  const company = await makeCompany()
  const { owner } = company
  const { id } = await makeCounterparty(owner, { name: 'Имя', tax_number: '191682495', requisites: old })
  const card = await done(owner, versions.setRequisites, {
    counterparty_id: id,
    from_day: minskDay(-10),
    requisites: next,
  })
  return { company, owner, id, card }
}

test('CPT-10 S19: requisites hold from their day on; those before stay readable and both names find the counterparty', async () => {
  const { owner, id, card } = await renamed()
  assert.deepEqual(
    card.versions.map(({ from_day, requisites }) => [from_day, requisites.legal_name, requisites.tax_number]),
    [
      [minskDay(-10), 'ООО «Новое имя»', '191682495'],
      [null, 'ООО «Старое имя»', '191682495'],
    ],
  )
  assert.deepEqual([card.requisites_from, card.requisites.bank_name], [minskDay(-10), undefined])
  for (const search of ['старое имя', 'новое имя']) {
    const { rows } = await done(owner, contract.listCounterparties, { search })
    assert.deepEqual(
      rows.map((row) => row.id),
      [id],
    )
  }
})

test('CPT-10: what will hold from tomorrow does not hold today, and a change today touches that which holds', async () => {
  const { owner, id: counterparty_id } = await renamed()
  const coming = { counterparty_id, from_day: minskDay(1) }
  await done(owner, versions.setRequisites, { ...coming, requisites: { ...next, legal_address: 'Гомель' } })
  const card = await done(owner, contract.changeCounterparty, {
    counterparty_id,
    requisites: { legal_address: 'Брест' },
  })
  assert.deepEqual(
    card.versions.map(({ requisites }) => requisites.legal_address),
    ['Гомель', 'Брест', 'Минск'],
  )
  assert.equal(card.requisites.legal_address, 'Брест')

  const back = await done(owner, versions.dropRequisites, { counterparty_id, from_day: minskDay(-10) })
  assert.equal(back.requisites.legal_name, 'ООО «Старое имя»')
  const again = await as(owner, versions.dropRequisites, { counterparty_id, from_day: minskDay(-10) })
  assert.deepEqual([again.status, again.body.code], [404, 'requisites.missing'])
})

test('CPT-10 S56: a document takes the requisites of its own day, and what was issued never changes', async () => {
  const issuer = await makeIssuer()
  const { owner } = issuer.company
  const { counterparty_id } = issuer
  const { requisites } = await done(owner, contract.getCounterparty, { counterparty_id })
  const { id: order_id } = await makeAgreedOrder(issuer)
  const from_day = minskDay(-5)
  const named = { ...requisites, legal_name: 'ООО «После переезда»' }
  await done(owner, versions.setRequisites, { counterparty_id, from_day, requisites: named })

  const buyerOn = async (issued_on?: string) =>
    (await done(owner, documents.proposeDocuments, { order_id, ...(issued_on && { issued_on }) })).buyer.legal_name
  assert.equal(await buyerOn(), 'ООО «После переезда»')
  assert.equal(await buyerOn(from_day), 'ООО «После переезда»')
  assert.equal(await buyerOn(minskDay(-6)), requisites.legal_name)
})

test('CPT-8: a tax number of another is refused among new requisites too; who may not, or is a stranger, sets none', async () => {
  const { company, owner, id: counterparty_id } = await renamed()
  const other = await makeCounterparty(owner, { tax_number: '191682496' })
  const wish = { counterparty_id, from_day: minskDay(), requisites: { ...next, tax_number: '191682496' } }
  const double = await as(owner, versions.setRequisites, wish)
  assert.deepEqual([double.status, double.body.code, double.body.facts?.['id']], [409, 'counterparty.double', other.id])

  const mine = { counterparty_id, from_day: minskDay(), requisites: next }
  const stale = await as(owner, versions.setRequisites, mine, { if_match: 1 })
  assert.equal(stale.status, 412)
  const member = await makeStaff(company, 'member')
  assert.equal((await as(member, versions.setRequisites, mine)).status, 404)
  const stranger = (await makeCompany()).owner
  for (const at of [versions.setRequisites, versions.dropRequisites] as const)
    assert.equal((await as(stranger, at, mine as never)).body.code, 'counterparty.missing')
})

test('CPT-11: a counterparty is a customer or a supplier or both, and is listed by that', async () => {
  const { owner } = await makeCompany()
  const customer = await makeCounterparty(owner, { name: 'А заказчик' })
  const supplier = await makeCounterparty(owner, { name: 'Б поставщик', is_customer: false, is_supplier: true })
  assert.deepEqual([customer.is_customer, customer.is_supplier], [true, false])
  const listed = async (side: 'customer' | 'supplier') =>
    (await done(owner, contract.listCounterparties, { side })).rows.map(({ name }) => name)
  assert.deepEqual([await listed('customer'), await listed('supplier')], [['А заказчик'], ['Б поставщик']])

  const none = await as(owner, contract.changeCounterparty, { counterparty_id: supplier.id, is_supplier: false })
  assert.deepEqual([none.status, none.body.code], [422, 'counterparty.no_side'])
  const wish = { kind: 'organisation' as const, name: 'Ничей', is_customer: false }
  assert.equal((await as(owner, contract.addCounterparty, wish)).body.code, 'counterparty.no_side')
  await done(owner, contract.changeCounterparty, { counterparty_id: supplier.id, is_customer: true })
  assert.deepEqual(await listed('customer'), ['А заказчик', 'Б поставщик'])
})
