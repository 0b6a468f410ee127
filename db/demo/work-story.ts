import * as orders from '#contract/orders.ts'
import * as tasks from '#contract/tasks.ts'
import type { Reply } from '#contract/endpoint.ts'
import type { Worker } from './company.ts'
import type { Stage as Moment } from './pictures.ts'
import type { Shift } from './roster.ts'
import type { Story } from './timeline.ts'
import { startOf, stays, type Way } from './way.ts'

type Task = Reply<typeof orders.giveTask>
/** A task on its way: who does it, and when. */
type Work = { task: Task; workers: Worker[]; shifts: Shift[] }

/** The work of an order: given, taken on, done, looked at, closed. */
export async function* workOn(way: Way): Story {
  const { time, crew } = way
  const first = crew.shifts[0]?.day ?? way.row.day
  yield way.has('urgent') ? time.at(first, 8.6) : time.at(first - 1, 16 + (way.place % 4) * 0.3)
  const work = await give(way)
  if (!way.reaches('taken')) return
  yield* takeOn(way, work)
  if (!way.reaches('going')) return
  yield* perform(way, work)
  if (!way.reaches('said_done') && !way.has('returned') && !way.has('rework')) return
  yield* finish(way, work)
  yield* check(way, work)
  if (way.reaches('closed') && way.has('second_task')) yield* tidyUp(way, work)
}

async function give(way: Way): Promise<Work> {
  const { call, manager, order_id, job, crew, row } = way
  const workers = way.has('short') ? crew.workers.slice(0, -1) : crew.workers
  const order = await call.do(manager, orders.getOrder, { order_id })
  const first = crew.shifts[0]
  const starts_at = way.time.at(first?.day ?? 0, startOf(way)).toISOString()
  const ends_at = way.time.at(first?.day ?? 0, startOf(way) + (first ? first.until - first.from : 2)).toISOString()
  const task = await call.do(manager, orders.giveTask, {
    order_id,
    title: job.task,
    instructions: row.said,
    ...(order.demands[0] && { demand_id: order.demands[0].id }),
    starts_at,
    ends_at,
    estimate_minutes: Math.round(row.hours * 60),
    checklist: [...job.checklist],
    photos_before: 1,
    photos_after: 1,
    assignee_ids: workers.map(({ id }) => id),
  })
  return { task, workers, shifts: crew.shifts }
}

/** Each takes it on in his own time; sometimes somebody cannot, and another steps in. */
async function* takeOn(way: Way, { task, workers }: Work): Story {
  const { call, manager, time, company } = way
  const task_id = task.id
  let minutes = 20
  const later = (by: number) => new Date(time.moment.getTime() + by * 60_000)
  const [one] = workers
  if (way.has('declined') && one) {
    yield later(25)
    await call.do(one, tasks.declineTask, { task_id, reason: 'В этот день к врачу, отпрашивался у Ольги' })
    yield later(40)
    const spare = company.workers.find(
      ({ trade, id }) => trade === one.trade && !workers.some((worker) => worker.id === id),
    )
    workers.splice(0, 1, ...(spare ? [spare] : []))
    await call.do(manager, tasks.changeTask, { task_id, assignee_ids: workers.map(({ id }) => id) })
  }
  for (const worker of workers) {
    yield later(minutes)
    await call.do(worker, tasks.acceptTask, { task_id })
    minutes += 9
  }
}

/** Days of work: clocks run, the first photo is taken, a question is asked. The last clock runs on. */
async function* perform(way: Way, { task, workers, shifts }: Work): Story {
  const { call, time, job } = way
  const task_id = task.id
  const last = shifts.length - 1
  for (const [at, shift] of shifts.entries()) {
    const begins = time.at(shift.day, at === 0 ? startOf(way) : shift.from)
    yield at === last && stays(way) ? laterOf(begins, time.ago(170)) : begins
    for (const worker of workers) await call.do(worker, at === 0 ? tasks.startTask : tasks.startTimer, { task_id })
    if (at === 0) yield* beginWell(way, { task, workers, shifts })
    if (at === last) break
    yield time.at(shift.day, shift.until)
    for (const worker of workers)
      await call.do(worker, tasks.stopTimer, { task_id, note: job.checklist[at % job.checklist.length] ?? '' })
  }
}

const laterOf = (a: Date, b: Date) => (a > b ? a : b)

async function* beginWell(way: Way, work: Work): Story {
  const { call, time, job, manager } = way
  const {
    task,
    workers: [first],
  } = work
  const task_id = task.id
  if (!first) return
  yield new Date(time.moment.getTime() + 4 * 60_000)
  await photograph(way, work, 'before')
  await call.do(first, tasks.tickItem, { task_id, item_id: task.checklist[0]?.id ?? '', done: true })
  const waits = way.has('waiting_question')
  if (!waits && !way.has('question')) return
  yield waits ? time.ago(25) : new Date(time.moment.getTime() + 35 * 60_000)
  const { comments } = await call.do(first, tasks.comment, { task_id, text: job.question[0], is_question: true })
  if (waits) return
  yield new Date(time.moment.getTime() + 12 * 60_000)
  await call.do(manager, tasks.comment, { task_id, text: job.question[1], answers_id: comments.at(-1)?.id ?? '' })
}

async function photograph(
  way: Way,
  { task, workers: [first] }: Pick<Work, 'task' | 'workers'>,
  stage: Moment,
): Promise<void> {
  if (!first) return
  const file_id = await way.call.upload(first, '/api/files', (await way.pictures)(way.job.scene, stage, way.place))
  await way.call.do(first, tasks.addPhoto, { task_id: task.id, file_id, stage })
}

/** Points ticked, the last photo taken, hours said, done. */
async function* finish(way: Way, work: Work): Story {
  const { call, time } = way
  const { task, workers, shifts } = work
  const task_id = task.id
  const last = shifts.at(-1)
  yield time.at(last?.day ?? 0, (last?.until ?? 12) - 0.2 + (startOf(way) - (shifts[0]?.from ?? 9)))
  const [first] = workers
  if (first)
    for (const { id: item_id } of task.checklist.slice(1))
      await call.do(first, tasks.tickItem, { task_id, item_id, done: true })
  await photograph(way, work, 'after')
  for (const [at, worker] of workers.entries()) {
    yield new Date(time.moment.getTime() + (4 + at * 6) * 60_000)
    if (way.has('by_hand') && last)
      await call.do(worker, tasks.logTime, {
        task_id,
        day: time.day(last.day),
        minutes: 25 + at * 10,
        note: 'Дорога и погрузка',
      })
    await call.do(worker, tasks.sayDone, { task_id })
  }
}

/** The manager looks it over the next morning: closes, or gives it back once. */
async function* check(way: Way, work: Work): Story {
  const { call, manager, time, job } = way
  const { task, shifts } = work
  const task_id = task.id
  const day = shifts.at(-1)?.day ?? 0
  if (way.has('returned')) {
    yield time.at(day + 1, 9.1 + (way.place % 5) * 0.1)
    await call.do(manager, tasks.returnTask, { task_id, reason: job.returned })
    yield* again(way, work)
  }
  if (!way.reaches('closed') && !way.has('rework')) return
  yield time.at(day + 1, 11 + (way.place % 7) * 0.2)
  await call.do(manager, tasks.closeTask, { task_id })
}

/** What was given back is taken up again, and done unless this is as far as the order comes. */
export async function* again(way: Way, work: Pick<Work, 'task' | 'workers'>): Story {
  const { call, time } = way
  const task_id = work.task.id
  yield stays(way) ? time.ago(95) : new Date(time.moment.getTime() + 45 * 60_000)
  // With the first of them the task is taken up again; the others only start their clocks.
  for (const [at, worker] of work.workers.entries())
    await call.do(worker, at === 0 ? tasks.startTask : tasks.startTimer, { task_id })
  if (!way.reaches('said_done')) return
  yield new Date(time.moment.getTime() + 40 * 60_000)
  await photograph(way, work, 'after')
  for (const worker of work.workers) await call.do(worker, tasks.sayDone, { task_id })
}

/** A second, short task of the same people. */
async function* tidyUp(way: Way, { workers, shifts }: Work): Story {
  const { call, manager, order_id, time } = way
  const [lead] = workers
  if (!lead) return
  const day = (shifts.at(-1)?.day ?? 0) + 1
  yield time.at(day, 11.5)
  const { id: task_id } = await call.do(manager, orders.giveTask, {
    order_id,
    title: 'Проверка под нагрузкой, уборка',
    starts_at: time.at(day, 12).toISOString(),
    ends_at: time.at(day, 13).toISOString(),
    estimate_minutes: 60,
    assignee_ids: [lead.id],
  })
  yield time.at(day, 11.8)
  await call.do(lead, tasks.acceptTask, { task_id })
  yield time.at(day, 12.1)
  await call.do(lead, tasks.startTask, { task_id })
  yield time.at(day, 13)
  await call.do(lead, tasks.sayDone, { task_id })
  yield time.at(day, 13.4)
  await call.do(manager, tasks.closeTask, { task_id })
}
