import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/papers.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found, insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { findPapersOwner } from '#server/people/index.ts'
import { papersOf } from './list-papers.ts'

/** Takes a paper off the page of a person (PAP-3); twice is once. */
export const removePaper = (ctx: Ctx, { paper_id }: Input<typeof contract.removePaper>) => turn(ctx, paper_id, false)

/** Puts it back. */
export const restorePaper = (ctx: Ctx, { paper_id }: Input<typeof contract.restorePaper>) => turn(ctx, paper_id, true)

async function turn(ctx: Ctx, paper_id: string, there: boolean) {
  const { removed_at, member_id, kind } = await lockPaper(ctx, paper_id)
  const owner = await findPapersOwner(ctx, member_id)
  insist(owner.can.read)
  if ((removed_at === null) === there) return papersOf(ctx, owner)
  await ctx.db
    .updateTable('member_papers')
    .set({ removed_at: there ? null : ctx.now })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', paper_id)
    .execute()
  const facts = { name: owner.name, kind }
  await tell(ctx, there ? 'member.paper_restored' : 'member.paper_removed', owner, facts)
  return papersOf(ctx, owner)
}

export async function lockPaper({ db, viewer }: Ctx, paper_id: string) {
  const row = await db
    .selectFrom('member_papers')
    .select(['removed_at', 'member_id', 'kind', 'title'])
    .where('company_id', '=', viewer.company_id)
    .where('id', '=', paper_id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return found(row, 'paper')
}
