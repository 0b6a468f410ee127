import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'

const manner = (ctx: Ctx, mode: string) => sql`select set_config('plan_cache_mode', ${mode}, true)`.execute(ctx.db)

/**
 * For statements whose plan does not hang on their values: PostgreSQL keeps the first, where to make one takes as long as to
 * run it. Travels ahead of what is sent next and holds for the transaction.
 */
export const planOnce = (ctx: Ctx): Promise<unknown> => manner(ctx, 'force_generic_plan')

/**
 * For statements over a stretch of time or thousands of people: a plan made without their values takes them for a few rows,
 * and looks each up by itself. Travels and holds in the same way.
 */
export const planAnew = (ctx: Ctx): Promise<unknown> => manner(ctx, 'force_custom_plan')
