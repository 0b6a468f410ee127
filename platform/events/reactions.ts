import type { Ctx } from '../ctx.ts'
import type { EventName, Events } from './tell.ts'

/** A fact as a reaction hears it. `event_id` is the natural key of what the reaction makes: it may run twice. */
export type Heard<N extends EventName> = {
  event_id: string
  subject_id: string
  actor_id: string | null
  at: string
  facts: Events[N]
}

export type Reaction = {
  /** Stands in the queue: never renamed while jobs of it wait. */
  name: string
  on: readonly string[]
  run(ctx: Ctx, event: Heard<EventName> & { name: string }): Promise<void>
}

/** What another context does about a fact, after the commit, in a transaction of its own. */
export function when<N extends EventName>(
  name: string,
  on: N,
  run: (ctx: Ctx, event: Heard<N>) => Promise<void>,
): Reaction {
  return { name, on: [on], run: run as never }
}
