import type { Static, TSchema } from 'typebox'
import { sql } from 'kysely'
import type { Ctx, World } from '../ctx.ts'

/** Work for after the commit, and for the outside world. Thrown errors are tried again with growing pauses. */
export type Job<P extends TSchema = TSchema> = {
  name: string
  payload: P
  /** Runs with the program's eyes in the company that the payload names, in a transaction of its own. */
  run(ctx: Ctx, payload: Static<P>): Promise<void>
}

export const job = <P extends TSchema>(spec: Job<P>): Job<P> => spec

/**
 * Work in the outside world that may take its time: what is to be done is read in one transaction, done outside of
 * any, and what came of it is written down in another. `act` gives its own failures as a result; what it throws is
 * tried again from `take` on, as after a crash.
 */
export type Errand<P extends TSchema, W, R> = {
  name: string
  payload: P
  /** What is to be done; null when there is nothing (any more). */
  take(ctx: Ctx, payload: Static<P>): Promise<W | null>
  act(work: W, world: World): Promise<R>
  keep(ctx: Ctx, work: W, result: R): Promise<void>
}

/** A job that is done outside of a transaction, as the queue knows it. */
export type OutsideJob = Omit<Job, 'run'> & { outside: Errand<TSchema, unknown, unknown> }

export const errand = <P extends TSchema, W, R>(spec: Errand<P, W, R>): OutsideJob => ({
  name: spec.name,
  payload: spec.payload,
  outside: spec,
})

/** One step of a long work: a transaction with the program's eyes in the company, done when it is committed. */
export type Step = <T>(act: (ctx: Ctx) => Promise<T>) => Promise<T>

/**
 * Long work in steps, such as the reading of a large file: between the steps nothing of the database is held. A crash
 * loses one step; the next try begins anew, and finds what the steps before have written.
 */
export type March<P extends TSchema = TSchema> = {
  name: string
  payload: P
  march(step: Step, payload: Static<P>, world: World): Promise<void>
}

export const march = <P extends TSchema>(spec: March<P>): March<P> => spec

type When = { key?: string; run_at?: Date; max_attempts?: number }

/** Puts a job into the queue in the caller's transaction: it exists if and only if the caller's rows do. */
export async function enqueue<P extends TSchema>(
  ctx: Ctx,
  { name }: Pick<Job<P>, 'name' | 'payload'>,
  payload: Static<P>,
  { key, run_at, max_attempts = 25 }: When = {},
): Promise<void> {
  const whole = { ...(payload as object), company_id: ctx.viewer.company_id }
  await sql`select enqueue(${name}, ${whole}::jsonb, ${key ?? null}, ${run_at ?? null}, ${max_attempts}::int)`.execute(
    ctx.db,
  )
}
