import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '#contract/invitations.ts'
import * as people from '#contract/people.ts'
import * as tasks from '#contract/tasks.ts'
import * as tree from '#contract/tree.ts'
import { anybody, as, done } from '#test/as.ts'
import { race } from '#test/race.ts'
import { type Company, makeCompany, makeUser } from '#test/world.ts'
import { linkIn, makeStaff } from '#test/world/people.ts'

const opened = async ({ owner }: Company, role: 'member' | 'manager' = 'member') =>
  linkIn((await done(owner, contract.makeJoiningLink, { role })).url)

test('TREE-10 S17: by the joining link a person names his head, waits outside, and is in by that head’s word', async () => {
  const company = await makeCompany()
  const head = await makeStaff(company, 'manager', 'Ольга Санько')
  const link = await opened(company)
  const offer = await done(anybody(), contract.lookAtJoiningLink, { link })
  assert.deepEqual([offer.company.id, offer.role], [company.id, 'member'])
  assert.equal((await as(anybody(), contract.findHeads, { link })).status, 401)

  const pavel = await makeUser('Павел Рудак')
  const { rows } = await done(pavel, contract.findHeads, { link, search: 'санько' })
  assert.deepEqual(rows, [{ id: head.id, name: 'Ольга Санько', position: null }])
  const { waiting } = await done(pavel, contract.askToJoin, { link, head_id: head.id, position: 'Диспетчер' })
  assert.deepEqual(waiting, [{ id: company.id, name: offer.company.name, head: 'Ольга Санько' }])

  const outside = await done(pavel, people.getMe, {})
  assert.deepEqual([outside.member, outside.company, outside.waiting], [null, null, waiting])
  for (const at of [people.listMembers, people.getCompanySettings, tree.getStructure, tree.getMyHead])
    assert.equal((await as(pavel, at, {})).status, 401)
  assert.equal((await as(pavel, people.chooseCompany, { company_id: company.id })).status, 404)

  const { asks } = await done(head, tree.getMyHead, {})
  assert.deepEqual(
    asks.map(({ member, waits_outside }) => [member.name, member.position, waits_outside]),
    [['Павел Рудак', 'Диспетчер', true]],
  )
  const at = { member_id: asks[0]!.member.id, mine: true }
  assert.deepEqual((await done(head, tree.answerReport, at)).asks, [])

  const inside = await done(pavel, people.getMe, {})
  assert.deepEqual([inside.member?.role, inside.company?.id, inside.waiting], ['member', company.id, []])
  const mine = await done(pavel, tree.getMyHead, {})
  assert.deepEqual([mine.head?.id, mine.open], [head.id, null])
})

test('TREE-10: who waits can be turned away or think better of it, and is given no work meanwhile', async () => {
  const company = await makeCompany()
  const { owner } = company
  const head = await makeStaff(company, 'member')
  const link = await opened(company)
  const ask = async () => {
    const person = await makeUser('Глеб Ворона')
    await done(person, contract.askToJoin, { link, head_id: head.id })
    return person
  }
  const [one, two] = [await ask(), await ask()]
  const open = (await done(owner, tree.listUnconfirmed, {})).rows.filter(({ waits_outside }) => waits_outside)
  assert.deepEqual(
    open.map(({ accord, stands_under }) => [accord, stands_under]),
    [
      ['waits_for_head', null],
      ['waits_for_head', null],
    ],
  )
  const member_id = open[0]!.member.id
  const given = await as(owner, tasks.createTask, { title: 'Осмотр', assignee_ids: [member_id] })
  assert.equal(given.body.code, 'task.assignee_inactive')
  const stranger = await makeStaff(company, 'manager')
  assert.equal((await as(stranger, tree.turnAway, { member_id })).body.code, 'tree.not_yours')
  await done(owner, tree.turnAway, { member_id })
  assert.deepEqual((await done(one, people.getMe, {})).waiting, [])
  assert.equal((await as(owner, tree.turnAway, { member_id })).status, 404)

  assert.deepEqual((await done(two, contract.stopWaiting, { company_id: company.id })).waiting, [])
  assert.equal((await as(two, contract.stopWaiting, { company_id: company.id })).body.code, 'company.missing')
  assert.deepEqual(
    (await done(owner, tree.listUnconfirmed, {})).rows.filter((row) => row.waits_outside),
    [],
  )
  assert.equal((await as(owner, tree.turnAway, { member_id: open[1]!.member.id })).status, 404)
  // He may come again: it is the same person.
  await done(one, contract.askToJoin, { link, head_id: head.id })
  assert.equal((await done(head, tree.getMyHead, {})).asks[0]?.member.id, member_id)
})

test('TREE-10: one link works at a time; it is closed, made anew, and offers no role above its maker’s', async () => {
  const company = await makeCompany()
  const [manager, clerk] = [await makeStaff(company, 'manager'), await makeStaff(company, 'member')]
  const first = await opened(company)
  const second = await opened(company)
  const person = await makeUser()
  assert.equal((await as(person, contract.lookAtJoiningLink, { link: first })).body.code, 'link.missing')
  assert.equal((await as(person, contract.askToJoin, { link: first, head_id: clerk.id })).body.code, 'link.missing')
  assert.equal((await done(clerk, contract.getJoiningLink, {})).can.change?.code, 'joining_link.not_yours')
  assert.equal((await as(clerk, contract.makeJoiningLink, { role: 'member' })).body.code, 'joining_link.not_yours')
  assert.equal((await as(clerk, contract.closeJoiningLink, {})).body.code, 'joining_link.not_yours')
  assert.equal((await as(manager, contract.makeJoiningLink, { role: 'admin' })).body.code, 'invitation.role_above')
  assert.equal((await done(manager, contract.closeJoiningLink, {})).link, null)
  for (const at of [contract.lookAtJoiningLink, contract.findHeads])
    assert.equal((await as(person, at, { link: second })).body.code, 'link.missing')

  const made = await race(4, () => as(manager, contract.makeJoiningLink, { role: 'member' }))
  const working = await Promise.all(
    made.map(({ body }) => as(anybody(), contract.lookAtJoiningLink, { link: linkIn(body.url) })),
  )
  assert.deepEqual(
    working.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 404, 404, 404],
  )
})

test('TREE-10: asking twice at once makes one person; who is in needs no link; a foreign head is not there', async () => {
  const [company, other] = [await makeCompany(), await makeCompany()]
  const link = await opened(company)
  const person = await makeUser()
  const ask = () => as(person, contract.askToJoin, { link, head_id: company.owner.id })
  const replies = await race(4, ask)
  assert.deepEqual(
    replies.map(({ status }) => status),
    [200, 200, 200, 200],
  )
  assert.equal((await done(company.owner, tree.getMyHead, {})).asks.length, 1)

  const nobody = await makeUser()
  const foreign = await as(nobody, contract.askToJoin, { link, head_id: other.owner.id })
  assert.deepEqual([foreign.status, foreign.body.code], [404, 'member.missing'])
  assert.equal((await as(nobody, contract.askToJoin, { link })).body.code, 'tree.one_head')
  assert.deepEqual((await done(nobody, people.getMe, {})).waiting, [])
  const clerk = await makeStaff(company, 'member')
  const again = await as(clerk, contract.askToJoin, { link, head_id: company.owner.id })
  assert.equal(again.body.code, 'invitation.already_member')
})

test('TREE-10 TREE-7 S16: who names a head that has not come is let in by whoever may settle', async () => {
  const company = await makeCompany()
  const link = await opened(company, 'manager')
  const person = await makeUser('Яна Кот')
  await done(person, contract.askToJoin, { link, expected: { name: 'Пётр Шульга' } })
  assert.equal((await done(person, people.getMe, {})).waiting[0]?.head, 'Пётр Шульга')
  const [row] = (await done(company.owner, tree.listUnconfirmed, {})).rows
  assert.deepEqual([row?.accord, row?.waits_outside], ['expected', true])
  await done(company.owner, tree.settleHead, { member_id: row!.member.id, head_id: company.owner.id })
  const me = await done(person, people.getMe, {})
  assert.deepEqual([me.member?.role, me.waiting], ['manager', []])
})

test('TREE-10 S13: who works elsewhere asks to join a second company and goes on working in the first meanwhile', async () => {
  const [ours, theirs] = [await makeCompany(), await makeCompany()]
  const link = await opened(theirs)
  await done(ours.owner, contract.askToJoin, { link, head_id: theirs.owner.id })
  const me = await done(ours.owner, people.getMe, {})
  assert.deepEqual([me.company?.id, me.member?.role, me.waiting.map(({ id }) => id)], [ours.id, 'owner', [theirs.id]])
  const [ask] = (await done(theirs.owner, tree.getMyHead, {})).asks
  await done(theirs.owner, tree.answerReport, { member_id: ask!.member.id, mine: true })
  const after = await done(ours.owner, people.getMe, {})
  assert.deepEqual([after.company?.id, after.companies.length, after.waiting], [ours.id, 2, []])
  assert.equal((await done(ours.owner, people.chooseCompany, { company_id: theirs.id })).member?.role, 'member')
})
