import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as counterparties from '#contract/counterparties.ts'
import * as tasks from '#contract/tasks.ts'
import { as, done } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { makeCounterparty } from '#test/world/counterparties.ts'
import { inside } from '#test/world/inside.ts'
import { addPerformer, makePerformer, makeStaff } from '#test/world/people.ts'
import { makeTask } from '#test/world/tasks.ts'

test('TSK-1 S44: a task takes address, way in and contact of the site along, as they are now', async () => {
  const company = await makeCompany()
  const pavel = await makePerformer(company)
  const { sites, contacts } = await makeCounterparty(company.owner)
  const site = sites[0]!
  const access_note = 'Вход с торца, пропуск у охраны'
  await done(company.owner, counterparties.changeSite, { site_id: site.id, access_note, contact_id: contacts[0]!.id })

  const task = await makeTask(company.owner, [pavel], { site_id: site.id })
  await done(company.owner, counterparties.changeSite, { site_id: site.id, access_note: 'Домофон 12' })

  const seen = await done(pavel, tasks.getTask, { task_id: task.id })
  assert.deepEqual(
    [seen.place, seen.access_note, seen.site_contact_name],
    [site.address, access_note, 'Ирина Ковалёва'],
  )
  assert.equal(seen.site_contact_phone, contacts[0]!.identities[0]?.value)
  assert.deepEqual([seen.lead_id, seen.curator.id, seen.number], [pavel.id, company.owner.id, 1])
})

test('TSK-1: words given with the task stand before those of the site', async () => {
  const company = await makeCompany()
  const { sites } = await makeCounterparty(company.owner)
  const { place } = await makeTask(company.owner, [], { site_id: sites[0]!.id, place: 'Второй подъезд' })
  assert.equal(place, 'Второй подъезд')
})

test('TSK-1: who was added and has not come in yet can be given a task; strangers cannot', async () => {
  const [company, other] = [await makeCompany(), await makeCompany()]
  const igor = await addPerformer(company)
  assert.equal((await makeTask(company.owner, [igor])).assignees[0]?.state, 'new')

  const stranger = await addPerformer(other)
  const input = { title: 'Чужая', assignee_ids: [stranger.id] }
  const { status, body } = await as(company.owner, tasks.createTask, input)
  assert.deepEqual([status, body.code], [404, 'member.missing'])
  const { sites } = await makeCounterparty(other.owner)
  const site = await as(company.owner, tasks.createTask, { ...input, assignee_ids: [], site_id: sites[0]!.id })
  assert.deepEqual([site.status, site.body.code], [404, 'site.missing'])
})

test('TSK-1: an end before its start, a lead from elsewhere and a role without the right are refused', async () => {
  const company = await makeCompany()
  const pavel = await makePerformer(company)
  const give = { title: 'Ревизия', assignee_ids: [pavel.id] }
  const times = { starts_at: '2026-03-10T12:00:00.000Z', ends_at: '2026-03-10T12:00:00.000Z' }
  const backwards = await as(company.owner, tasks.createTask, { ...give, ...times })
  assert.deepEqual([backwards.status, backwards.body.errors?.[0]?.path], [422, 'ends_at'])
  const lead = await as(company.owner, tasks.createTask, { ...give, lead_id: company.owner.id })
  assert.deepEqual([lead.status, lead.body.code], [422, 'task.lead_not_assigned'])
  const member = await makeStaff(company, 'member')
  const no = await as(member, tasks.createTask, give)
  assert.deepEqual([no.status, no.body.code], [403, 'task.managers_only'])
  const his = await as(pavel, tasks.createTask, give)
  assert.deepEqual([his.status, his.body.code], [403, 'door.staff'])
})

test('TSK-1: a member who left is told so by name', async () => {
  const company = await makeCompany()
  const pavel = await addPerformer(company, { name: 'Павел Жук' })
  await inside(company, ({ db }) =>
    db.updateTable('members').set({ state: 'left' }).where('id', '=', pavel.id).execute(),
  )
  const { status, body } = await as(company.owner, tasks.createTask, { title: 'Щит', assignee_ids: [pavel.id] })
  assert.deepEqual([status, body.code, body.facts?.['name']], [422, 'task.assignee_inactive', 'Павел Жук'])
})
