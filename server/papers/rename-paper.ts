import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/papers.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found, insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { findPapersOwner } from '#server/people/index.ts'
import { papersOf } from './list-papers.ts'
import { lockPaper } from './remove-paper.ts'

/** Calls a paper otherwise (PAP-4). What it is called stands with it only, for those who may read it. */
export async function renamePaper(ctx: Ctx, { paper_id, ...wanted }: Input<typeof contract.renamePaper>) {
  const paper = await lockPaper(ctx, paper_id)
  const owner = await findPapersOwner(ctx, paper.member_id)
  insist(owner.can.read)
  found(paper.removed_at === null ? paper : null, 'paper')
  const { title = paper.title, kind = paper.kind } = wanted
  insist(title.trim() ? null : invalid('title', 'field.required'))
  if (title.trim() === paper.title && kind === paper.kind) return papersOf(ctx, owner)
  await ctx.db
    .updateTable('member_papers')
    .set({ title: title.trim(), kind })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', paper_id)
    .execute()
  await tell(ctx, 'member.paper_renamed', owner, { name: owner.name, kind })
  return papersOf(ctx, owner)
}
