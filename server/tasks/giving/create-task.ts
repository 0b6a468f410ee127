import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/tasks.ts'
import type { Ctx } from '#platform/ctx.ts'
import { memberOf } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { findSite } from '#server/counterparties/index.ts'
import { insistOnReach } from '#server/people/index.ts'
import { addAssignees, addPoints, insistOnLead, insistOnTimes, performers, warningsOf } from './assignees.ts'
import { filled } from '#server/tasks/filled.ts'
import { taskPolicy } from '#server/tasks/policy.ts'
import { presentTask } from '#server/tasks/present-task.ts'
import { findTask } from '#server/tasks/queries.ts'

/** What another context adds when the task is work of something of its own. */
export type TaskToGive = contract.NewTask & {
  /** What it belongs to, as the performer reads it: «№ 1042». */
  reference?: string | null
  /** Who answers its questions and closes it; the viewer unless said otherwise. */
  curator_id?: string
}

/** Gives a task (TSK-1, S44). The site's address, way in and contact are copied: the performer keeps what he was told. */
export async function createTask(ctx: Ctx, input: TaskToGive): Promise<contract.Task> {
  insist(taskPolicy.give(ctx.viewer))
  insistOnTimes(input)
  const people = await performers(ctx, input.assignee_ids)
  insistOnLead(input.lead_id, people)
  await insistOnReach(ctx, input.assignee_ids, input.starts_at ?? null)
  const id = uuidv7()
  const number = await ctx.world.takeNumber(ctx.viewer.company_id, 'task')
  await ctx.db
    .insertInto('tasks')
    .values({
      ...(await rowOf(ctx, input)),
      company_id: ctx.viewer.company_id,
      id,
      number,
      state: 'new',
      created_at: ctx.now,
    })
    .execute()
  await addAssignees(ctx, id, people)
  await addPoints(ctx, id, input.checklist ?? [])
  const title = input.title.trim()
  const names = people.map(({ name }) => name).join(', ')
  await tell(ctx, 'task.created', { id }, { number, title, assignees: people, people: people.length, names })
  const warnings = await warningsOf(ctx, people, input.starts_at ?? null)
  return { ...(await presentTask(ctx, await findTask(ctx, id))), warnings }
}

async function rowOf(ctx: Ctx, input: TaskToGive) {
  return {
    ...(await whereOf(ctx, input)),
    title: filled('title', input.title),
    instructions: input.instructions?.trim() || null,
    reference: input.reference ?? null,
    starts_at: input.starts_at ?? null,
    ends_at: input.ends_at ?? null,
    estimate_minutes: input.estimate_minutes ?? null,
    photos_before: input.photos_before ?? 0,
    photos_after: input.photos_after ?? 0,
    lead_id: input.lead_id ?? input.assignee_ids[0] ?? null,
    curator_id: input.curator_id ?? memberOf(ctx),
    created_by: memberOf(ctx),
  }
}

/** Where the work is: the site's words, save those that were given with the task. */
async function whereOf(ctx: Ctx, { site_id, place, access_note, site_contact_name, site_contact_phone }: TaskToGive) {
  const site = site_id ? await findSite(ctx, site_id) : null
  const said = (own: string | undefined, copied: string | null | undefined) => own?.trim() || copied || null
  return {
    site_id: site?.id ?? null,
    place: said(place, site?.address),
    access_note: said(access_note, site?.access_note),
    site_contact_name: said(site_contact_name, site?.contact_name),
    site_contact_phone: said(site_contact_phone, site?.contact_phone),
  }
}
