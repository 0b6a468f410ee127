import type * as contract from '#contract/tasks.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { expectVersion, insist, missing } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { findSite } from '#server/counterparties/index.ts'
import { insistOnReach, isActiveStaff } from '#server/people/index.ts'
import { insistOnLead, insistOnTimes, type Performer, performers, warningsOf } from './assignees.ts'
import { changeChecklist } from './change-checklist.ts'
import { reassign } from './change-assignees.ts'
import { filled } from '#server/tasks/filled.ts'
import { personsOf } from '#server/tasks/persons.ts'
import { taskPolicy } from '#server/tasks/policy.ts'
import { presentTask } from '#server/tasks/present-task.ts'
import { findTask, lockTask, named, type TaskRecord, writeTask } from '#server/tasks/queries.ts'
import { stateOf } from '#server/tasks/task-state.ts'

type Wish = Input<typeof contract.changeTask>
type Diff = Record<string, { from: unknown; to: unknown }>

/** Changes an open task: words, place, time, requirements, performers (TSK-3). The event tells what was and what is. */
export async function changeTask(ctx: Ctx, input: Wish) {
  const task = await lockTask(ctx, input.task_id)
  expectVersion(ctx, task, ctx.if_match === null ? task : await presentTask(ctx, task))
  insist(taskPolicy.change(ctx.viewer, task))
  const fields = await fieldsOf(ctx, task, input)
  insistOnTimes({ ...task, ...fields })
  const people = input.assignee_ids && (await performers(ctx, input.assignee_ids))
  await insistOnReach(ctx, comingOf(task, input), { ...task, ...fields }.starts_at)
  const lead_id = leadOf(task, { ...input, people })
  const changed: Diff = {
    ...diffOf(task, fields),
    ...(people && (await reassign(ctx, task, people))),
    ...(input.checklist && (await changeChecklist(ctx, task.id, input.checklist))),
    ...(await curatorDiff(ctx, task, input)),
    ...(lead_id !== task.lead_id && { lead: await namesOf(ctx, task.lead_id, lead_id) }),
  }
  if (Object.keys(changed).length === 0) return presentTask(ctx, task)
  const { parts } = await findTask(ctx, task.id)
  const state = people ? stateOf(parts, task.state) : task.state
  await writeTask(ctx, task.id, { ...fields, curator_id: input.curator_id ?? task.curator_id, lead_id, state })
  await tell(ctx, 'task.changed', task, { ...named({ ...task, ...fields }), changed })
  const after = await findTask(ctx, task.id)
  const warnings = people ? await warningsOf(ctx, people, after.starts_at) : []
  return { ...(await presentTask(ctx, after)), warnings }
}

/** Who is not on the task yet: those who are stay, whoever leads them by now. */
const comingOf = ({ parts }: TaskRecord, { assignee_ids = [] }: Wish): string[] =>
  assignee_ids.filter((id) => !parts.some(({ member_id, state }) => member_id === id && state !== 'declined'))

const TEXTS = ['instructions', 'place', 'access_note', 'site_contact_name', 'site_contact_phone'] as const
const VALUES = ['site_id', 'starts_at', 'ends_at', 'estimate_minutes', 'photos_before', 'photos_after'] as const

type Fields = Partial<Pick<TaskRecord, 'title' | (typeof TEXTS)[number] | (typeof VALUES)[number]>>

/** What of the task's own fields was given; a new site brings its address, way in and contact along. */
async function fieldsOf(ctx: Ctx, task: TaskRecord, input: Wish): Promise<Fields> {
  const texts = TEXTS.filter((name) => input[name] !== undefined).map((name) => [name, input[name]?.trim() || null])
  const values = VALUES.filter((name) => input[name] !== undefined).map((name) => [name, input[name]])
  const given = Object.fromEntries([...texts, ...values]) as Fields
  if (input.title !== undefined) given.title = filled('title', input.title)
  const { site_id } = input
  return site_id && site_id !== task.site_id ? { ...(await siteFields(ctx, site_id)), ...given } : given
}

async function siteFields(ctx: Ctx, site_id: string): Promise<Fields> {
  const { address, access_note, contact_name, contact_phone } = await findSite(ctx, site_id)
  return { place: address, access_note, site_contact_name: contact_name, site_contact_phone: contact_phone }
}

function diffOf(task: TaskRecord, fields: Fields): Diff {
  const changes = (Object.keys(fields) as (keyof Fields)[]).filter((name) => !same(task[name], fields[name]))
  return Object.fromEntries(changes.map((name) => [name, { from: task[name], to: fields[name] }]))
}

/** The same instant may be written in two ways. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  const instants = [a, b].map((value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : NaN,
  )
  return instants[0] === instants[1]
}

type Lead = { lead_id?: string | null | undefined; people: Performer[] | undefined }

/** The lead stays while he is on the task; else the first of those who are. */
function leadOf(task: TaskRecord, { lead_id, people }: Lead): string | null {
  const on =
    people ??
    task.parts.filter(({ state }) => state !== 'declined').map(({ member_id }) => ({ id: member_id, name: '' }))
  insistOnLead(lead_id, on)
  if (lead_id !== undefined) return lead_id
  return on.some(({ id }) => id === task.lead_id) || !people ? task.lead_id : (on[0]?.id ?? null)
}

async function curatorDiff(ctx: Ctx, task: TaskRecord, { curator_id }: Wish): Promise<Diff> {
  if (!curator_id || curator_id === task.curator_id) return {}
  insist((await isActiveStaff(ctx, curator_id)) ? null : missing('member'))
  return { curator: await namesOf(ctx, task.curator_id, curator_id) }
}

async function namesOf(ctx: Ctx, from: string | null, to: string | null) {
  const people = await personsOf(
    ctx,
    [from, to].filter((id) => id !== null),
  )
  return { from: from && people(from).name, to: to && people(to).name }
}
