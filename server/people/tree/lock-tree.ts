import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'

/**
 * Holds the company's tree until the transaction ends (TREE-1): to be called before the tree is read for a change.
 * Gives the moment of the change. Requests that wait for each other may have begun in another order than they go on,
 * so it is not simply now: each change comes after the one before it, and the tree of any moment is one that was.
 */
export async function lockTree(ctx: Ctx): Promise<Date> {
  const { rows } = await sql<{ at: string }>`
    update companies set tree_changed_at = greatest(tree_changed_at + interval '1 millisecond', ${ctx.now}::timestamptz)
    where id = ${ctx.viewer.company_id} returning tree_changed_at as at`.execute(ctx.db)
  const [held] = rows
  if (!held) throw new Error('the tree of a company that is not there')
  return new Date(held.at)
}
