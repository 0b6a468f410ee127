import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/tree.ts'
import type { Ctx } from '#platform/ctx.ts'
import { missing, Refused } from '#platform/errors.ts'
import { wordsAbout } from './declarations.ts'
import { findStaff } from './queries.ts'
import { seenBelow } from './seen-below.ts'

/** The heads of one person in turn, latest first, and who said what of them: for himself and those above him. */
export async function showHeads(ctx: Ctx, { member_id }: Input<typeof contract.getHeads>) {
  const { id } = await findStaff(ctx, member_id)
  const seen = await seenBelow(ctx)
  if (seen && !seen.has(id)) throw new Refused(missing('member'))
  const rows = await ctx.db
    .selectFrom('placements as p')
    .leftJoin('members as h', (join) => join.onRef('h.company_id', '=', 'p.company_id').onRef('h.id', '=', 'p.head_id'))
    .leftJoin('members as b', (join) =>
      join.onRef('b.company_id', '=', 'p.company_id').onRef('b.id', '=', 'p.placed_by'),
    )
    .select(['p.id', 'p.from_at', 'p.to_at', 'h.id as head_id', 'h.name as head_name'])
    .select(['b.id as by_id', 'b.name as by_name'])
    .where('p.company_id', '=', ctx.viewer.company_id)
    .where('p.member_id', '=', id)
    .orderBy('p.from_at', 'desc')
    .limit(100)
    .execute()
  return {
    placements: rows.map(({ head_id, head_name, by_id, by_name, ...row }) => ({
      ...row,
      head: person(head_id, head_name),
      placed_by: person(by_id, by_name),
    })),
    declarations: (await wordsAbout(ctx, [id], false)).toReversed(),
  }
}

const person = (id: string | null, name: string | null) => (id && name ? { id, name } : null)
