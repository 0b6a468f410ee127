import { sql } from 'kysely'
import type { HeldThing } from '#contract/leaving.ts'
import type { Person } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { holdRows } from '#platform/db/hold-rows.ts'
import { tell } from '#platform/events/tell.ts'
import { together } from '#platform/together.ts'

/** Open dialogues that a person has, those that wait for an answer first. */
export async function dialoguesHeldBy({ db, viewer }: Ctx, member_id: string): Promise<HeldThing[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select c.id, coalesce(k.name, c.title, nullif(c.preview, ''), h.name) as title from conversations c
      join channels h on h.company_id = c.company_id and h.id = c.channel_id
      left join contacts k on k.company_id = c.company_id and k.id = c.contact_id
    where c.company_id = ${viewer.company_id} and c.assignee_id = ${member_id} and c.closed_at is null
    order by c.waiting_since nulls last, c.last_at desc, c.id`.execute(db)
  return rows.map((row) => ({ ...row, number: null }))
}

/** Holds these dialogues until the transaction ends. */
export const holdDialogues = (ctx: Ctx, ids: readonly string[]): Promise<void> => holdRows(ctx, 'conversations', ids)

type Handing = { from: Person; to: Person | null; ids: readonly string[] }

/**
 * Another has these dialogues from now on, or nobody, so that whoever answers takes them (INB-24). They are held. Those that are
 * closed go the same way without a word: a message that opens one finds somebody who works here, or nobody.
 */
export async function handDialogues(ctx: Ctx, { from, to, ids }: Handing): Promise<void> {
  const { rows } = await sql<{ id: string; told: boolean }>`update conversations
    set assignee_id = ${to?.id ?? null}, version = version + 1
    where company_id = ${ctx.viewer.company_id} and assignee_id = ${from.id}
      and (id = any(${ids}::uuid[]) or closed_at is not null)
    returning id, closed_at is null as told`.execute(ctx.db)
  const facts = { from: { id: from.id, name: from.name }, to: to && { id: to.id, name: to.name } }
  await together(...rows.filter(({ told }) => told).map((row) => tell(ctx, 'conversation.assigned', row, facts)))
}
