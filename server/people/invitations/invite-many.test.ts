import assert from 'node:assert/strict'
import { test } from 'node:test'
import { archiveRole, makeRole } from '#contract/access/roles.ts'
import * as contract from '#contract/invitations.ts'
import { listOutgoingMails } from '#contract/outgoing-mails.ts'
import { listPools } from '#contract/pools.ts'
import * as people from '#contract/people.ts'
import { as, done } from '#test/as.ts'
import { race } from '#test/race.ts'
import { makeCompany, makeUser } from '#test/world.ts'
import { linkIn, makeStaff } from '#test/world/people.ts'
import { makeTwoPools } from '#test/world/pools.ts'

const codes = ({ faults }: { faults: { field: string; code: string }[] }) =>
  faults.map(({ field, code }) => `${field} ${code}`)

test('TREE-11 S13: a pasted list is read line by line, and what is wrong is said of its cell', async () => {
  const company = await makeCompany()
  const manager = await makeStaff(company, 'manager')
  const { email: known } = await done(company.owner, people.getMember, { member_id: manager.id })
  const lines = [
    { name: ' Анна Гринько ', email: 'Anna@Svet.example', role: 'Бухгалтер', position: 'Главный бухгалтер' },
    { name: 'Пётр Шульга', email: '', role: '' },
    { name: 'Без почты', email: 'не почта' },
    { email: 'anna@svet.example' },
    { name: 'Кто-то', role: 'Начальник' },
    { name: 'Тот же', email: known! },
    { name: '', email: '' },
    { name: 'Выше', role: 'admin' },
    { name: 'пётр шульга' },
  ]
  const read = (await done(manager, contract.checkInvitations, { role: 'member', lines })).lines
  assert.deepEqual(read[0], {
    cells: { ...lines[0], pool: '' },
    name: 'Анна Гринько',
    email: 'anna@svet.example',
    role: 'accountant',
    role_id: null,
    role_name: null,
    position: 'Главный бухгалтер',
    pools: [],
    new_pools: [],
    faults: [],
  })
  assert.deepEqual([read[1]?.role, read[1]?.faults], ['member', []])
  assert.deepEqual(read.slice(2).map(codes), [
    ['email field.email'],
    ['email invitation.twice_in_list'],
    ['role invitation.role_unknown'],
    ['email member.email_taken'],
    ['name invitation.line_empty'],
    ['role invitation.role_above'],
    ['name invitation.twice_in_list'],
  ])
  assert.deepEqual((await done(manager, people.listInvitations, { state: 'sent' })).rows, [])
})

test('TREE-11 S13: the right lines are invited, the others come back; the same list again invites nobody', async () => {
  const company = await makeCompany()
  const head = await makeStaff(company, 'member')
  const list = {
    role: 'member' as const,
    head_id: head.id,
    lines: [{ name: 'Анна', email: 'anna@svet.example' }, { name: 'Пётр' }, { name: 'Яна', email: 'яна' }],
  }
  const { made, refused } = await done(company.owner, contract.inviteMany, list)
  assert.deepEqual(
    made.map(({ line, invitation: { name, head: proposed } }) => [line, name, proposed?.id]),
    [
      [0, 'Анна', head.id],
      [1, 'Пётр', head.id],
    ],
  )
  assert.deepEqual(
    refused.map((one) => [one.line, ...codes(one)]),
    [[2, 'email field.email']],
  )
  const letters = (await done(company.owner, listOutgoingMails, {})).rows.map(({ recipient }) => recipient)
  assert.ok(letters.includes('anna@svet.example'))
  const pyotr = await makeUser()
  const me = await done(pyotr, people.acceptInvitation, { link: linkIn(made[1]!.url) })
  assert.equal(me.member?.name, 'Пётр')

  const again = await done(company.owner, contract.inviteMany, { ...list, lines: list.lines.slice(0, 1) })
  assert.deepEqual([again.made, again.refused.flatMap(codes)], [[], ['email invitation.already_sent']])
})

test('TREE-11: two clicks at once send one list once', async () => {
  const company = await makeCompany()
  const lines = [{ name: 'Анна', email: 'anna@svet.example' }, { name: 'Пётр' }]
  const replies = await race(
    3,
    () => as(company.owner, contract.inviteMany, { role: 'member', lines }),
    () => as(company.owner, people.getMe, {}),
  )
  assert.deepEqual(
    replies.map(({ body }) => body.made.length).toSorted((a, b) => a - b),
    [0, 0, 2],
  )
  assert.equal((await done(company.owner, people.listInvitations, {})).rows.length, 2)
})

test('TREE-11 PPL-12: a list offers no other head than a single invitation may, and at most 200 people', async () => {
  const company = await makeCompany()
  const clerk = await makeStaff(company, 'member')
  const list = { role: 'member' as const, head_id: company.owner.id, lines: [{ name: 'Анна' }] }
  for (const at of [contract.inviteMany, contract.checkInvitations])
    assert.equal((await as(clerk, at, list)).body.code, 'invitation.head_not_yours')
  const many = Array.from({ length: 201 }, (_, n) => ({ name: `${n}` }))
  const { status, body } = await as(company.owner, contract.inviteMany, { role: 'member', lines: many })
  assert.deepEqual([status, body.errors?.[0]?.path], [422, 'lines'])
})

test('TREE-11 POOL-7 S13 S22: a pasted line names the pools that its person will curate; what is wrong of them is said', async () => {
  const company = await makeCompany()
  const { olga, hers, his } = await makeTwoPools(company)
  const lines = [
    { name: 'Анна', role: 'Менеджер', pool: ' электрики ' },
    { name: 'Борис', role: 'Менеджер', pool: 'Электрики, Кровельщики' },
    { name: 'Вера', role: 'Менеджер', pool: 'Сантехники' },
    { name: 'Глеб', role: 'Сотрудник', pool: 'Электрики' },
  ]
  const { made, refused } = await done(olga, contract.inviteMany, { role: 'member', lines })
  assert.deepEqual(
    made.map(({ invitation }) => [invitation.name, invitation.pools]),
    [['Анна', [{ id: hers.id, name: hers.name }]]],
  )
  assert.deepEqual(refused.map(codes), [
    ['pool invitation.pool_unknown'],
    ['pool pool.not_curator'],
    ['pool pool.role_leads_nobody'],
  ])
  const { lines: read } = await done(company.owner, contract.checkInvitations, { role: 'manager', lines: [lines[2]!] })
  assert.deepEqual([read[0]?.pools, read[0]?.faults], [[{ id: his.id, name: his.name }], []])
})

test('TREE-11 POOL-16 S22: a list of the staff makes the pools that it names, once, for whom may lead one; else they are faults', async () => {
  const company = await makeCompany()
  const { olga } = await makeTwoPools(company)
  const lines = [
    { name: 'Анна', role: 'Менеджер', pool: 'Кровельщики' },
    { name: 'Борис', role: 'Менеджер', pool: ' кровельщики, Электрики' },
    { name: 'Вера', role: 'Сотрудник', pool: 'Фасады' },
  ]
  const list = { role: 'member' as const, lines, make_pools: true }
  const read = (await done(olga, contract.checkInvitations, list)).lines
  assert.deepEqual(
    read.map((one) => [one.new_pools, codes(one)]),
    [
      [['Кровельщики'], []],
      [['Кровельщики'], []],
      [['Фасады'], ['pool pool.role_leads_nobody']],
    ],
  )
  const { made } = await done(olga, contract.inviteMany, list)
  const anna = await makeUser('Анна')
  await done(anna, people.acceptInvitation, { link: linkIn(made[0]!.url) })
  const { rows } = await done(company.owner, listPools, {})
  assert.deepEqual(
    rows.map(({ name, curators }) => [name, curators.map(({ member }) => member.name).toSorted()]),
    [
      ['Кровельщики', ['Анна', 'Ольга Санько']],
      ['Сантехники', ['Дмитрий Левчук']],
      ['Электрики', ['Ольга Санько']],
    ],
  )
  const clerk = await makeStaff(company, 'member')
  const his = { ...list, head_id: clerk.id, lines: [{ name: 'Яна', pool: 'Фасады' }] }
  const asked = await done(clerk, contract.checkInvitations, his)
  assert.deepEqual(codes(asked.lines[0]!), ['pool invitation.pool_unknown'])
})

test('TREE-11 PPL-12 RGT-8: a pasted line names a role of the company; what is no role, is above the inviter or put away is said', async () => {
  const company = await makeCompany()
  const { owner } = company
  const olga = await makeStaff(company, 'manager', 'Ольга')
  const make = async (name: string, rights: string[]) =>
    (await done(owner, makeRole, { name, role: 'member', rights })).role_id ?? ''
  const dispatcher = await make('Диспетчер', ['orders.all', 'tasks.give'])
  await make('Почта', ['mail.read'])
  const gone = await make('Кладовщик', [])
  await done(owner, archiveRole, { role_id: gone })
  const lines = [
    { name: 'Анна', role: ' диспетчер ', email: 'anna@svet.example' },
    { name: 'Борис' },
    { name: 'Вера', role: 'Почта' },
    { name: 'Глеб', role: 'Кладовщик' },
    { name: 'Дина', role: 'Диспечер' },
  ]
  const list = { role_id: dispatcher, lines }
  const read = (await done(olga, contract.checkInvitations, list)).lines
  assert.deepEqual(
    read.map(({ role, role_id, role_name }) => [role, role_id, role_name]).slice(0, 2),
    Array(2).fill(['member', dispatcher, 'Диспетчер']),
  )
  assert.deepEqual(read.map(codes), [
    [],
    [],
    ['role invitation.role_above'],
    ['role roles.archived'],
    ['role invitation.role_unknown'],
  ])
  // Whoever mistypes is told which there are, of those that he may give.
  assert.deepEqual(read[4]?.faults[0]?.facts, { n: 1, own: 'Диспетчер' })

  const { made, refused } = await done(olga, contract.inviteMany, list)
  assert.deepEqual(
    made.map(({ line, invitation: { role, role_id, role_name } }) => [line, role, role_id, role_name]),
    [0, 1].map((line) => [line, 'member', dispatcher, 'Диспетчер']),
  )
  assert.deepEqual(
    refused.map(({ line }) => line),
    [2, 3, 4],
  )
  const anna = await makeUser('Анна')
  const me = await done(anna, people.acceptInvitation, { link: linkIn(made[0]!.url) })
  assert.deepEqual([me.member?.role_name, me.member?.rights.includes('tasks.give')], ['Диспетчер', true])
})

test('TREE-11 RGT-8: a list is told its usual role one way, and a role put away is given to none of its lines', async () => {
  const company = await makeCompany()
  const { owner } = company
  const { role_id } = await done(owner, makeRole, { name: 'Диспетчер', role: 'member' })
  const own = { role_id: role_id ?? '' }
  const lines = [{ name: 'Анна' }]
  for (const at of [contract.inviteMany, contract.checkInvitations])
    for (const wrong of [{ lines }, { lines, role: 'member' as const, ...own }])
      assert.deepEqual((await as(owner, at, wrong)).body.errors?.[0]?.code, 'roles.one_of')
  const { lines: pasted } = await done(owner, contract.checkInvitations, { ...own, text: 'Анна\tДиспетчер\tКасса' })
  assert.deepEqual([pasted[0]?.cells.role, pasted[0]?.cells.position], ['Диспетчер', 'Касса'])

  const [sent, away] = await Promise.all([
    as(owner, contract.inviteMany, { ...own, lines }),
    as(owner, archiveRole, own),
  ])
  // Either the list came first and the role is needed, or it is gone and the line comes back.
  const code = sent.body.refused[0]?.faults[0]?.code ?? null
  assert.ok(['roles.in_use null', 'undefined roles.archived'].includes(`${away.body.code} ${code}`))
  assert.equal(sent.body.made.length, code === null ? 1 : 0)
})
