import { uuidv7 } from 'uuidv7'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { fixed } from '#platform/db/fixed.ts'
import { insertTrailing } from '#platform/db/kysely.ts'
import { elevated } from '#platform/db/transaction.ts'
import { tell } from '#platform/events/tell.ts'
import { labourCost } from '#platform/money.ts'
import { together } from '#platform/together.ts'
import { type RateOfDay, WORKER_ON } from '#server/people/index.ts'
import { findTask, named, type TaskRecord } from '#server/tasks/queries.ts'
import { keepFee } from './fees.ts'

export const DAY_MINUTES = 24 * 60

/** `by_fee`: a fee for this task was written down for the one whose hours they are. */
type Task = { id: string; number: string; title: string; by_fee: boolean }
/** What hours are written down with: what their worker is called and cost that day. */
type Worker = { member: string; rate: RateOfDay | null }
export type NewEntry = {
  member_id: string
  day: string
  minutes: number
  note: string | null
  source: 'by_hand' | 'timer'
}

/** Makes everything that is done to one person's hours happen in turn, whichever phone or task it comes from. */
export async function lockPerson(ctx: Ctx, member_id: string): Promise<void> {
  await fixed(ctx.db, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [hoursOf(ctx, member_id)])
}

const hoursOf = ({ viewer }: Ctx, member_id: string): string => `hours ${viewer.company_id} ${member_id}`

/** A task, held until the transaction ends, and behind it its person: in this order everywhere, or two would wait for each other. */
export async function lockTaskAndPerson(ctx: Ctx, task_id: string, member_id: string): Promise<TaskRecord> {
  const held = fixed(ctx.db, TASK_AND_PERSON, [ctx.viewer.company_id, task_id, hoursOf(ctx, member_id)])
  const [, task] = await together(held, findTask(ctx, task_id))
  return task
}

const TASK_AND_PERSON = `with held as (select id from tasks where company_id = $1 and id = $2 for no key update)
  select pg_advisory_xact_lock(hashtextextended($3, 0)) from held`

/** Minutes that a person has on a day over all tasks, whoever sees them, struck ones and one entry apart. Ask with the person locked. */
export async function loggedOn(
  ctx: Ctx,
  { member_id, day, except }: { member_id: string; day: string; except?: string },
): Promise<number> {
  const rows = await elevated(ctx, ({ db, viewer }) =>
    fixed<{ minutes: number }>(db, LOGGED_ON, [viewer.company_id, member_id, day, except ?? null]),
  )
  return rows[0]?.minutes ?? 0
}

/** The same, and what new hours are written down with, in one look. */
export async function dayOf(ctx: Ctx, member_id: string, day: string): Promise<Worker & { logged: number }> {
  const [row] = await elevated(ctx, ({ db, viewer }) =>
    fixed<{ name: string; rate: RateOfDay | null; minutes: number }>(db, DAY_OF, [
      viewer.company_id,
      member_id,
      day,
      null,
    ]),
  )
  return { member: row?.name ?? '', rate: row?.rate ?? null, logged: row?.minutes ?? 0 }
}

const LOGGED_ON = `select coalesce(sum(minutes), 0)::int as minutes from time_entries
  where company_id = $1 and member_id = $2 and day = $3 and struck_at is null and id is distinct from $4::uuid`
const DAY_OF = `select worker.*, (${LOGGED_ON}) as minutes from (${WORKER_ON}) worker`

/**
 * Writes down hours with what they cost on that day (S47, S7). The caller has asked whether the day has room. On a day
 * with a fee instead of a rate by the hour the fee is kept, once for the task, and hours cost nothing from then on (TSK-13).
 * @returns the entry's id, and whether a fee covers his hours on the task now
 */
export async function addEntry(
  ctx: Ctx,
  task: Task,
  { rate, member, ...entry }: NewEntry & Worker,
): Promise<{ id: string; by_fee: boolean }> {
  const id = uuidv7()
  const { company_id, currency } = ctx.viewer
  const row = { ...entry, company_id, id, task_id: task.id, created_by: memberOf(ctx), created_at: ctx.now }
  const fee = task.by_fee || !rate ? null : rate.fee_per_task
  const cost = { company_id, time_entry_id: id, ...costOf(entry.minutes, task.by_fee ? null : rate, currency) }
  const whose = { task_id: task.id, member_id: entry.member_id }
  await insertTrailing(ctx.db, 'time_entries', row)
  await elevated(ctx, (own) => insertTrailing(own.db, 'labour_costs', cost))
  await tell(ctx, 'task.time_logged', task, { ...named(task), ...entry, time_entry_id: id, member })
  if (fee !== null) await elevated(ctx, (own) => keepFee(own, whose, { day: entry.day, fee, currency: cost.currency }))
  return { id, by_fee: task.by_fee || fee !== null }
}

type Rate = Pick<RateOfDay, 'cost_per_hour' | 'currency'>

/** What is kept beside an entry. Without a rate by the hour the cost is nothing, and a later rate changes nothing. */
export function costOf(minutes: number, rate: Rate | null, currency: string) {
  if (!rate || rate.cost_per_hour === null)
    return { cost_per_hour: null, cost: '0', currency: rate?.currency ?? currency }
  return {
    cost_per_hour: rate.cost_per_hour,
    cost: labourCost(minutes, BigInt(rate.cost_per_hour)).toString(),
    currency: rate.currency,
  }
}
