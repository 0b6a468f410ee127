import { type Ctx, memberOf } from '#platform/ctx.ts'
import { actsFor } from '../substitutions/acts-for.ts'
import { idsBelow } from './queries.ts'

/** Those whom the viewer leads, near and far, with those in whose place he leads, and himself. A performer leads nobody. */
export async function ledBy(ctx: Ctx): Promise<ReadonlySet<string>> {
  return ctx.viewer.kind === 'staff' ? idsBelow(ctx, actsFor(ctx.viewer)) : new Set([memberOf(ctx)])
}
