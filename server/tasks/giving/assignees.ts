import { uuidv7 } from 'uuidv7'
import type { Ctx } from '#platform/ctx.ts'
import { found, insist, invalid } from '#platform/errors.ts'
import type { CertificateFault } from '#contract/certificates.ts'
import { dayIn } from '#platform/days.ts'
import { together } from '#platform/together.ts'
import { certificateFaults, membersById, stayWorking } from '#server/people/index.ts'

export type Performer = { id: string; name: string }

/** The people of these ids, in their order; who is not active in the company can be given nothing. */
export async function performers(ctx: Ctx, ids: readonly string[]): Promise<Performer[]> {
  const wanted = [...new Set(ids)]
  // Held first, then read, in one message: who is leaving at this moment has left by the second.
  const [, known] = await together(stayWorking(ctx, wanted), membersById(ctx, wanted))
  return wanted.map((id) => {
    const { name, state, kind } = found(known.get(id), 'member')
    // A performer who has not opened his link yet is given tasks already; of the staff, who waits outside is not.
    const works = state === 'active' || (state === 'invited' && kind === 'performer')
    insist(works ? null : invalid('assignee_ids', 'task.assignee_inactive', { name }))
    return { id, name }
  })
}

/** Whose certificates will have run out by the day of the work (TSK-14): who gives it is told, and decides himself. */
export async function warningsOf(
  ctx: Ctx,
  people: readonly Performer[],
  starts_at: string | null,
): Promise<CertificateFault[]> {
  const at = starts_at === null ? ctx.now : new Date(starts_at)
  const ids = people.map(({ id }) => id)
  const faults = await certificateFaults(ctx, ids, dayIn(ctx.viewer.time_zone, at))
  return faults.filter(({ state }) => state === 'expired')
}

/** The lead is one of the performers. */
export function insistOnLead(lead_id: string | null | undefined, people: readonly Performer[]): void {
  const stands = !lead_id || people.some(({ id }) => id === lead_id)
  insist(stands ? null : invalid('lead_id', 'task.lead_not_assigned'))
}

type Times = { starts_at?: string | null | undefined; ends_at?: string | null | undefined }

export function insistOnTimes({ starts_at, ends_at }: Times): void {
  const backwards = starts_at && ends_at && Date.parse(ends_at) <= Date.parse(starts_at)
  insist(backwards ? invalid('ends_at', 'task.ends_before_start') : null)
}

/** Puts people on a task, each to be asked. Who declined or was taken off before is asked anew. */
export async function addAssignees(ctx: Ctx, task_id: string, people: readonly Performer[]): Promise<void> {
  if (people.length === 0) return
  const { company_id } = ctx.viewer
  await ctx.db
    .insertInto('task_assignees')
    .values(people.map(({ id }) => ({ company_id, task_id, member_id: id, state: 'new' as const })))
    .onConflict((at) =>
      at.columns(['company_id', 'task_id', 'member_id']).doUpdateSet({
        state: 'new',
        decline_reason: null,
        declined_at: null,
        zero_reason: null,
        accepted_at: null,
        started_at: null,
        done_at: null,
      }),
    )
    .execute()
}

/** Appends points to a checklist, from a position on. */
export async function addPoints(ctx: Ctx, task_id: string, texts: readonly string[]): Promise<void> {
  const { company_id } = ctx.viewer
  const rows = texts.map((text, position) => ({ company_id, id: uuidv7(), task_id, position, text: text.trim() }))
  if (rows.length > 0) await ctx.db.insertInto('checklist_items').values(rows).execute()
}
