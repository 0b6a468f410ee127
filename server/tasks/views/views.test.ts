import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as tasks from '#contract/tasks.ts'
import { done } from '#test/as.ts'
import { queriesOf } from '#test/queries.ts'
import { makeCompany } from '#test/world.ts'
import { inside } from '#test/world/inside.ts'
import { addPerformer, makePerformer, makeStaff } from '#test/world/people.ts'
import { makePicture, makeTask, makeTaskAtWork } from '#test/world/tasks.ts'
import { cancelOpen, photosOf, plannedOf, reopenTasks } from '#server/tasks/index.ts'

test('TSK-1: the list goes by number, newest first, page by page, with as many queries for 50 as for one', async () => {
  const company = await makeCompany()
  const pavel = await addPerformer(company)
  await makeTask(company.owner, [pavel])
  // The first one finds the session and remembers it for a while.
  const list = () => done(company.owner, tasks.listTasks, {})
  const queries = async () => (await list()) && (await queriesOf(list))
  const few = await queries()
  for (let i = 1; i < 52; i++) await makeTask(company.owner, [pavel], { title: `Задача ${i + 1}` })

  const many = await queries()
  assert.deepEqual([few.length, many.length], [1, 1])

  const first = await done(company.owner, tasks.listTasks, {})
  assert.deepEqual([first.rows.length, first.rows[0]?.number, first.rows[49]?.number], [50, 52, 3])
  const second = await done(company.owner, tasks.listTasks, { after: first.next! })
  assert.deepEqual([second.rows.map(({ number }) => number), second.next], [[2, 1], null])
})

test('TSK-1: the list is filtered by state, performer and curator', async () => {
  const company = await makeCompany()
  const manager = await makeStaff(company)
  const [pavel, igor] = [await makePerformer(company), await makePerformer(company)]
  const { id: a } = await makeTask(company.owner, [pavel])
  const { id: b } = await makeTaskAtWork(manager, [igor])
  const ids = async (wish: Parameters<typeof done<typeof tasks.listTasks>>[2]) =>
    (await done(company.owner, tasks.listTasks, wish)).rows.map(({ id }) => id)
  assert.deepEqual(await ids({ state: ['in_progress', 'done'] }), [b])
  assert.deepEqual(await ids({ assignee_id: pavel.id }), [a])
  assert.deepEqual(await ids({ curator_id: manager.id }), [b])
})

test('TSK-1 S48: a performer’s day has his own tasks with place, time, contact, his state and his clock', async () => {
  const company = await makeCompany()
  const [pavel, igor] = [await makePerformer(company), await makePerformer(company)]
  await makeTask(company.owner, [igor])
  const wish = {
    place: 'ул. Кальварийская, 41',
    starts_at: '2026-03-10T09:00:00.000Z',
    checklist: ['Короб'],
    access_note: 'Вход с торца',
  }
  const { id } = await makeTaskAtWork(company.owner, [pavel, igor], wish)

  const { rows } = await done(pavel, tasks.listTasks, {})

  assert.deepEqual(
    rows.map((row) => [row.id, row.place, row.access_note, row.starts_at]),
    [[id, wish.place, 'Вход с торца', wish.starts_at]],
  )
  const { mine, checklist_total, assignees, curator } = rows[0]!
  assert.deepEqual(
    [mine?.state, mine?.minutes, checklist_total, assignees.length, curator.name],
    ['in_progress', 0, 1, 2, 'Владелец'],
  )
  const { assignees: parts } = await done(pavel, tasks.getTask, { task_id: id })
  assert.equal(mine?.timer_since, parts.find(({ member }) => member.id === pavel.id)?.timer_since)
})

test('TSK-9 S33: a clash is an open task of the same person at the same time; without an end it lasts its estimate or two hours', async () => {
  const company = await makeCompany()
  const pavel = await addPerformer(company, { name: 'Павел Жук' })
  const at = (time: string) => `2026-03-10T${time}:00.000Z`
  const { id } = await makeTask(company.owner, [pavel], { starts_at: at('09:00') })
  await makeTask(company.owner, [pavel], { starts_at: at('15:00'), estimate_minutes: 30 })
  const gone = await makeTask(company.owner, [pavel], { starts_at: at('09:00') })
  await done(company.owner, tasks.cancelTask, { task_id: gone.id, reason: 'Ошибка' })
  const clashes = async (starts: string, ends: string, except_task_id?: string) => {
    const span = { member_id: [pavel.id], starts_at: at(starts), ends_at: at(ends) }
    return (await done(company.owner, tasks.findClashes, { ...span, ...(except_task_id && { except_task_id }) })).rows
  }

  assert.deepEqual(
    (await clashes('10:30', '12:00')).map(({ task, member, ends_at }) => [task?.id, member.name, ends_at]),
    [[id, 'Павел Жук', at('11:00')]],
  )
  assert.deepEqual(await clashes('11:00', '12:00'), [])
  assert.deepEqual(await clashes('15:30', '16:00'), [])
  assert.deepEqual(await clashes('10:00', '11:00', id), [])
  const planned = await inside(company, (ctx) =>
    plannedOf(ctx, { member_ids: [pavel.id], starts_at: at('00:00'), ends_at: at('23:59') }),
  )
  assert.equal(planned.get(pavel.id), 150)
})

test('TSK-11: what has tasks of its own reads their photos through the door', async () => {
  const company = await makeCompany()
  const pavel = await makePerformer(company, { name: 'Павел Жук' })
  const { id } = await makeTaskAtWork(company.owner, [pavel])
  const file_id = await makePicture(company, pavel)
  await done(pavel, tasks.addPhoto, { task_id: id, file_id, stage: 'after' })

  const photos = await inside(company, (ctx) => photosOf(ctx, [id]))

  assert.deepEqual(
    photos.map(({ file, stage, task_id, by }) => [file.id, stage, task_id, by.name]),
    [[file_id, 'after', id, 'Павел Жук']],
  )
})

test('TSK-11: many tasks are taken up again or cancelled with what they belong to', async () => {
  const company = await makeCompany()
  const { owner } = company
  const pavel = await makePerformer(company)
  const { id: closed } = await makeTaskAtWork(owner, [pavel])
  await done(pavel, tasks.sayDone, { task_id: closed })
  await done(owner, tasks.closeTask, { task_id: closed })
  const { id: fresh } = await makeTaskAtWork(owner, [pavel])
  const both = [closed, fresh]
  const states = async () => (await done(owner, tasks.listTasks, {})).rows.map(({ id, state }) => [id, state])

  await inside(company, (ctx) => reopenTasks(ctx, both, 'Мигает угол'))
  assert.deepEqual(await states(), [
    [fresh, 'in_progress'],
    [closed, 'returned'],
  ])
  const back = await done(pavel, tasks.getTask, { task_id: closed })
  assert.deepEqual([back.return_reason, back.assignees[0]?.state], ['Мигает угол', 'in_progress'])

  await inside(company, (ctx) => cancelOpen(ctx, both, 'Заказ отменён'))
  assert.deepEqual(await states(), [
    [fresh, 'cancelled'],
    [closed, 'cancelled'],
  ])
  const { time_entries } = await done(owner, tasks.getTask, { task_id: fresh })
  assert.deepEqual(
    time_entries.map(({ source }) => source),
    ['timer'],
  )
})
