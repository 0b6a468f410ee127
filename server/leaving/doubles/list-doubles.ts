import type { listDoubles as contract } from '#contract/doubles.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { findDoubles } from '#server/people/index.ts'

/** Cards that may be one person, for those who could make one of them (DBL-5). */
export async function listDoubles(ctx: Ctx, asked: Input<typeof contract>) {
  return findDoubles(ctx, asked)
}
