import { sql } from 'kysely'
import type { MergedGroup, MergePreview } from '#contract/doubles.ts'
import type { Ctx } from '#platform/ctx.ts'
import { elevated } from '#platform/db/transaction.ts'
import type { TwoCards } from './card.ts'

/** Columns that name a person, by what they are called on the screen; all others are marks of who did something. */
const GROUPS: Record<string, MergedGroup> = {
  'orders.responsible_id': 'orders',
  'tasks.curator_id': 'tasks',
  'task_assignees.member_id': 'work',
  'time_entries.member_id': 'hours',
  'task_photos.member_id': 'photos',
  'counterparties.responsible_id': 'customers',
  'documents.issued_by': 'documents',
  'members.head_id': 'people',
  'pool_members.member_id': 'pools',
  'pool_curators.member_id': 'curated',
  'member_specialities.member_id': 'specialities',
  'rates.member_id': 'rates',
  'certificates.member_id': 'certificates',
  'member_papers.member_id': 'papers',
  'absences.member_id': 'absences',
  'work_schedules.member_id': 'schedules',
  'substitutions.absent_id': 'substitutions',
  'substitutions.deputy_id': 'substitutions',
  'order_watchers.member_id': 'watching',
}

/** How much of what goes over, of everything that the merge itself would take (DBL-1): both read the same list of columns. */
export async function whatMoves(ctx: Ctx, { gone }: TwoCards): Promise<MergePreview['moves']> {
  return elevated(ctx, async ({ db }) => {
    const { rows } = await sql<{ ref: string; n: number }>`select ref, n from count_references(${gone.id})`.execute(db)
    const counts = new Map<MergedGroup, number>()
    for (const { ref, n } of rows) {
      const group = GROUPS[ref] ?? 'marks'
      counts.set(group, (counts.get(group) ?? 0) + n)
    }
    const order = [...new Set([...Object.values(GROUPS), 'marks' as const])]
    return order.flatMap((group) => {
      const count = counts.get(group)
      return count ? [{ group, count }] : []
    })
  })
}

/** What both are in, so that one of two stays; and what a card of the staff cannot keep. */
export async function whatIsTwice(
  ctx: Ctx,
  { kept, gone }: TwoCards,
): Promise<{ tasks: number; pools: number; pools_end: number }> {
  return elevated(ctx, async ({ db, viewer }) => {
    const { rows } = await sql<{ tasks: number; pools: number; pools_end: number }>`select
      (select count(*)::int from task_assignees g join task_assignees k using (company_id, task_id)
        where g.company_id = ${viewer.company_id} and g.member_id = ${gone.id} and k.member_id = ${kept.id}) as tasks,
      (select count(*)::int from pool_members g join pool_members k using (company_id, pool_id)
        where g.company_id = ${viewer.company_id} and g.member_id = ${gone.id} and k.member_id = ${kept.id}
          and g.to_at is null and k.to_at is null) as pools,
      (select count(*)::int from pool_members where company_id = ${viewer.company_id} and member_id = ${gone.id}
        and to_at is null and ${kept.kind === 'staff'}) as pools_end`.execute(db)
    return rows[0] ?? { tasks: 0, pools: 0, pools_end: 0 }
  })
}
