import { uuidv7 } from 'uuidv7'
import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/papers.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { keepAsPaper } from '#server/files/index.ts'
import { findPapersOwner } from '#server/people/index.ts'
import { papersOf } from './list-papers.ts'

/** Puts a file that the viewer has uploaded among the papers of a person (PAP-2). */
export async function addPaper(ctx: Ctx, { member_id, file_id, kind, title }: Input<typeof contract.addPaper>) {
  const owner = await findPapersOwner(ctx, member_id, { hold: true })
  insist(owner.can.add)
  const file = await keepAsPaper(ctx, file_id, owner.id)
  await ctx.db
    .insertInto('member_papers')
    .values({
      company_id: ctx.viewer.company_id,
      id: uuidv7(),
      member_id,
      file_id,
      kind,
      title: title?.trim() || file.name,
      added_by: memberOf(ctx),
      added_at: ctx.now,
    })
    .execute()
  await tell(ctx, 'member.paper_added', owner, { name: owner.name, kind })
  return papersOf(ctx, owner)
}
