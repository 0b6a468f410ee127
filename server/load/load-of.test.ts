import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as load from '#contract/time/load.ts'
import { as, done } from '#test/as.ts'
import { makePerformer, makeStaff } from '#test/world/people.ts'
import { makeTask } from '#test/world/tasks.ts'
import { makeCompany } from '#test/world.ts'

const WEEK = { from: '2026-03-09', to: '2026-03-15' }

test('LOAD-9 S2: the load of one person has the figures that the load of all has', async () => {
  const company = await makeCompany()
  const { owner } = company
  const pavel = await makePerformer(company, { name: 'Павел Жук' })
  const igor = await makePerformer(company, { name: 'Игорь Лисовский' })
  await makeTask(owner, [pavel], { starts_at: '2026-03-10T06:00:00.000Z', ends_at: '2026-03-10T09:00:00.000Z' })
  await makeTask(owner, [igor], { starts_at: '2026-03-10T06:00:00.000Z', ends_at: '2026-03-10T11:00:00.000Z' })
  const all = await done(owner, load.getLoad, WEEK)
  const { days, row } = await done(owner, load.getLoadOf, { member_id: pavel.id, ...WEEK })
  const { specialities: _, group_id: __, ...his } = all.rows.find(({ member }) => member.id === pavel.id)!
  assert.deepEqual(row, his)
  assert.deepEqual(row.planned, [0, 180, 0, 0, 0, 0, 0])
  assert.deepEqual(days, all.days)
})

test('LOAD-9: a period that is none or too long is refused, and so is who neither leads performers nor reads reports', async () => {
  const company = await makeCompany()
  const pavel = await makePerformer(company)
  const ask = (from: string, to: string) => as(company.owner, load.getLoadOf, { member_id: pavel.id, from, to })
  assert.equal((await ask('2026-03-02', '2026-03-01')).body.errors?.[0]?.code, 'days.backwards')
  assert.equal((await ask('2026-03-01', '2026-05-02')).body.errors?.[0]?.code, 'load.too_long')
  const clerk = await makeStaff(company, 'member')
  assert.equal((await as(clerk, load.getLoadOf, { member_id: pavel.id, ...WEEK })).body.code, 'performer.not_yours')
  assert.equal((await as(clerk, load.getLoadOf, { member_id: clerk.id, ...WEEK })).status, 200)
})
