import { sql } from 'kysely'
import type { Unconfirmed } from '#contract/tree.ts'
import type { Ctx } from '#platform/ctx.ts'
import { handles } from '../substitutions/acts-for.ts'
import { wordsAbout } from './declarations.ts'
import { treePolicy } from './policy.ts'
import { ledBy } from './led-by.ts'
import { asWord, weigh } from './standing.ts'

type Open = {
  id: string
  name: string
  position: string | null
  state: string
  head_id: string | null
  head_name: string | null
}

/** «Не подтверждено» (TREE-4): for whoever manages people all of it, for a head what is open below him. */
export async function listUnconfirmed(ctx: Ctx) {
  const led = await ledBy(ctx)
  const all = treePolicy.seesAll(ctx.viewer)
  const open = (await openMatters(ctx)).filter(({ id }) => all || (led.has(id) && !handles(ctx.viewer, id)))
  const ids = open.map(({ id }) => id)
  const words = Map.groupBy(await wordsAbout(ctx, ids, true), ({ member_id }) => member_id)
  const rows = open.flatMap((who): Unconfirmed[] => {
    const said = words.get(who.id) ?? []
    const accord = weigh(said.map(asWord))
    if (accord === 'agreed') return []
    return [
      {
        member: { id: who.id, name: who.name, position: who.position },
        waits_outside: who.state === 'invited',
        accord,
        stands_under: who.head_id && who.head_name ? { id: who.head_id, name: who.head_name } : null,
        words: said,
        can: {
          settle: treePolicy.settle(ctx.viewer, who, led),
          turn_away: treePolicy.turn_away(ctx.viewer, who),
        },
      },
    ]
  })
  return { rows, expected: all ? await expectedOf(ctx) : [] }
}

/** People with open words, those who wait outside first, then by how long it is open. */
async function openMatters(ctx: Ctx): Promise<Open[]> {
  const { rows } = await sql<Open>`
    select m.id, m.name, m.position, m.state, m.head_id, h.name as head_name
    from (select member_id, min(said_at) as since from declarations
      where company_id = ${ctx.viewer.company_id} and closed_at is null group by member_id) d
    join members m on m.company_id = ${ctx.viewer.company_id} and m.id = d.member_id and m.state <> 'left'
    left join members h on h.company_id = m.company_id and h.id = m.head_id
    order by m.state = 'invited' desc, d.since, m.name`.execute(ctx.db)
  return rows
}

type Expected = {
  id: string
  name: string
  email: string | null
  named_by: { id: string; name: string }
  named_at: string
  waiting: { id: string; name: string }[]
}

/** Heads who are still expected, with those who have named them. */
async function expectedOf(ctx: Ctx) {
  const { rows } = await sql<Expected>`
    select e.id, e.name, e.email, e.named_at, jsonb_build_object('id', b.id, 'name', b.name) as named_by, w.waiting
    from expected_heads e join members b on b.company_id = e.company_id and b.id = e.named_by
    cross join lateral (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) order by m.name), '[]') as waiting
      from declarations d join members m on m.company_id = d.company_id and m.id = d.member_id and m.state <> 'left'
      where d.company_id = e.company_id and d.expected_head_id = e.id and d.closed_at is null) w
    where e.company_id = ${ctx.viewer.company_id} and e.member_id is null and jsonb_array_length(w.waiting) > 0
    order by e.named_at`.execute(ctx.db)
  return rows.map((row) => ({ ...row, can: { match: treePolicy.match(ctx.viewer) } }))
}
