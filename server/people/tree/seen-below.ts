import type { Ctx } from '#platform/ctx.ts'
import { treePolicy } from './policy.ts'
import { ledBy } from './led-by.ts'

/** Of whom the viewer sees more than the name: himself and all below him; null, everybody (TREE-9). */
export async function seenBelow(ctx: Ctx): Promise<ReadonlySet<string> | null> {
  return treePolicy.seesAll(ctx.viewer) ? null : ledBy(ctx)
}
