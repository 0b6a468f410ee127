import { uuidv7 } from 'uuidv7'
import type { Ctx } from '../ctx.ts'
import { insertRow } from '../db/insert-row.ts'

/** Names of facts and what each carries; every context adds its own in `events.ts`. */
// oxlint-disable-next-line typescript/no-empty-interface
export interface Events {}

export type EventName = keyof Events
/** What a fact is about: the kind is the part of the name before the dot. */
type About = { id: string }

/**
 * Writes down that something happened, in the transaction in which it happened (S94).
 *
 * The row is at once history, live update and the start of reactions; those run after the commit.
 * @param subject the thing it happened to; its kind is the first word of the name: `order.moved`
 */
export async function tell<N extends EventName>(ctx: Ctx, name: N, subject: About, facts: Events[N]): Promise<void> {
  const { viewer } = ctx
  await insertRow(ctx.db, 'events', {
    company_id: viewer.company_id,
    id: uuidv7(),
    name,
    actor_kind: viewer.kind,
    actor_id: viewer.kind === 'customer' ? viewer.contact_id : viewer.subject_id,
    actor_name: viewer.name,
    actor_key: viewer.via ?? null,
    subject_kind: name.slice(0, name.indexOf('.')),
    subject_id: subject.id,
    at: ctx.now,
    facts: facts as never,
  })
  if (!ctx.afterCommit.includes(ctx.world.ring)) ctx.afterCommit.push(ctx.world.ring)
}
