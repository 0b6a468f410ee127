import { sql } from 'kysely'
import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/time/hours.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist, invalid } from '#platform/errors.ts'
import { fromCursor, pageOf } from '#platform/keyset.ts'
import { can, lookInto } from '#server/people/index.ts'

const PAGE = 50

type Asked = Input<typeof contract.listHours>

/** Hours of a person in a period, newest first, with sums of all of them (TSK-16). What was struck counts nowhere. */
export async function listHours(ctx: Ctx, asked: Asked) {
  insist(asked.to < asked.from ? invalid('to', 'days.backwards') : null)
  await lookInto(ctx, asked.member_id)
  const money = can(ctx.viewer, 'money.read')
  const page = pageOf(await rowsOf(ctx, asked, money), PAGE, ({ day, id }) => [day, id])
  return { ...page, sums: asked.after === undefined ? await sumsOf(ctx, asked, money) : null }
}

const entries = ({ viewer }: Ctx, { member_id, from, to }: Asked) => sql`time_entries e
  left join labour_costs c on c.company_id = e.company_id and c.time_entry_id = e.id
  join tasks t on t.company_id = e.company_id and t.id = e.task_id
  where e.company_id = ${viewer.company_id} and e.member_id = ${member_id}
    and e.day between ${from}::date and ${to}::date and e.struck_at is null`

async function rowsOf(ctx: Ctx, asked: Asked, money: boolean): Promise<contract.HoursRow[]> {
  const [day, id] = asked.after === undefined ? [] : fromCursor(asked.after, 2)
  const { rows } = await sql<contract.HoursRow>`
    select e.id, e.day, e.minutes, e.note, ${money ? sql`coalesce(c.cost, 0)::text` : sql`null`} as cost,
      jsonb_build_object('id', t.id, 'number', t.number, 'title', t.title, 'reference', t.reference) as task
    from ${entries(ctx, asked)} ${day === undefined ? sql`` : sql`and (e.day, e.id) < (${day}::date, ${id}::uuid)`}
    order by e.day desc, e.id desc limit ${PAGE + 1}`.execute(ctx.db)
  return rows
}

type Sums = { minutes: number; tasks: number; cost: string | null; fees: string | null }

async function sumsOf(ctx: Ctx, asked: Asked, money: boolean): Promise<Sums> {
  const { member_id, from, to } = asked
  const fees = sql`(select coalesce(sum(f.fee), 0)::text from task_fees f where f.company_id = ${ctx.viewer.company_id}
    and f.member_id = ${member_id} and f.day between ${from}::date and ${to}::date)`
  const { rows } = await sql<Sums>`
    select coalesce(sum(e.minutes), 0)::int as minutes, count(distinct e.task_id)::int as tasks,
      ${money ? sql`coalesce(sum(c.cost), 0)::text` : sql`null`} as cost, ${money ? fees : sql`null`} as fees
    from ${entries(ctx, asked)}`.execute(ctx.db)
  const [sums] = rows
  if (!sums) throw new Error('a sum has no row')
  return sums
}
