import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as people from '#contract/people.ts'
import * as contract from '#contract/tree.ts'
import { as, done } from '#test/as.ts'
import { race } from '#test/race.ts'
import { type Company, makeCompany, makeUser } from '#test/world.ts'
import { linkIn, makePerformer, makeStaff, type Member } from '#test/world/people.ts'

type Wish = { by?: Member | Company['owner']; head_id?: string; head_confirmed?: boolean; name?: string }

/** Somebody who has joined by an invitation of `by`. */
async function joined(company: Company, { by = company.owner, head_id, head_confirmed, name = 'Яна Кот' }: Wish = {}) {
  const { url } = await done(by, people.invite, { role: 'member', ...(head_id && { head_id }) })
  const person = await makeUser(name)
  const link = linkIn(url)
  const me = await done(person, people.acceptInvitation, { link, ...(head_confirmed && { head_confirmed }) })
  return Object.assign(person, { id: me.member!.id, name })
}
const mine = (person: Member) => done(person, contract.getMyHead, {})
const openOf = async ({ owner }: Company, who: Member) =>
  (await done(owner, contract.listUnconfirmed, {})).rows.find(({ member }) => member.id === who.id)

test('TREE-3 TREE-4 S16: whoever joins sees who invited him, stands under him, and confirms', async () => {
  const company = await makeCompany()
  const head = await makeStaff(company, 'member', 'Ольга Санько')
  const yana = await joined(company, { by: head })
  const before = await mine(yana)
  assert.deepEqual([before.head?.id, before.invited_by?.id, before.open?.accord], [head.id, head.id, 'unsaid'])
  assert.equal((await openOf(company, yana))?.accord, 'unsaid')

  const after = await done(yana, contract.declareHead, { head_id: head.id })
  assert.deepEqual([after.head?.id, after.open], [head.id, null])
  assert.equal(await openOf(company, yana), undefined)
  // Said again, it opens nothing.
  assert.equal((await done(yana, contract.declareHead, { head_id: head.id })).open, null)

  const sure = await joined(company, { by: head, head_confirmed: true })
  assert.equal((await mine(sure)).open, null)
  const said = (await done(company.owner, contract.getHeads, { member_id: sure.id })).declarations
  assert.deepEqual(
    said.map(({ said_as, said_by, head: named }) => [said_as, said_by.id, named?.id]),
    [
      ['member', sure.id, head.id],
      ['inviter', head.id, head.id],
    ],
  )
})

test('TREE-4 TREE-5 S16: another head than the inviter is asked; until then both words stand side by side', async () => {
  const company = await makeCompany()
  const [inviter, real] = [await makeStaff(company, 'member', 'Ольга'), await makeStaff(company, 'member', 'Дмитрий')]
  const yana = await joined(company, { by: inviter })
  const said = await done(yana, contract.declareHead, { head_id: real.id })
  assert.deepEqual([said.head?.id, said.open?.accord, said.open?.named?.id], [inviter.id, 'differs', real.id])

  const row = await openOf(company, yana)
  assert.deepEqual(
    row?.words.map(({ said_as, head }) => [said_as, head?.name]),
    [
      ['inviter', 'Ольга'],
      ['member', 'Дмитрий'],
    ],
  )
  const { asks } = await mine(real)
  assert.deepEqual([asks[0]?.member.id, asks[0]?.stands_under?.id], [yana.id, inviter.id])
  const other = await as(inviter, contract.answerReport, { member_id: yana.id, mine: true })
  assert.equal(other.body.code, 'tree.not_asked')

  await done(real, contract.answerReport, { member_id: yana.id, mine: true })
  const after = await mine(yana)
  assert.deepEqual([after.head?.id, after.open], [real.id, null])
  assert.equal((await done(company.owner, people.getMember, { member_id: yana.id })).head?.id, real.id)
})

test('TREE-4 S16: an administrator who proposes another head says it for himself; that head is asked as well', async () => {
  const company = await makeCompany()
  const head = await makeStaff(company, 'member')
  const yana = await joined(company, { head_id: head.id, head_confirmed: true })
  const me = await mine(yana)
  assert.deepEqual([me.head?.id, me.open?.accord], [head.id, 'waits_for_head'])
  const replies = await race(3, () => as(head, contract.answerReport, { member_id: yana.id, mine: true }))
  assert.deepEqual(
    replies.map(({ status }) => status),
    [200, 200, 200],
  )
  assert.equal((await mine(yana)).open, null)
  const { declarations } = await done(head, contract.getHeads, { member_id: yana.id })
  assert.equal(declarations.filter(({ said_as }) => said_as === 'head').length, 1)
})

test('TREE-5 TREE-7 S16: a head who says no leaves a conflict, which who has the right settles', async () => {
  const company = await makeCompany()
  const [inviter, named] = [await makeStaff(company, 'member'), await makeStaff(company, 'member')]
  const yana = await joined(company, { by: inviter })
  await done(yana, contract.declareHead, { head_id: named.id })
  await done(named, contract.answerReport, { member_id: yana.id, mine: false })
  assert.deepEqual((await mine(named)).asks, [])
  assert.equal((await openOf(company, yana))?.accord, 'refused')
  assert.equal((await mine(yana)).head?.id, inviter.id)

  for (const person of [yana, named]) {
    const { status, body } = await as(person, contract.settleHead, { member_id: yana.id, head_id: named.id })
    assert.deepEqual([status, body.code], [403, 'tree.not_yours'])
  }
  // Whom he leads himself the inviter may settle, but not into a place beside him.
  const beside = await as(inviter, contract.settleHead, { member_id: yana.id, head_id: named.id })
  assert.equal(beside.body.code, 'tree.head_not_yours')
  await done(company.owner, contract.settleHead, { member_id: yana.id, head_id: named.id })
  const after = await mine(yana)
  assert.deepEqual([after.head?.id, after.open], [named.id, null])
  const twice = await as(company.owner, contract.settleHead, { member_id: yana.id, head_id: named.id })
  assert.deepEqual([twice.status, twice.body.code], [409, 'tree.nothing_open'])
})

test('TREE-3 TREE-8: what cannot be is refused: oneself, one’s own report, a performer, a stranger, two at once', async () => {
  const [company, other] = [await makeCompany(), await makeCompany()]
  const head = await makeStaff(company, 'member')
  const below = await joined(company, { by: head, head_confirmed: true })
  const performer = await makePerformer(company)
  const code = async (input: Parameters<typeof done<typeof contract.declareHead>>[2]) =>
    (await as(head, contract.declareHead, input)).body.code
  assert.equal(await code({ head_id: head.id }), 'tree.self')
  assert.equal(await code({ head_id: below.id }), 'tree.circle')
  assert.equal(await code({ head_id: performer.id }), 'member.missing')
  assert.equal(await code({ head_id: other.owner.id }), 'member.missing')
  assert.equal(await code({}), 'tree.one_head')
  assert.equal(await code({ head_id: below.id, expected: { name: 'Кто' } }), 'tree.one_head')
  assert.equal(await code({ expected: { name: '  ' } }), 'field.required')
  const root = await as(company.owner, contract.declareHead, { head_id: head.id })
  assert.deepEqual([root.status, root.body.code], [409, 'tree.root'])
  assert.equal((await as(performer, contract.getMyHead, {})).status, 403)
})

test('TREE-6 S17: people who named a head that has not joined are placed under him when he comes', async () => {
  const company = await makeCompany()
  const [one, two] = [await joined(company, { name: 'Один' }), await joined(company, { name: 'Два' })]
  const named = await done(one, contract.declareHead, { expected: { name: 'Алёна Шульга' } })
  assert.deepEqual([named.open?.accord, named.open?.expected?.name], ['expected', 'Алёна Шульга'])
  await done(two, contract.declareHead, { expected: { name: 'шульга  алена' } })
  const { expected } = await done(company.owner, contract.listUnconfirmed, {})
  assert.deepEqual(
    expected.map(({ name, waiting }) => [name, waiting.map((each) => each.name)]),
    [['Алёна Шульга', ['Два', 'Один']]],
  )

  const alyona = await joined(company, { name: 'Алёна Шульга', head_confirmed: true })
  for (const person of [one, two]) {
    const me = await mine(person)
    assert.deepEqual([me.head?.id, me.open?.accord, me.open?.named?.id], [alyona.id, 'differs', alyona.id])
  }
  const { asks } = await mine(alyona)
  assert.equal(asks.length, 2)
  for (const { member } of asks) await done(alyona, contract.answerReport, { member_id: member.id, mine: true })
  const after = await done(company.owner, contract.listUnconfirmed, {})
  assert.deepEqual([after.rows, after.expected], [[], []])
})

test('TREE-6: by e-mail a namesake is not taken for him; by hand he is found under another name', async () => {
  const company = await makeCompany()
  const one = await joined(company)
  const expected = { name: 'Пётр Шульга', email: 'Pyotr@svet.example' }
  await done(one, contract.declareHead, { expected })
  const namesake = await joined(company, { name: 'Пётр Шульга', head_confirmed: true })
  assert.equal((await mine(one)).head?.id, company.owner.id)

  const other = await joined(company)
  const comer = await makeUser('Пётр Петрович')
  await done(other, contract.declareHead, { expected: { name: 'Пётр', email: comer.email } })
  const { url } = await done(company.owner, people.invite, { role: 'member' })
  const he = await done(comer, people.acceptInvitation, { link: linkIn(url) })
  assert.equal((await mine(other)).head?.id, he.member?.id)

  const [waiting] = (await done(company.owner, contract.listUnconfirmed, {})).expected
  const at = { expected_head_id: waiting!.id, member_id: namesake.id }
  assert.equal((await as(one, contract.matchExpectedHead, at)).body.code, 'tree.not_yours')
  const performer = await makePerformer(company)
  assert.equal((await as(company.owner, contract.matchExpectedHead, { ...at, member_id: performer.id })).status, 404)
  assert.deepEqual(await done(company.owner, contract.matchExpectedHead, at), { placed: 1 })
  assert.equal((await mine(one)).head?.id, namesake.id)
  assert.equal((await as(company.owner, contract.matchExpectedHead, at)).body.code, 'tree.expected_came')
})

test('TREE-6 TREE-1: a head who comes to stand below those who named him makes no circle', async () => {
  const company = await makeCompany()
  const one = await joined(company, { head_confirmed: true })
  await done(one, contract.declareHead, { expected: { name: 'Пётр Шульга' } })
  const late = await joined(company, { by: one, name: 'Пётр Шульга', head_confirmed: true })
  assert.deepEqual([(await mine(one)).head?.id, (await mine(late)).head?.id], [company.owner.id, one.id])
  const { body } = await as(late, contract.answerReport, { member_id: one.id, mine: true })
  assert.equal(body.code, 'tree.circle')
  assert.ok(await openOf(company, one))
})

test('TREE-4 TREE-9: a head sees what is open below him, others nothing; what a person’s heads were is his and his heads’ matter', async () => {
  const company = await makeCompany()
  const [head, beside] = [await makeStaff(company, 'member'), await makeStaff(company, 'manager')]
  const yana = await joined(company, { by: head })
  const seen = async (person: Member) =>
    (await done(person, contract.listUnconfirmed, {})).rows.map(({ member }) => member.id)
  assert.deepEqual([await seen(head), await seen(beside), await seen(yana)], [[yana.id], [], []])
  for (const [person, status] of [
    [head, 200],
    [yana, 200],
    [beside, 404],
  ] as const)
    assert.equal((await as(person, contract.getHeads, { member_id: yana.id })).status, status)
})
