import { sql } from 'kysely'
import type { MyHead } from '#contract/tree.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { personJson } from '../person-sql.ts'
import { handledBy } from '../substitutions/acts-for.ts'
import { wordsAbout } from './declarations.ts'
import { treePolicy } from './policy.ts'
import { findStaff } from './queries.ts'
import { asWord, weigh } from './standing.ts'

/** Who the viewer's head is, what is open about it, and who has named the viewer. */
export async function showMyHead(ctx: Ctx): Promise<MyHead> {
  const me = await findStaff(ctx, memberOf(ctx))
  const words = await wordsAbout(ctx, [me.id], true)
  const accord = weigh(words.map(asWord))
  const own = words.find(({ said_as }) => said_as === 'member')
  return {
    head: me.head_id && me.head_name ? { id: me.head_id, name: me.head_name } : null,
    invited_by: words.find(({ said_as }) => said_as === 'inviter')?.said_by ?? null,
    open:
      words.length === 0 || accord === 'agreed'
        ? null
        : { accord, named: own?.head ?? null, expected: own?.head ? null : (own?.expected ?? null) },
    asks: await asksOf(ctx),
    can: { declare: treePolicy.declare(me) },
  }
}

type Ask = MyHead['asks'][number]

/** People who have named the viewer, or whom he substitutes, and have no answer yet, those who wait outside first. */
async function asksOf(ctx: Ctx): Promise<Ask[]> {
  const named = sql`coalesce(d.head_id, e.member_id)`
  const other = sql`case when ${named} <> ${memberOf(ctx)} then ${personJson(sql`d.company_id`, named)} end`
  const { rows } = await sql<Ask>`
    select jsonb_build_object('id', m.id, 'name', m.name, 'position', m.position) as member, m.state = 'invited' as waits_outside,
      (select jsonb_build_object('id', h.id, 'name', h.name) from members h where h.company_id = m.company_id and h.id = m.head_id)
        as stands_under, d.said_at, ${other} as whose
    from declarations d join members m on m.company_id = d.company_id and m.id = d.member_id and m.state <> 'left'
    left join expected_heads e on e.company_id = d.company_id and e.id = d.expected_head_id
    where d.company_id = ${ctx.viewer.company_id} and d.closed_at is null and d.said_as = 'member'
      and ${handledBy(ctx.viewer, named)}
      and not exists (select from declarations a where a.company_id = d.company_id and a.member_id = d.member_id
        and a.closed_at is null and a.said_by = ${named} and a.said_as = 'head')
    order by m.state, d.said_at`.execute(ctx.db)
  return rows
}
