import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '#contract/leaving.ts'
import { as, type Person } from '#test/as.ts'
import { race } from '#test/race.ts'
import { makeCompany } from '#test/world.ts'
import { makePerformer, makeStaff } from '#test/world/people.ts'

test('LEAVE-5: who may let whom go, and nobody himself', async () => {
  const company = await makeCompany()
  const { owner } = company
  const [head, manager] = [await makeStaff(company, 'manager', 'Анна'), await makeStaff(company)]
  const performer = await makePerformer(company)
  const [admin, clerk] = [
    await makeStaff(company, 'admin', 'Админ'),
    await makeStaff(company, 'accountant', 'Счетовод'),
  ]
  const ask = async (by: Person, member_id: string) => {
    const seen = await as(by, contract.previewLeaving, { member_id })
    const { status, body } = await as(by, contract.leave, { member_id, held: [] })
    return [seen.status, status, body.code]
  }
  assert.deepEqual(await ask(head, manager.id), [403, 403, 'member.not_yours'])
  assert.deepEqual(await ask(clerk, performer.id), [403, 403, 'performer.not_yours'])
  assert.deepEqual(await ask(admin, admin.id), [200, 409, 'leaving.self'])
  assert.deepEqual(await ask(admin, owner.id), [200, 409, 'leaving.owner'])
  const there = await makeCompany()
  assert.deepEqual(await ask(there.owner, manager.id), [404, 404, 'member.missing'])
})

test('LEAVE-5: two administrators who let each other go at once do not both succeed', async () => {
  const company = await makeCompany()
  const pair = [await makeStaff(company, 'admin', 'Первый'), await makeStaff(company, 'admin', 'Второй')] as const

  const replies = await race(2, (n) => as(pair[n]!, contract.leave, { member_id: pair[1 - n]!.id, held: [] }))

  assert.equal(replies.filter(({ status }) => status === 200).length, 1)
})
