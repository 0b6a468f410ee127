import * as documents from '#contract/documents.ts'
import * as orders from '#contract/orders.ts'
import * as portal from '#contract/portal.ts'
import * as tasks from '#contract/tasks.ts'
import type { Story } from './timeline.ts'
import { linkOf, type Way } from './way.ts'
import { again } from './work-story.ts'

/** From the showing of the result to the end: the customer looks, accepts or rejects; papers; completed. */
export async function* showAndClose(way: Way): Story {
  const day = Math.min(way.row.day + 1, 0)
  yield way.time.at(day, 14 + (way.place % 6) * 0.4)
  let url = await show(way, way.job.summary)
  if (way.has('rejected')) {
    yield* reject(way, url)
    if (way.row.upto === 'closed' || way.row.upto === 'going') return
    yield new Date(way.time.moment.getTime() + 30 * 60_000)
    url = await show(way, `${way.job.summary}\n${way.job.rejected[2]}`)
  }
  keepLink(way, url)
  if (way.has('seen') || way.reaches('accepted')) yield* look(way, url)
  if (way.reaches('accepted')) yield* accept(way, url)
  if (way.reaches('invoiced')) yield* paper(way)
}

async function show({ call, manager, order_id, time, row }: Way, summary: string): Promise<string> {
  const answer_by = time.at(Math.max(row.day + 4, 2), 18).toISOString()
  return (await call.do(manager, orders.sendToAcceptance, { order_id, summary, answer_by })).url
}

/** The last link of an order is the one that opens it: whoever tries the demo gets it. */
const keepLink = ({ links, row, order_id }: Way, url: string) =>
  links.push({ url, order_id, title: row.title, upto: row.upto })

async function* look({ call, visitor, time }: Way, url: string): Story {
  yield new Date(time.moment.getTime() + 50 * 60_000)
  await call.do(visitor, portal.openLink, linkOf(url))
}

async function* reject(way: Way, url: string): Story {
  const { call, visitor, manager, job, order_id, time, row } = way
  yield* look(way, url)
  yield new Date(time.moment.getTime() + 15 * 60_000)
  const { link_id } = linkOf(url)
  const { rounds } = await call.do(visitor, portal.getPurchase, { link_id })
  const [reason, words] = job.rejected
  const photo = await call.upload(
    visitor,
    `/api/portal/${link_id}/files`,
    (await way.pictures)(job.scene, 'before', way.place + 1),
  )
  await call.do(visitor, portal.rejectWork, {
    link_id,
    round_id: rounds[0]?.id ?? '',
    reason,
    words,
    photo_ids: [photo],
  })
  if (row.upto === 'closed') return
  yield new Date(time.moment.getTime() + 25 * 60_000)
  const order = await call.do(manager, orders.getOrder, { order_id })
  const [task] = order.tasks
  if (!task) return
  await call.do(manager, orders.reworkTasks, { order_id, task_ids: [task.id], reason: words })
  const workers = way.company.workers.filter(({ id }) => task.assignees.some(({ member }) => member.id === id))
  yield* again(way, { task: await call.do(manager, tasks.getTask, { task_id: task.id }), workers })
  if (!way.reaches('said_done')) return
  yield new Date(time.moment.getTime() + 20 * 60_000)
  await call.do(manager, tasks.closeTask, { task_id: task.id })
}

/** By himself at his link; or by telephone, recorded by the manager. */
async function* accept(way: Way, url: string): Story {
  const { call, visitor, manager, order_id, time } = way
  yield time.at(Math.min(way.row.day + 2, 0), 9.5 + (way.place % 6) * 0.5)
  if (way.has('in_place')) {
    await call.do(manager, orders.recordDecision, {
      order_id,
      decision: 'accepted',
      proof: 'По телефону: всё работает, спасибо',
    })
    return
  }
  const { link_id } = linkOf(url)
  const { rounds } = await call.do(visitor, portal.getPurchase, { link_id })
  const waiting = rounds.find(({ decision }) => decision === null)
  const words = way.place % 3 === 0 ? { words: 'Спасибо, быстро и чисто' } : {}
  await call.do(visitor, portal.acceptWork, { link_id, round_id: waiting?.id ?? '', ...words })
}

async function* paper(way: Way): Story {
  const { call, company, manager, order_id, time } = way
  const day = Math.min(way.row.day + 3, 0)
  yield time.at(day, 10 + (way.place % 8) * 0.25)
  const both = way.reaches('papered')
  await call.do(both ? company.staff.irina : manager, documents.issueDocuments, {
    order_id,
    kinds: both ? ['invoice', 'act'] : ['invoice'],
  })
  if (!way.reaches('done')) return
  yield time.at(day, 15 + (way.place % 8) * 0.25)
  await call.do(manager, orders.completeOrder, { order_id })
}
