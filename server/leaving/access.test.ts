import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '#contract/leaving.ts'
import * as orders from '#contract/orders.ts'
import * as people from '#contract/people.ts'
import * as security from '#contract/access/security.ts'
import { listCandidates } from '#contract/staffing/choosing.ts'
import * as tasks from '#contract/tasks.ts'
import { anybody, as, done, open, type Person } from '#test/as.ts'
import { callAt, openAt } from '#test/http.ts'
import { product } from '#test/product.ts'
import { muteNode, secondNode } from '#test/second-node.ts'
import { makeCompany, makeUser } from '#test/world.ts'
import { handing } from '#test/world/leaving.ts'
import { makeOrder } from '#test/world/orders.ts'
import { addPerformer, linkIn, makePerformer, makeStaff } from '#test/world/people.ts'
import { makeTaskAtWork } from '#test/world/tasks.ts'

const MINUTE = 60_000

/** A person's open stream on a node; `ended` gives after how many milliseconds it was over. */
async function listen(url: string, person: Person) {
  const response = await openAt(url, person, '/api/live')
  assert.equal(response.status, 200)
  const reader = response.body!.getReader()
  await reader.read()
  const began = performance.now()
  const ended = (async () => {
    while (!(await reader.read()).done) continue
    return performance.now() - began
  })()
  return { ended }
}

/** Lets a person go with everything to whom it is proposed, by whoever asks at this node. */
async function letGo(url: string, by: Person, member_id: string) {
  const preview = await done(by, contract.previewLeaving, { member_id })
  const answer = await callAt(url, by, { at: contract.leave, input: { member_id, held: handing(preview) }, manner: {} })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}

test('LEAVE-3: session, key and stream end at once here and on another node', async () => {
  const company = await makeCompany()
  const manager = await makeStaff(company)
  const other = await secondNode()
  const { text } = await done(manager, security.makeApiKey, { name: 'Выгрузка', scopes: ['people.read'] })
  const by_key = { headers: { authorization: `Bearer ${text}` } }
  const { url } = await product()
  const asked = { at: people.listMembers, input: {}, manner: {} }
  for (const node of [url, other.url]) {
    assert.equal((await callAt(node, manager, asked)).status, 200)
    assert.equal((await callAt(node, anybody(), { ...asked, manner: by_key })).status, 200)
  }
  const streams = [await listen(url, manager), await listen(other.url, manager)]

  const { ended } = await letGo(url, company.owner, manager.id)

  assert.deepEqual(ended, { sessions: 1, keys: 1, links: 0, clock: false })
  for (const stream of streams) assert.ok((await stream.ended) < MINUTE)
  for (const node of [url, other.url]) {
    assert.equal((await callAt(node, manager, asked)).status, 401)
    assert.equal((await callAt(node, anybody(), { ...asked, manner: by_key })).status, 401)
  }
  await other.close()
})

test('LEAVE-3: the other nodes hear of it within a minute, also when who did it was gone before telling', async () => {
  const company = await makeCompany()
  const manager = await makeStaff(company)
  const [other, mute] = [await secondNode(), await muteNode()]
  const asked = { at: people.listMembers, input: {}, manner: {} }
  assert.equal((await callAt(other.url, manager, asked)).status, 200)
  const stream = await listen(other.url, manager)

  await letGo(mute.url, company.owner, manager.id)

  assert.ok((await stream.ended) < MINUTE)
  assert.equal((await callAt(other.url, manager, asked)).status, 401)
  await mute.close()
  await other.close()
})

test('LEAVE-3 PPL-3: a user who works in another company too goes on there', async () => {
  const [here, there] = [await makeCompany(), await makeCompany()]
  const person = await makeUser('Павел Рудак')
  for (const company of [here, there]) {
    const { url } = await done(company.owner, people.invite, { role: 'member' })
    await done(person, people.acceptInvitation, { link: linkIn(url) })
  }
  const me = await done(person, people.chooseCompany, { company_id: here.id })

  await letGo((await product()).url, here.owner, me.member!.id)

  const now = await done(person, people.getMe, {})
  assert.equal(now.company?.id, there.id)
  assert.deepEqual(
    now.companies.map(({ id }) => id),
    [there.id],
  )
  assert.equal((await as(person, people.chooseCompany, { company_id: here.id })).status, 404)
})

test('LEAVE-3 PPL-11: a performer’s link and session open nothing any more, and he is given nothing', async () => {
  const company = await makeCompany()
  const manager = await makeStaff(company)
  const performer = await makePerformer(company)
  const { url } = await done(manager, people.makePersonalLink, { member_id: performer.id })
  const order = await makeOrder(manager)
  const task = await done(manager, orders.giveTask, {
    order_id: order.id,
    title: 'Монтаж',
    assignee_ids: [performer.id],
  })

  const { handed } = await letGo((await product()).url, manager, performer.id)

  assert.deepEqual(handed, [{ group: 'work', count: 1, to: null }])
  assert.deepEqual((await done(manager, tasks.getTask, { task_id: task.id })).assignees, [])
  assert.equal((await open(performer, '/api/me')).status, 401)
  const link = await as(anybody(), people.usePersonalLink, { link: linkIn(url) })
  assert.deepEqual([link.status, link.body.code], [404, 'link.missing'])
  const again = await as(manager, tasks.changeTask, { task_id: task.id, assignee_ids: [performer.id] })
  assert.deepEqual([again.status, again.body.code], [422, 'task.assignee_inactive'])
  const { rows } = await done(manager, listCandidates, { order_id: order.id })
  assert.ok(!rows.some(({ member }) => member.id === performer.id))
})

test('LEAVE-6: suspended, a person is out and keeps what he holds; resumed, he signs in and his key works again', async () => {
  const company = await makeCompany()
  const { owner } = company
  const manager = await makeStaff(company)
  const order = await makeOrder(manager)
  const { text } = await done(manager, security.makeApiKey, { name: 'Выгрузка', scopes: ['people.read'] })
  const by_key = { headers: { authorization: `Bearer ${text}` } }
  const { url } = await product()
  const stream = await listen(url, manager)

  const { ended } = await done(owner, contract.suspend, { member_id: manager.id })

  assert.deepEqual(ended, { sessions: 1, keys: 1, links: 0, clock: false })
  assert.ok((await stream.ended) < MINUTE)
  assert.equal((await as(manager, people.getMe, {})).status, 401)
  assert.equal((await as(anybody(), people.listMembers, {}, by_key)).status, 401)
  const member = await done(owner, people.getMember, { member_id: manager.id })
  assert.deepEqual([member.state, typeof member.out_since], ['suspended', 'string'])
  assert.equal((await done(owner, orders.getOrder, { order_id: order.id })).responsible.id, manager.id)
  const twice = await as(owner, contract.suspend, { member_id: manager.id })
  assert.deepEqual([twice.status, twice.body.code], [409, 'leaving.suspended'])

  await done(owner, contract.resume, { member_id: manager.id })
  assert.equal((await as(anybody(), people.listMembers, {}, by_key)).status, 200)
  const now = await done(owner, people.getMember, { member_id: manager.id })
  assert.deepEqual([now.state, now.out_since, now.can.resume?.code], ['active', null, 'leaving.not_suspended'])
})

test('LEAVE-6 TSK-6: a suspended performer’s clock is stopped, his link waits, and nobody below decides it', async () => {
  const company = await makeCompany()
  const [manager, clerk] = [await makeStaff(company), await makeStaff(company, 'accountant')]
  const performer = await makePerformer(company)
  const { url } = await done(manager, people.makePersonalLink, { member_id: performer.id })
  const task = await makeTaskAtWork(manager, [performer])
  await done(performer, tasks.startTimer, { task_id: task.id })
  const no = await as(clerk, contract.suspend, { member_id: performer.id })
  assert.deepEqual([no.status, no.body.code], [403, 'performer.not_yours'])

  const { ended } = await done(manager, contract.suspend, { member_id: performer.id })

  assert.deepEqual([ended.clock, ended.links], [true, 1])
  const stopped = await done(manager, tasks.getTask, { task_id: task.id })
  assert.deepEqual([stopped.assignees[0]?.timer_since, stopped.assignees[0]?.minutes], [null, 1])
  const phone = anybody()
  assert.equal((await as(phone, people.usePersonalLink, { link: linkIn(url) })).status, 404)
  await done(manager, contract.resume, { member_id: performer.id })
  assert.equal((await as(phone, people.usePersonalLink, { link: linkIn(url) })).status, 200)
})

test('LEAVE-6: who has not come in yet has nothing to suspend; another company’s people are not there', async () => {
  const company = await makeCompany()
  const waiting = await addPerformer(company)
  const early = await as(company.owner, contract.suspend, { member_id: waiting.id })
  assert.deepEqual([early.status, early.body.code], [409, 'leaving.not_in'])
  const there = await makeCompany()
  for (const at of [contract.suspend, contract.resume, contract.takeBack])
    assert.equal((await as(there.owner, at, { member_id: waiting.id })).status, 404)
})
