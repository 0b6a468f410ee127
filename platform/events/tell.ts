import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Ctx, Viewer } from '../ctx.ts'
import { insertTrailing } from '../db/kysely.ts'

/** Names of facts and what each carries; every context adds its own in `events.ts`. */
// oxlint-disable-next-line typescript/no-empty-interface
export interface Events {}

export type EventName = keyof Events
/**
 * What a fact is about: the kind is the part of the name before the dot. Whose matter the thing is stands in it: where
 * a deputy acts, the history says for whom.
 */
type About = { id: string; curator_id?: string | null; responsible_id?: string | null }

/**
 * Writes down that something happened, in the transaction in which it happened (S94).
 *
 * The row is at once history, live update and the start of reactions; those run after the commit.
 * @param subject the thing it happened to; its kind is the first word of the name: `order.moved`
 */
export async function tell<N extends EventName>(ctx: Ctx, name: N, subject: About, facts: Events[N]): Promise<void> {
  await insertTrailing(ctx.db, 'events', rowOf(ctx, name, subject, facts))
  ringAfter(ctx)
}

/** The same fact of many things, in one statement however many they are. */
export async function tellMany<N extends EventName>(
  ctx: Ctx,
  name: N,
  told: readonly { subject: About; facts: Events[N] }[],
): Promise<void> {
  if (told.length === 0) return
  const rows = told.map(({ subject, facts }) => rowOf(ctx, name, subject, facts))
  await ctx.db.insertInto('events').values(rows).execute()
  ringAfter(ctx)
}

/**
 * The same for the history alone: no screen and no reaction hears of it. A hundred thousand facts in a minute would
 * drown both; what they are part of is told aloud by one fact of its own.
 */
export async function tellQuietly<N extends EventName>(
  ctx: Ctx,
  name: N,
  told: readonly { subject: About; facts: Events[N] }[],
): Promise<void> {
  if (told.length === 0) return
  // Screens and reactions read on from the transaction that they have come to: before the first there is nothing new.
  const rows = told.map(({ subject, facts }) => ({ ...rowOf(ctx, name, subject, facts), xid: BEFORE_ALL }))
  await sql`insert into events (company_id, id, name, actor_kind, actor_id, actor_name, subject_kind, subject_id, at, facts, xid)
    select r.company_id, r.id, r.name, r.actor_kind, r.actor_id, r.actor_name, r.subject_kind, r.subject_id, r.at, r.facts, r.xid
    from jsonb_to_recordset(${{ rows }}::jsonb -> 'rows') r (company_id uuid, id uuid, name text, actor_kind text, actor_id uuid,
      actor_name text, subject_kind text, subject_id uuid, at timestamptz, facts jsonb, xid xid8)`.execute(ctx.db)
}

const BEFORE_ALL = '0'

function rowOf<N extends EventName>({ viewer, now }: Ctx, name: N, subject: About, facts: Events[N]) {
  return {
    company_id: viewer.company_id,
    id: uuidv7(),
    name,
    actor_kind: viewer.kind,
    actor_id: viewer.kind === 'customer' ? viewer.contact_id : viewer.subject_id,
    actor_name: viewer.name,
    actor_key: viewer.via ?? null,
    actor_for: absentBehind(viewer, subject),
    subject_kind: name.slice(0, name.indexOf('.')),
    subject_id: subject.id,
    at: now,
    facts: facts as never,
  }
}

function ringAfter(ctx: Ctx): void {
  if (!ctx.afterCommit.includes(ctx.world.ring)) ctx.afterCommit.push(ctx.world.ring)
}

/** The name of the person whose matter it is, when the viewer handles it in his place. */
function absentBehind({ acts_for }: Viewer, { curator_id, responsible_id }: About): string | null {
  return acts_for?.find(({ id }) => id === curator_id || id === responsible_id)?.name ?? null
}
