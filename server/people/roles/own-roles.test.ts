import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import * as roles from '#contract/access/roles.ts'
import * as orders from '#contract/orders.ts'
import * as people from '#contract/people.ts'
import { reportCosts } from '#contract/reports.ts'
import { systemIn } from '#platform/jobs/worker.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { as, done, type Person } from '#test/as.ts'
import { product } from '#test/product.ts'
import { race } from '#test/race.ts'
import { listen } from '#test/stream.ts'
import { makeCompany } from '#test/world.ts'
import { makeOrder } from '#test/world/orders.ts'
import { giveOwnRole, makePerformer, makeStaff } from '#test/world/people.ts'

const ordersOf = async (person: Person) => (await done(person, orders.listOrders, {})).rows.map(({ id }) => id)
const rightsOf = async (person: Person) => (await done(person, people.getMe, {})).member?.rights ?? []

test('RGT-8 RGT-10: whoever gets a role of the company sees and may by its cells alone, at once', async () => {
  const company = await makeCompany()
  const vera = await makeStaff(company, 'member', 'Вера')
  const order = await makeOrder(company.owner)
  await makePerformer(company, { cost_per_hour: '2000' })
  assert.deepEqual(await ordersOf(vera), [])

  const role_id = await giveOwnRole(company, vera.id, ['orders.all', 'orders.lead'])
  assert.deepEqual(await ordersOf(vera), [order.id])
  const me = (await done(vera, people.getMe, {})).member
  assert.deepEqual([me?.role, me?.role_name], ['member', 'Диспетчер'])
  assert.equal((await done(vera, orders.getOrder, { order_id: order.id })).can.change, null)
  const { rows } = await done(vera, people.listMembers, { kind: 'performer' })
  assert.deepEqual(
    [rows[0]?.rate, (await as(vera, reportCosts, { from: '2026-01-01', to: '2026-12-31' })).status],
    [null, 403],
  )

  await done(company.owner, roles.changeRole, { role_id, rights: ['money.read', 'reports.read'] })
  assert.deepEqual(await ordersOf(vera), [])
  assert.deepEqual((await rightsOf(vera)).toSorted(), [
    'money.read',
    'orders.read',
    'reports.read',
    'site_contact.read',
  ])
  const performers = async () => (await done(vera, people.listMembers, { kind: 'performer' })).rows
  // She leads nobody: what others' performers cost is for those who see everything.
  assert.equal((await performers())[0]?.rate, null)
  await done(company.owner, roles.changeRole, { role_id, rights: ['money.read', 'reports.read', 'orders.all'] })
  assert.equal((await performers())[0]?.rate?.cost_per_hour, '2000')
})

test('RGT-8: the company’s switches have no say in its own roles', async () => {
  const company = await makeCompany()
  const olga = await makeStaff(company)
  const { role_id } = await done(company.owner, roles.makeRole, { name: 'Старший менеджер', role: 'manager' })
  await done(company.owner, roles.setRole, { member_id: olga.id, role_id: role_id ?? '' })
  const order = await makeOrder(company.owner)
  await done(company.owner, people.changeCompany, { orders_open: false })
  assert.deepEqual(await ordersOf(olga), [order.id])
})

test('RGT-8: a right that needs another is refused alone; names are one of a kind; the fixed roles stay', async () => {
  const { owner } = await makeCompany()
  const make = async (wish: { name?: string; rights?: string[] }) => {
    const { status, body } = await as(owner, roles.makeRole, { name: 'Диспетчер', role: 'member', ...wish })
    return [status, body.code]
  }
  assert.deepEqual(await make({ rights: ['documents.issue'] }), [422, 'roles.right_needs'])
  assert.deepEqual(await make({ rights: ['everything'] }), [422, 'roles.right_unknown'])
  assert.deepEqual(await make({ rights: ['documents.issue', 'money.read'] }), [200, undefined])
  assert.deepEqual(await make({ name: ' диспетчер ' }), [422, 'roles.name_taken'])
  assert.deepEqual(await make({ name: 'менеджер' }), [422, 'roles.name_taken'])
  const { rows } = await done(owner, roles.listRoles, {})
  assert.equal(
    rows.find(({ role_id, role }) => role_id === null && role === 'manager')?.can.change?.code,
    'roles.fixed',
  )
  assert.deepEqual(rows.at(-1)?.rights.toSorted(), [
    'documents.issue',
    'money.read',
    'orders.read',
    'site_contact.read',
  ])
})

test('RGT-9: nobody ticks or gives what he has not, touches whoever is above him, or changes his own role', async () => {
  const company = await makeCompany()
  const { owner } = company
  const [vera, admin, olga] = [
    await makeStaff(company, 'member'),
    await makeStaff(company, 'admin'),
    await makeStaff(company),
  ]
  await giveOwnRole(company, vera.id, ['people.manage', 'roles.manage'], 'Кадры')
  const above = await done(owner, roles.makeRole, { name: 'Деньги', role: 'member', rights: ['money.read'] })
  const me = (await done(owner, people.getMe, {})).member!
  const role_id = above.role_id ?? ''
  const codeOf = async (asked: Promise<{ status: number; body: { code: string } }>) => {
    const { status, body } = await asked
    return [status, body.code]
  }

  const mine = { name: 'Моя', role: 'member' as const }
  assert.deepEqual(await codeOf(as(vera, roles.makeRole, { ...mine, rights: ['orders.all'] })), [403, 'roles.above'])
  assert.deepEqual(await codeOf(as(vera, roles.changeRole, { role_id, rights: [] })), [403, 'roles.above'])
  assert.deepEqual(await codeOf(as(vera, roles.setRole, { member_id: olga.id, role: 'member' })), [403, 'roles.above'])
  const other = await makeStaff(company, 'member')
  assert.deepEqual(await codeOf(as(vera, roles.setRole, { member_id: other.id, role_id })), [403, 'roles.above'])
  assert.deepEqual(await codeOf(as(vera, roles.setRole, { member_id: other.id, role: 'manager' })), [
    403,
    'roles.above',
  ])
  assert.deepEqual(await codeOf(as(vera, roles.setRole, { member_id: vera.id, role: 'member' })), [409, 'roles.self'])
  assert.deepEqual(await codeOf(as(admin, roles.setRole, { member_id: me.id, role: 'admin' })), [409, 'roles.owner'])
  assert.deepEqual(await codeOf(as(olga, roles.makeRole, { ...mine, rights: [] })), [403, 'roles.not_yours'])
  assert.deepEqual(await codeOf(as(olga, roles.setRole, { member_id: other.id, role: 'member' })), [
    403,
    'member.not_yours',
  ])
  assert.equal((await as(vera, roles.makeRole, { ...mine, rights: ['people.manage'] })).status, 200)
  assert.equal((await as(admin, roles.setRole, { member_id: olga.id, role: 'accountant' })).status, 200)
  const performer = await makePerformer(company)
  assert.deepEqual(await codeOf(as(owner, roles.setRole, { member_id: performer.id, role: 'member' })), [
    409,
    'roles.performer',
  ])
  const [elsewhere, to] = [await makeCompany(), { role: 'member' as const }]
  const stranger = await makeStaff(elsewhere)
  assert.deepEqual(await codeOf(as(owner, roles.setRole, { member_id: stranger.id, ...to })), [404, 'member.missing'])
  const alien = as(elsewhere.owner, roles.setRole, { member_id: stranger.id, role_id })
  assert.deepEqual(await codeOf(alien), [404, 'role.missing'])
})

test('RGT-11: a role that people have is put away only with a successor, who takes over at once; then it is given to nobody', async () => {
  const company = await makeCompany()
  const { owner } = company
  const [vera, oleg] = [await makeStaff(company, 'member', 'Вера'), await makeStaff(company, 'member')]
  const order = await makeOrder(owner)
  const role_id = await giveOwnRole(company, vera.id, ['orders.all'])
  const alone = await as(owner, roles.archiveRole, { role_id })
  assert.deepEqual([alone.status, alone.body.code, alone.body.facts], [409, 'roles.in_use', { n: 1 }])
  assert.equal((await as(owner, roles.archiveRole, { role_id, to_role_id: role_id })).body.code, 'roles.itself')
  assert.deepEqual(await ordersOf(vera), [order.id])

  const gone = await done(owner, roles.archiveRole, { role_id, to_role: 'member' })
  assert.deepEqual([gone.archived, gone.people], [true, 0])
  assert.deepEqual(await ordersOf(vera), [])
  assert.equal((await as(owner, roles.setRole, { member_id: oleg.id, role_id })).body.code, 'roles.archived')
  assert.equal((await as(owner, roles.changeRole, { role_id, name: 'Иное' })).body.code, 'roles.archived')
  const listed = async (archived: boolean) =>
    (await done(owner, roles.listRoles, { archived })).rows.some((row) => row.role_id === role_id)
  assert.deepEqual([await listed(false), await listed(true)], [false, true])

  await done(owner, roles.restoreRole, { role_id })
  await done(owner, roles.setRole, { member_id: oleg.id, role_id })
  assert.deepEqual(await ordersOf(oleg), [order.id])
})

test('RGT-11: given and put away at the same moment, nobody is left with a role that is gone', async () => {
  const company = await makeCompany()
  const oleg = await makeStaff(company, 'member')
  const { role_id } = await done(company.owner, roles.makeRole, {
    name: 'Диспетчер',
    role: 'member',
    rights: ['orders.all'],
  })
  const id = role_id ?? ''
  await race<unknown>(2, (n) =>
    n === 0
      ? as(company.owner, roles.setRole, { member_id: oleg.id, role_id: id })
      : as(company.owner, roles.archiveRole, { role_id: id, to_role: 'member' }),
  )
  const row = (await done(company.owner, roles.listRoles, { archived: true })).rows.find((one) => one.role_id === id)
  assert.ok(!(row?.archived && row.people > 0))
})

test('RGT-10: a changed role cuts the streams of whoever has it, and every change is told', async () => {
  const company = await makeCompany()
  const vera = await makeStaff(company, 'member', 'Вера')
  const role_id = await giveOwnRole(company, vera.id, ['orders.all'])
  const stream = await listen(vera)
  await stream.next()
  await done(company.owner, roles.changeRole, { role_id, name: 'Смотритель', rights: [] })
  while (await stream.next()) continue
  const { process } = await product()
  const told = await inTransaction(process.doorway, systemIn(company.id), {
    read_only: true,
    run: (db) =>
      db
        .selectFrom('events')
        .select(['name', 'facts'])
        .where((own) => own.or([own('subject_kind', '=', 'role'), own('name', '=', 'member.role_set')]))
        .orderBy('id')
        .execute(),
  })
  assert.deepEqual(
    told.map(({ name }) => name),
    ['role.made', 'member.role_set', 'role.changed'],
  )
  const changed = { name: 'Смотритель', was: 'Диспетчер', added: [], removed: ['orders.all'] }
  assert.deepEqual(told[2]?.facts, changed)
})

test('RGT-9: whoever may give tasks by a role of the company can lead a pool; back in the fixed role he cannot', async () => {
  const company = await makeCompany()
  const vera = await makeStaff(company, 'member')
  await giveOwnRole(company, vera.id, ['tasks.give', 'performers.manage'])
  const leads = async () => (await done(company.owner, people.getMember, { member_id: vera.id })).leads_pools
  assert.equal(await leads(), true)
  await done(company.owner, roles.setRole, { member_id: vera.id, role: 'member' })
  assert.equal(await leads(), false)
})

test('RGT-8 S7: papers of people are read by rights and by no fixed role behind them, by raw SQL too', async () => {
  const company = await makeCompany()
  const [olga, performer] = [await makeStaff(company), await makePerformer(company)]
  const { process } = await product()
  const readsBy = (...rights: string[]) => {
    const eyes = { kind: 'staff', company_id: company.id, subject_id: olga.id, only_order_id: null } as const
    return inTransaction(
      process.doorway,
      { ...eyes, rights: new Set(rights) },
      {
        read_only: true,
        async run(db) {
          const { rows } = await sql<{ reads: boolean }>`select reads_papers_of(${performer.id}) as reads`.execute(db)
          return rows[0]?.reads
        },
      },
    )
  }
  assert.deepEqual(
    [await readsBy('performers.manage', 'orders.all'), await readsBy('people.manage'), await readsBy('orders.all')],
    [true, true, false],
  )
})
