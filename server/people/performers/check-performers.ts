import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/performers.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist, invalid } from '#platform/errors.ts'
import { memberPolicy } from '../members/policy.ts'
import { isPoolName } from '../pools/named-pools.ts'
import { MOST } from './add-performers.ts'
import { readColumns } from './read-columns.ts'
import { readPerformers } from './read-performers.ts'

/** How a pasted list of performers, or its lines as they were mended since, would be understood (PRF-1); nothing is written. */
export async function checkPerformers(
  ctx: Ctx,
  { text, lines: mended, make_pools }: Input<typeof contract.checkPerformers>,
) {
  insist(memberPolicy.add(ctx.viewer))
  const { lines, unread } = mended ? { lines: mended, unread: [] } : readColumns(text ?? '', await isPoolName(ctx))
  const { length } = lines
  insist(length > MOST ? invalid(mended ? 'lines' : 'text', 'list.too_long', { n: length, limit: MOST }) : null)
  return { lines: await readPerformers(ctx, lines, make_pools), unread }
}
