import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as people from '#contract/people.ts'
import * as contract from '#contract/tree.ts'
import { as, done } from '#test/as.ts'
import { race } from '#test/race.ts'
import { type Company, makeCompany, makeUser } from '#test/world.ts'
import { linkIn, makePerformer, makeStaff, type Member } from '#test/world/people.ts'

/** owner ← olga ← dima ← yana, and owner ← pyotr. */
async function makeLine() {
  const company = await makeCompany()
  const { owner } = company
  const [olga, pyotr] = [await makeStaff(company, 'member', 'Ольга'), await makeStaff(company, 'member', 'Пётр')]
  const dima = await under(olga, 'Дима')
  return { company, owner: { ...owner, name: 'Владелец' }, olga, pyotr, dima, yana: await under(dima, 'Яна') }
}

async function under(head: Member, name: string): Promise<Member> {
  const { url } = await done(head, people.invite, { role: 'member', name })
  const person = await makeUser(name)
  const me = await done(person, people.acceptInvitation, { link: linkIn(url), head_confirmed: true })
  return Object.assign(person, { id: me.member!.id, name })
}

const shape = async (person: Member | Company['owner']) => {
  const { rows } = await done(person, contract.getStructure, {})
  const name = new Map(rows.map((row) => [row.id, row.name]))
  return Object.fromEntries(rows.map((row) => [row.name, row.head_id && name.get(row.head_id)]))
}

test('TREE-8 S18: a move takes those below along, or leaves them to the head that he had', async () => {
  const { owner, dima, pyotr, olga } = await makeLine()
  const before = await shape(owner)
  assert.deepEqual(before, { Владелец: null, Ольга: 'Владелец', Пётр: 'Владелец', Дима: 'Ольга', Яна: 'Дима' })

  const along = await done(owner, contract.moveMember, { member_id: dima.id, head_id: pyotr.id, with_reports: true })
  assert.deepEqual([along.placed, along.head.id], [1, pyotr.id])
  assert.deepEqual(await shape(owner), { ...before, Дима: 'Пётр' })

  const alone = await done(owner, contract.moveMember, { member_id: dima.id, head_id: olga.id, with_reports: false })
  assert.equal(alone.placed, 2)
  assert.deepEqual(await shape(owner), { ...before, Дима: 'Ольга', Яна: 'Пётр' })
})

test('TREE-8 TREE-1: nobody goes under himself with all below; alone he may go under one who was below him', async () => {
  const { owner, olga, yana, dima } = await makeLine()
  const move = { member_id: olga.id, head_id: yana.id }
  const { status, body } = await as(owner, contract.moveMember, { ...move, with_reports: true })
  assert.deepEqual([status, body.code, body.facts?.['head']], [422, 'tree.circle', 'Яна'])
  for (const with_reports of [true, false]) {
    const self = await as(owner, contract.moveMember, { member_id: olga.id, head_id: olga.id, with_reports })
    assert.equal(self.body.code, 'tree.circle')
  }
  await done(owner, contract.moveMember, { ...move, with_reports: false })
  assert.deepEqual(await shape(owner), {
    Владелец: null,
    Ольга: 'Яна',
    Пётр: 'Владелец',
    Дима: 'Владелец',
    Яна: 'Дима',
  })
  const root = await as(owner, contract.moveMember, { member_id: owner.id, head_id: dima.id, with_reports: true })
  assert.deepEqual([root.status, root.body.code], [409, 'tree.root'])
})

test('TREE-7 S18: a head moves those below him, to himself or to heads below him; others may not', async () => {
  const { owner, olga, dima, yana, pyotr, company } = await makeLine()
  const move = (by: Member, member_id: string, head_id: string) =>
    as(by, contract.moveMember, { member_id, head_id, with_reports: true })
  assert.equal((await move(olga, yana.id, olga.id)).status, 200)
  assert.equal((await move(olga, yana.id, dima.id)).status, 200)
  assert.equal((await move(olga, yana.id, pyotr.id)).body.code, 'tree.head_not_yours')
  assert.equal((await move(olga, olga.id, dima.id)).body.code, 'tree.not_yours')
  assert.equal((await move(pyotr, yana.id, pyotr.id)).body.code, 'tree.not_yours')
  assert.equal((await move(yana, dima.id, yana.id)).body.code, 'tree.not_yours')
  const [admin, performer] = [await makeStaff(company, 'admin'), await makePerformer(company)]
  assert.equal((await move(admin, yana.id, pyotr.id)).status, 200)
  assert.equal((await move(admin, yana.id, performer.id)).body.code, 'member.missing')
  assert.equal((await move(admin, performer.id, pyotr.id)).status, 404)
  const stranger = await makeCompany()
  assert.equal((await move(admin, yana.id, stranger.owner.id)).status, 404)
  assert.equal(
    (
      await as(stranger.owner, contract.moveMember, {
        member_id: yana.id,
        head_id: stranger.owner.id,
        with_reports: true,
      })
    ).status,
    404,
  )
  assert.equal((await as(owner, contract.getStructure, { on: '2999-01-01' })).body.code, 'tree.not_yet')
})

test('TREE-9 S25: a head sees his line up and all below, not beside; who manages people sees all', async () => {
  const { owner, olga, dima, yana, pyotr } = await makeLine()
  assert.deepEqual(await shape(dima), { Владелец: null, Ольга: 'Владелец', Дима: 'Ольга', Яна: 'Дима' })
  assert.deepEqual(await shape(pyotr), { Владелец: null, Пётр: 'Владелец' })
  assert.equal(Object.keys(await shape(owner)).length, 5)
  const { rows } = await done(olga, contract.getStructure, {})
  const may = rows.filter(({ can }) => can.move === null).map(({ id }) => id)
  assert.deepEqual(may.toSorted(), [dima.id, yana.id].toSorted())
})

test('TREE-2 TREE-9 S25: a past day shows who works below now and then, and cannot be changed', async () => {
  const { owner, yana } = await makeLine()
  const { on } = await done(owner, contract.getStructure, {})
  const yesterday = new Date(Date.parse(on) - 86_400_000).toISOString().slice(0, 10)
  assert.deepEqual((await done(owner, contract.getStructure, { on: yesterday })).rows, [])
  const today = await done(yana, contract.getStructure, { on })
  assert.equal(today.rows.length, 4)
})

test('TREE-1: two people who take each other for the head at the same moment do not make a circle', async () => {
  const { olga, pyotr } = await makeLine()
  await done(olga, contract.declareHead, { head_id: pyotr.id })
  await done(pyotr, contract.declareHead, { head_id: olga.id })
  const yes = (n: number) =>
    n === 0
      ? as(olga, contract.answerReport, { member_id: pyotr.id, mine: true })
      : as(pyotr, contract.answerReport, { member_id: olga.id, mine: true })
  const replies = await race(2, yes, () => as(olga, people.getMe, {}))
  assert.deepEqual(
    replies.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 422],
  )
  assert.equal(replies.find(({ status }) => status === 422)?.body.code, 'tree.circle')
})

test('TREE-4 S18: a move settles what was open, and the same move twice changes nothing', async () => {
  const { owner, olga, pyotr } = await makeLine()
  await done(olga, contract.declareHead, { head_id: pyotr.id })
  const move = { member_id: olga.id, head_id: pyotr.id, with_reports: true }
  const replies = await race(3, () => as(owner, contract.moveMember, move))
  assert.deepEqual(
    replies.map(({ status }) => status),
    [200, 200, 200],
  )
  assert.equal((await done(olga, contract.getMyHead, {})).open, null)
  const { placements, declarations } = await done(owner, contract.getHeads, { member_id: olga.id })
  assert.deepEqual(
    placements.map(({ head, to_at }) => [head?.name, to_at === null]),
    [
      ['Пётр', true],
      ['Владелец', false],
    ],
  )
  assert.deepEqual(
    declarations.map(({ said_as }) => said_as),
    ['settler', 'member', 'inviter'],
  )
})
