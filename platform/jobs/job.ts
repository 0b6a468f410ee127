import type { Static, TSchema } from 'typebox'
import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'

/** Work for after the commit, and for the outside world. Thrown errors are tried again with growing pauses. */
export type Job<P extends TSchema = TSchema> = {
  name: string
  payload: P
  /** Runs with the program's eyes in the company that the payload names, in a transaction of its own. */
  run(ctx: Ctx, payload: Static<P>): Promise<void>
}

export const job = <P extends TSchema>(spec: Job<P>): Job<P> => spec

type When = { key?: string; run_at?: Date; max_attempts?: number }

/** Puts a job into the queue in the caller's transaction: it exists if and only if the caller's rows do. */
export async function enqueue<P extends TSchema>(
  ctx: Ctx,
  { name }: Job<P>,
  payload: Static<P>,
  { key, run_at, max_attempts = 25 }: When = {},
): Promise<void> {
  const whole = { ...(payload as object), company_id: ctx.viewer.company_id }
  await sql`select enqueue(${name}, ${whole}::jsonb, ${key ?? null}, ${run_at ?? null}, ${max_attempts}::int)`.execute(
    ctx.db,
  )
}
