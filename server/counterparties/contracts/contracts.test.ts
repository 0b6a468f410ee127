import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as access from '#contract/access/roles.ts'
import * as contract from '#contract/parties/contracts.ts'
import { as, done } from '#test/as.ts'
import { race } from '#test/race.ts'
import { makeCompany } from '#test/world.ts'
import { makeCounterparty } from '#test/world/counterparties.ts'
import { makeStaff } from '#test/world/people.ts'
import { minskDay } from '#test/world/tasks.ts'

const price = (name: string, minor: string) => ({ name, unit: 'час', price: minor, currency: 'BYN' as const })

async function withContract(wish: Partial<Parameters<typeof done<typeof contract.addContract>>[2]> = {}) {
  const company = await makeCompany()
  const { owner } = company
  const { id: counterparty_id } = await makeCounterparty(owner)
  const made = await done(owner, contract.addContract, {
    counterparty_id,
    number: ' 5/2026 ',
    signed_on: '2026-03-01',
    payment_terms: 'Отсрочка 10 дней',
    silence_days: 3,
    prices: [price('Электрик', '4500'), price('Выезд', '2000')],
    ...wish,
  })
  return { company, owner, counterparty_id, made }
}

test('CPT-12: a contract is written with its terms and prices, changed in part, removed and brought back', async () => {
  const { owner, counterparty_id, made } = await withContract()
  const { id: contract_id } = made
  assert.deepEqual(
    [made.number, made.silence_days, made.payment_terms, made.prices.map(({ name, price: sum }) => [name, sum])],
    [
      '5/2026',
      3,
      'Отсрочка 10 дней',
      [
        ['Электрик', '4500'],
        ['Выезд', '2000'],
      ],
    ],
  )
  const prices = [price('Выезд', '2500')]
  const changed = await done(owner, contract.changeContract, { contract_id, prices, silence_days: null })
  assert.deepEqual([changed.prices, changed.silence_days, changed.number], [prices, null, '5/2026'])

  await done(owner, contract.removeContract, { contract_id })
  assert.deepEqual((await done(owner, contract.listContracts, { counterparty_id })).rows, [])
  await done(owner, contract.restoreContract, { contract_id })
  const { rows } = await done(owner, contract.listContracts, { counterparty_id })
  assert.deepEqual(
    rows.map(({ id, prices: own }) => [id, own]),
    [[contract_id, prices]],
  )
})

test('CPT-12: a contract says whether it is coming, in force, about to end or ended', async () => {
  const { owner, counterparty_id } = await withContract()
  const stateOf = async (number: string, from_day: string, to_day: string | null) => {
    const wish = { counterparty_id, number, signed_on: '2026-03-01', from_day, to_day }
    return (await done(owner, contract.addContract, wish)).state
  }
  assert.equal(await stateOf('1', minskDay(1), null), 'coming')
  assert.equal(await stateOf('2', minskDay(-9), minskDay(31)), 'in_force')
  assert.equal(await stateOf('3', minskDay(-9), minskDay(30)), 'ending')
  assert.equal(await stateOf('4', minskDay(-9), minskDay()), 'ending')
  assert.equal(await stateOf('5', minskDay(-9), minskDay(-1)), 'ended')
})

test('CPT-12: it ends after it begins, costs nothing below zero, and of many at once one stands there', async () => {
  const { owner, counterparty_id, made } = await withContract()
  const change = async (wish: object) =>
    (await as(owner, contract.changeContract, { contract_id: made.id, ...wish })).body.code
  assert.equal(await change({ to_day: '2026-02-28' }), 'contract.ends_before')
  assert.equal(await change({ prices: [price('Скидка', '-1')] }), 'contract.price_negative')
  const wish = { counterparty_id, number: '7', signed_on: '2026-04-01' }
  const answers = await race(4, () => as(owner, contract.addContract, wish))
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409, 409, 409],
  )
  const stale = await as(owner, contract.changeContract, { contract_id: made.id, note: 'x' }, { if_match: 1 })
  assert.equal(stale.status, 412)
})

test('CPT-12 S93: who does not read money sees no contract, in no way; a stranger finds none', async () => {
  const { company, owner, counterparty_id, made } = await withContract()
  const role = await done(owner, access.makeRole, {
    name: 'Диспетчер',
    role: 'member',
    rights: ['orders.all', 'counterparties.manage'],
  })
  const clerk = await makeStaff(company, 'member')
  await done(owner, access.setRole, { member_id: clerk.id, role_id: role.role_id ?? '' })
  assert.equal((await as(clerk, contract.listContracts, { counterparty_id })).body.code, 'contract.not_yours')
  assert.equal((await as(clerk, contract.changeContract, { contract_id: made.id })).body.code, 'contract.missing')
  const stranger = (await makeCompany()).owner
  assert.equal((await as(stranger, contract.listContracts, { counterparty_id })).body.code, 'counterparty.missing')
  for (const at of [contract.changeContract, contract.removeContract, contract.restoreContract] as const)
    assert.equal((await as(stranger, at, { contract_id: made.id })).body.code, 'contract.missing')
})
