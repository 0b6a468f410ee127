import { sql } from 'kysely'
import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/time/substitutions.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist, notNow } from '#platform/errors.ts'
import { findSubstitution } from '#server/people/index.ts'
import { changeTask } from './change-task.ts'
import { taskPolicy } from '#server/tasks/policy.ts'
import { findTask } from '#server/tasks/queries.ts'

type Days = { member_id: string; from_day: string; to_day: string }

/**
 * Hands an absent performer's tasks of these days over to his deputy (SUB-6), in one step: those that he has not begun. Asked
 * again, it finds nothing left to hand over.
 */
export async function handTasksOver(ctx: Ctx, { substitution_id }: Input<typeof contract.handTasksOver>) {
  insist(taskPolicy.give(ctx.viewer))
  const { absent, deputy, from_day, to_day, state } = await findSubstitution(ctx, substitution_id)
  insist(state === 'over' || state === 'ended' ? notNow('substitution.over') : null)
  insist(absent.kind === 'performer' ? null : notNow('substitution.of_staff'))
  const rows = []
  for (const id of await notBegun(ctx, { member_id: absent.id, from_day, to_day })) {
    const { parts, lead_id } = await findTask(ctx, id)
    const others = parts.filter(({ member_id, state: at }) => member_id !== absent.id && at !== 'declined')
    const task = await changeTask(
      { ...ctx, if_match: null },
      {
        task_id: id,
        assignee_ids: [...new Set([...others.map(({ member_id }) => member_id), deputy.id])],
        ...(lead_id === absent.id && { lead_id: deputy.id }),
      },
    )
    rows.push({ id, number: task.number, title: task.title })
  }
  return { rows }
}

/** Open tasks of a person that begin on these days and that he has not begun, in the order of their ids: tasks are locked so. */
async function notBegun({ db, viewer }: Ctx, { member_id, from_day, to_day }: Days): Promise<string[]> {
  const zone = viewer.time_zone
  const { rows } = await sql<{ id: string }>`
    select t.id from task_assignees a join tasks t on t.company_id = a.company_id and t.id = a.task_id
    where a.company_id = ${viewer.company_id} and a.member_id = ${member_id} and a.state in ('new', 'accepted')
      and t.state not in ('done', 'closed', 'cancelled') and t.starts_at >= ${from_day}::timestamp at time zone ${zone}
      and t.starts_at < (${to_day}::date + 1)::timestamp at time zone ${zone}
    order by t.id`.execute(db)
  return rows.map(({ id }) => id)
}
