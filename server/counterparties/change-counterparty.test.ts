import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import * as contract from '#contract/counterparties.ts'
import { as, done } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { makeCounterparty } from '#test/world/counterparties.ts'

test('CPT-5: named requisites change, an empty one is cleared, the others stay', async () => {
  const { owner } = await makeCompany()
  const { id: counterparty_id } = await makeCounterparty(owner, {
    tax_number: '191682495',
    requisites: { bank_name: 'Банк', legal_address: 'Минск', signatory_name: 'Иванов И. И.' },
  })

  const card = await done(owner, contract.changeCounterparty, {
    counterparty_id,
    name: 'ООО «Свет»',
    requisites: { bank_name: '', legal_address: 'Гомель' },
    responsible_id: null,
  })

  assert.deepEqual(card.requisites, {
    legal_address: 'Гомель',
    signatory_name: 'Иванов И. И.',
    tax_number: '191682495',
  })
  assert.deepEqual([card.name, card.responsible, card.version], ['ООО «Свет»', null, 2])
})

test('CPT-1: a tax number that another has cannot be taken over', async () => {
  const { owner } = await makeCompany()
  const first = await makeCounterparty(owner, { tax_number: '191682495' })
  const second = await makeCounterparty(owner)

  const { status, body } = await as(owner, contract.changeCounterparty, {
    counterparty_id: second.id,
    tax_number: '191682495',
  })
  assert.deepEqual([status, body.code, body.facts?.['id']], [409, 'counterparty.double', first.id])

  const own = await as(owner, contract.changeCounterparty, { counterparty_id: first.id, tax_number: '191682495' })
  assert.equal(own.status, 200)
})

test('CPT-5: who changes what another has changed meanwhile is shown what stands now', async () => {
  const { owner } = await makeCompany()
  const { id: counterparty_id, version } = await makeCounterparty(owner)
  await done(owner, contract.changeCounterparty, { counterparty_id, note: 'Платят вовремя' })

  const { status, body } = await as(
    owner,
    contract.changeCounterparty,
    { counterparty_id, note: 'Должники' },
    { if_match: version },
  )

  assert.deepEqual([status, body.code], [412, 'version.stale'])
  assert.equal((body.facts as { current: contract.CounterpartyCard }).current.note, 'Платят вовремя')
})

test('CPT-8: nobody of the staff is nobody responsible, and a stranger changes nothing', async () => {
  const [ours, theirs] = [await makeCompany(), await makeCompany()]
  const { id: counterparty_id } = await makeCounterparty(ours.owner)

  const nobody = await as(ours.owner, contract.changeCounterparty, { counterparty_id, responsible_id: uuidv7() })
  assert.deepEqual([nobody.status, nobody.body.code], [422, 'counterparty.responsible_unknown'])
  const other = await as(ours.owner, contract.changeCounterparty, { counterparty_id, responsible_id: theirs.owner.id })
  assert.equal(other.status, 422)

  const { status, body } = await as(theirs.owner, contract.changeCounterparty, { counterparty_id, name: 'X' })
  assert.deepEqual([status, body.code], [404, 'counterparty.missing'])
})
