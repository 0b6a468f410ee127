import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as people from '#contract/people.ts'
import * as tree from '#contract/tree.ts'
import { as, done, type Person } from '#test/as.ts'
import { race } from '#test/race.ts'
import { makeCompany } from '#test/world.ts'
import { addPerformer, makeStaff } from '#test/world/people.ts'

test('ACC-1 TREE-1: the owner gives the company to another: that one is the root, and he stays under him', async () => {
  const company = await makeCompany()
  const { owner } = company
  const [head, next] = [await makeStaff(company, 'manager', 'Анна'), await makeStaff(company, 'member', 'Павел')]
  await done(owner, tree.moveMember, { member_id: next.id, head_id: head.id, with_reports: true })

  assert.deepEqual((await done(owner, people.giveOwnership, { member_id: next.id })).owner.id, next.id)

  const { rows } = await done(next, tree.getStructure, {})
  const heads = Object.fromEntries(rows.map(({ id, head_id }) => [id, head_id]))
  assert.deepEqual(heads, { [next.id]: null, [owner.id]: next.id, [head.id]: owner.id })
  assert.equal((await done(next, people.getMe, {})).member?.role, 'owner')
  assert.equal((await done(owner, people.getMe, {})).member?.role, 'admin')
  const again = await as(owner, people.giveOwnership, { member_id: head.id })
  assert.deepEqual([again.status, again.body.code], [403, 'company.owner_only'])
})

test('ACC-1: only the owner gives it, only to another of the staff who works here; of two at once one is given', async () => {
  const company = await makeCompany()
  const { owner } = company
  const [admin, member] = [await makeStaff(company, 'admin'), await makeStaff(company, 'member')]
  const performer = await addPerformer(company)
  const stranger = await makeStaff(await makeCompany())
  const to = async (by: Person, member_id: string) => {
    const { status, body } = await as(by, people.giveOwnership, { member_id })
    return [status, body.code]
  }
  assert.deepEqual(await to(admin, admin.id), [403, 'company.owner_only'])

  assert.deepEqual(await to(owner, owner.id), [422, 'company.yours_already'])
  assert.deepEqual(await to(owner, performer.id), [404, 'member.missing'])
  assert.deepEqual(await to(owner, stranger.id), [404, 'member.missing'])

  const replies = await race(2, (n) => as(owner, people.giveOwnership, { member_id: [admin.id, member.id][n]! }))
  assert.deepEqual(new Set(replies.map(({ status }) => status)), new Set([200, 403]))
})
