import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EndpointShape, Input } from '#contract/endpoint.ts'
import { beginViewing, endViewing } from '#contract/access/viewing.ts'
import * as history from '#contract/history.ts'
import { suspend } from '#contract/leaving.ts'
import * as orders from '#contract/orders.ts'
import * as people from '#contract/people.ts'
import { listApiKeys, listSignIns } from '#contract/access/security.ts'
import * as tasks from '#contract/tasks.ts'
import { systemIn } from '#platform/jobs/worker.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { account, as, done, type Person } from '#test/as.ts'
import { allEndpoints } from '#test/endpoints.ts'
import { uploadAt } from '#test/http.ts'
import { product } from '#test/product.ts'
import { listen } from '#test/stream.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { makeOrder } from '#test/world/orders.ts'
import { makePerformer, makeStaff } from '#test/world/people.ts'
import { sampleOf } from '#test/walks/sample.ts'
import { viewingOver } from './end-viewing.ts'

const refused = async (person: Person, wish: Input<typeof beginViewing>) => {
  const { status, body } = await as(person, beginViewing, wish)
  return [status, body.code]
}

/** What was told of viewings in a company, oldest first. */
async function told({ id }: Company) {
  const { process } = await product()
  return inTransaction(process.doorway, systemIn(id), {
    read_only: true,
    run: (db) =>
      db
        .selectFrom('events')
        .select(['name', 'actor_name', 'subject_id', 'facts'])
        .where('name', 'like', 'member.viewing%')
        .orderBy('id')
        .execute(),
  })
}

test('VIEW-1 VIEW-5: an administrator is shown what a member sees, by the member’s wall, until he ends it', async () => {
  const company = await makeCompany()
  const [admin, vera] = [await makeStaff(company, 'admin', 'Анна'), await makeStaff(company, 'member', 'Вера')]
  const [hers, other] = [await makeOrder(company.owner, { responsible_id: vera.id }), await makeOrder(company.owner)]
  const seen = async () => (await done(admin, orders.listOrders, {})).rows.map(({ id }) => id).toSorted()
  assert.deepEqual(await seen(), [hers.id, other.id].toSorted())

  await done(admin, beginViewing, { member_id: vera.id })
  assert.deepEqual(await seen(), [hers.id])
  assert.equal((await as(admin, orders.getOrder, { order_id: other.id })).status, 404)
  assert.deepEqual((await done(admin, history.search, { text: String(other.number) })).rows, [])
  const me = await done(admin, people.getMe, {})
  assert.deepEqual(
    [me.member?.id, me.member?.role, me.viewing?.of, me.viewing?.by_id],
    [vera.id, 'member', { id: vera.id, name: 'Вера' }, admin.id],
  )
  assert.equal((await as(vera, orders.listOrders, {})).body.rows.length, 1)

  await done(admin, endViewing, {})
  assert.deepEqual(await seen(), [hers.id, other.id].toSorted())
  assert.equal((await done(admin, people.getMe, {})).viewing, null)
  await done(admin, endViewing, {})
  const events = await told(company)
  assert.deepEqual(
    events.map(({ name, actor_name, subject_id, facts }) => [name, actor_name, subject_id, facts]),
    [
      ['member.viewing_begun', 'Анна', vera.id, { name: 'Вера', role: null, role_name: null }],
      ['member.viewing_ended', 'Анна', vera.id, { name: 'Вера', role: null, role_name: null, by: 'Анна' }],
    ],
  )
  const { rows } = await done(vera, history.getMemberTimeline, { member_id: vera.id })
  assert.ok(rows.some(({ name }) => name === 'member.viewing_begun'))
})

test('VIEW-1: as a role he sees his own matters with the role’s rights; as a performer that one’s tasks', async () => {
  const company = await makeCompany()
  const { owner } = company
  const pavel = await makePerformer(company)
  const olga = await makeStaff(company)
  const [own, other] = [await makeOrder(owner), await makeOrder(olga)]
  const give = { order_id: other.id, title: 'Щит', assignee_ids: [pavel.id] }
  const { id: task_id } = await done(olga, orders.giveTask, give)

  await done(owner, beginViewing, { role: 'member' })
  assert.deepEqual(
    (await done(owner, orders.listOrders, {})).rows.map(({ id }) => id),
    [own.id],
  )
  assert.equal((await done(owner, people.getMe, {})).member?.role, 'member')
  await done(owner, endViewing, {})

  const { kind } = await done(owner, beginViewing, { member_id: pavel.id })
  assert.equal(kind, 'performer')
  assert.deepEqual(
    (await done(owner, tasks.listTasks, {})).rows.map(({ id }) => id),
    [task_id],
  )
  assert.equal((await as(owner, orders.listOrders, {})).body.code, 'door.staff')
})

test('VIEW-2: nobody looks upwards, at himself, at the shut out or into another company; only who may at all', async () => {
  const [company, other] = [await makeCompany(), await makeCompany()]
  const { owner } = company
  const me = (await done(owner, people.getMe, {})).member!
  const [admin, manager] = [await makeStaff(company, 'admin'), await makeStaff(company)]
  const out = await makeStaff(company, 'member', 'Олег')
  await done(owner, suspend, { member_id: out.id })
  const stranger = await makeStaff(other)

  assert.deepEqual(await refused(admin, { member_id: me.id }), [403, 'viewing.owner'])
  assert.deepEqual(await refused(admin, { role: 'owner' }), [403, 'viewing.owner'])
  assert.deepEqual(await refused(admin, { member_id: admin.id }), [409, 'viewing.self'])
  assert.deepEqual(await refused(admin, { member_id: out.id }), [409, 'viewing.no_access'])
  assert.deepEqual(await refused(admin, { member_id: stranger.id }), [404, 'member.missing'])
  assert.deepEqual(await refused(manager, { member_id: out.id }), [403, 'viewing.not_yours'])
  assert.deepEqual(await refused(admin, {}), [422, 'viewing.one_of'])
  assert.deepEqual(await refused(admin, { role: 'performer' }), [422, 'viewing.of_whom'])
  const card = async (person: Person) => (await done(person, people.getMember, { member_id: manager.id })).can.view
  assert.deepEqual([await card(admin), (await card(manager))?.code], [null, 'viewing.not_yours'])
})

test('VIEW-2: whoever’s access ends while he is looked at is looked at no more', async () => {
  const company = await makeCompany()
  const vera = await makeStaff(company, 'member')
  const admin = await makeStaff(company, 'admin')
  await done(company.owner, beginViewing, { member_id: vera.id })
  await done(admin, suspend, { member_id: vera.id })
  const me = await done(company.owner, people.getMe, {})
  assert.deepEqual([me.viewing, me.member?.role], [null, 'owner'])
})

test('VIEW-3: while he looks every write is refused, whatever is asked and by whatever way', async () => {
  const company = await makeCompany()
  const [admin, olga] = [await makeStaff(company, 'admin'), await makeStaff(company)]
  await done(admin, beginViewing, { member_id: olga.id })
  const left = []
  for (const { name, endpoint } of await allEndpoints()) {
    const at: EndpointShape = endpoint
    // Open doors ask nobody who he is; a customer's link has no staff behind it.
    if (at.method === 'GET' || ['open', 'customer', 'self'].includes(at.door ?? 'member')) continue
    const input = { ...sampleOf(at.params, {}), ...sampleOf(at.query, {}), ...sampleOf(at.body, {}) }
    const { status, body } = await as(admin, at, input as never)
    if (body.code !== 'viewing.read_only') left.push(`${name}: ${status} ${body.code}`)
  }
  assert.deepEqual(left, [])
  const made = await as(admin, orders.createOrder, { request: 'Щит' })
  assert.deepEqual([made.status, made.body.code], [403, 'viewing.read_only'])
  const renamed = await as(admin, people.changeMember, { member_id: olga.id, name: 'Ольга' })
  assert.deepEqual([renamed.status, renamed.body.code], [403, 'viewing.read_only'])
  const { url } = await product()
  assert.equal((await uploadAt(url, admin, '/api/files', new File(['x'], 'x.txt'))).status, 403)
  assert.equal((await account(admin, '/change-password', { newPassword: 'x', currentPassword: 'y' })).status, 403)
  await done(admin, endViewing, {})
  assert.equal((await as(admin, orders.createOrder, { request: 'Щит' })).status, 200)
})

test('VIEW-4: sign-ins, keys, account and other companies of the person are not shown, and nothing of his is touched', async () => {
  const company = await makeCompany()
  const [admin, olga] = [await makeStaff(company, 'admin'), await makeStaff(company)]
  const signIns = (await done(olga, listSignIns, {})).rows.length
  await done(admin, beginViewing, { member_id: olga.id })
  for (const at of [listSignIns, listApiKeys]) {
    const { status, body } = await as(admin, at, {})
    assert.deepEqual([status, body.code], [403, 'viewing.private'])
  }
  const me = await done(admin, people.getMe, {})
  assert.deepEqual([me.user.email, me.companies.length, me.waiting], [null, 1, []])
  assert.equal((await done(olga, listSignIns, {})).rows.length, signIns)
  assert.equal((await done(olga, people.getMe, {})).viewing, null)
})

test('VIEW-5 VIEW-1: the stream of whoever looks tells what the other hears, and ends with the view', async () => {
  const company = await makeCompany()
  const vera = await makeStaff(company, 'member')
  const [hers, hidden] = [await makeOrder(company.owner, { responsible_id: vera.id }), await makeOrder(company.owner)]
  const admin = await makeStaff(company, 'admin')
  await done(admin, beginViewing, { member_id: vera.id })
  const stream = await listen(admin)
  await stream.next()
  for (const { id } of [hidden, hers]) await done(company.owner, orders.changeOrder, { order_id: id, title: 'Щит' })
  const heard = []
  for (let message = await stream.next(); ; message = await stream.next()) {
    if (message.data.name === 'order.changed') heard.push(message.data.subject_id)
    if (message.data.subject_id === hers.id && message.data.name === 'order.changed') break
  }
  assert.deepEqual(heard, [hers.id])
  await done(admin, endViewing, {})
  while (await stream.next()) continue
})

test('VIEW-5: when its time is over the view ends by itself, and the history says so once', async () => {
  const company = await makeCompany()
  const vera = await makeStaff(company, 'member', 'Вера')
  await done(company.owner, beginViewing, { member_id: vera.id })
  const { process } = await product()
  const { doorway, world } = process
  const [{ id: viewing_id }] = (await doorway.pool.unsafe(
    `update auth.viewings set until = now() - interval '1 second' where company_id = '${company.id}' returning id`,
  )) as unknown as [{ id: string }]
  assert.equal((await done(company.owner, people.getMe, {})).viewing, null)
  assert.equal((await as(company.owner, orders.createOrder, { request: 'Щит' })).status, 200)

  const viewer = systemIn(company.id)
  for (let n = 0; n < 2; n++)
    await inTransaction(doorway, viewer, {
      read_only: false,
      run: (db) =>
        viewingOver.run({ db, viewer, now: world.now(), if_match: null, world, afterCommit: [] }, { viewing_id }),
    })
  const ended = (await told(company)).filter(({ name }) => name === 'member.viewing_ended')
  assert.deepEqual(
    ended.map(({ actor_name, facts }) => [actor_name, (facts as { name: string }).name]),
    [[null, 'Вера']],
  )
})

test('VIEW-3: whatever an answer says can be done is refused to whoever looks, however deep it stands', async () => {
  const company = await makeCompany()
  const [admin, olga] = [await makeStaff(company, 'admin', 'Анна'), await makeStaff(company, 'manager', 'Ольга')]
  const order = await makeOrder(olga)
  const cans = async () => {
    const card = await done(admin, orders.getOrder, { order_id: order.id })
    const { rows } = await done(admin, people.listMembers, { kind: 'staff' })
    return [card.can.change, ...rows.flatMap(({ can }) => Object.values(can))]
  }
  assert.ok((await cans()).includes(null))
  await done(admin, beginViewing, { member_id: olga.id })
  const refused = await cans()
  assert.ok(refused.every((why) => why !== null))
  assert.equal(refused[0]?.code, 'viewing.read_only')
})
