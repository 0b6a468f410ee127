import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listOffers } from '#contract/invitations.ts'
import { listMembers } from '#contract/people.ts'
import { done, type Person } from '#test/as.ts'
import { makeStaff } from '#test/world/people.ts'
import { makeCompany } from '#test/world.ts'

test('PPL-12: screens are told which roles one may offer, and which of them may curate pools', async () => {
  const company = await makeCompany()
  const offered = async (by: Person) =>
    (await done(by, listOffers, {})).rows.map(({ role, leads_pools }) => `${role}${leads_pools ? '*' : ''}`)
  assert.deepEqual(await offered(company.owner), ['member', 'manager*', 'accountant', 'admin*'])
  assert.deepEqual(await offered(await makeStaff(company)), ['member', 'manager*', 'accountant'])
  assert.deepEqual(await offered(await makeStaff(company, 'accountant')), ['member', 'accountant'])
  assert.deepEqual(await offered(await makeStaff(company, 'member')), ['member'])
})

test('POOL-4: of each person it is told whether he may curate a pool', async () => {
  const company = await makeCompany()
  await makeStaff(company, 'manager', 'Ольга Санько')
  await makeStaff(company, 'accountant', 'Ирина Корзун')
  const { rows } = await done(company.owner, listMembers, { kind: 'staff' })
  const leads = new Map(rows.map(({ name, leads_pools }) => [name, leads_pools]))
  assert.deepEqual([leads.get('Ольга Санько'), leads.get('Ирина Корзун')], [true, false])
})
