import { sql } from 'kysely'
import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/tree.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { insist, invalid } from '#platform/errors.ts'
import { treePolicy } from './policy.ts'
import { actsFor } from '../substitutions/acts-for.ts'
import { ledBy } from './led-by.ts'
import { belowSql } from './queries.ts'

type Row = Omit<contract.Placed, 'can'>

/** The tree as it was at the end of a day of the company, as far as the viewer sees it (TREE-2, TREE-9). */
export async function showStructure(ctx: Ctx, input: Input<typeof contract.getStructure>) {
  const today = dayIn(ctx.viewer.time_zone, ctx.now)
  const on = input.on ?? today
  insist(on > today ? invalid('on', 'tree.not_yet') : null)
  const rows = await placedOn(ctx, on)
  const led = await ledBy(ctx)
  const shown = new Set(rows.map(({ id }) => id))
  return {
    on,
    rows: rows.map((row) => ({
      ...row,
      // Whose head is above what the viewer sees is the uppermost for him.
      head_id: row.head_id && shown.has(row.head_id) ? row.head_id : null,
      can: { move: on === today ? treePolicy.move(ctx.viewer, row, led) : ({ code: 'tree.past' } as const) },
    })),
  }
}

async function placedOn(ctx: Ctx, on: string): Promise<Row[]> {
  const { company_id, time_zone } = ctx.viewer
  const ended = sql`((${on}::date + 1)::timestamp at time zone ${time_zone})`
  const placed = sql`(select member_id, head_id from placements where company_id = ${company_id}
    and from_at < ${ended} and (to_at is null or to_at >= ${ended}))`
  // What is counted is counted once for all, not anew for each of two thousand.
  const { rows } = await sql<Row>`
    with led as (select head_id, count(*)::int as n from members
        where company_id = ${company_id} and kind = 'performer' and state in ('invited', 'active') group by 1),
      unsure as (select distinct member_id from declarations where company_id = ${company_id} and closed_at is null)
    select m.id, m.name, m.position, m.phone, m.role, r.name as role_name, m.state, p.head_id, coalesce(led.n, 0) as performers,
      unsure.member_id is null as confirmed
    from ${placed} p join members m on m.company_id = ${company_id} and m.id = p.member_id
    left join roles r on r.company_id = ${company_id} and r.id = m.role_id
    left join led on led.head_id = m.id left join unsure on unsure.member_id = m.id
    where ${seenSql(ctx, placed)} order by m.name, m.id`.execute(ctx.db)
  return rows
}

/** His own line up to the root and everybody below him, not beside; all, for who manages people. */
function seenSql(ctx: Ctx, placed: ReturnType<typeof sql>) {
  if (treePolicy.seesAll(ctx.viewer)) return sql`true`
  const mine = actsFor(ctx.viewer)
  return sql`(m.id in (${belowSql(placed, mine)}) or m.id in (
    with recursive placed as materialized ${placed},
    up as (select unnest(${mine}::uuid[]) as id union select p.head_id from placed p join up on p.member_id = up.id where p.head_id is not null)
    select id from up))`
}
