import { sql } from 'kysely'
import type { Person } from '#contract/people.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { together } from '#platform/together.ts'
import { closeWords, say } from '../tree/declarations.ts'
import { handReports, place } from '../tree/place.ts'
import { findHead, findStaff, isBelow } from '../tree/queries.ts'
import { circleOf, putUnder } from '../tree/reconcile.ts'
import { asksWaitingFor } from './held-people.ts'

type Handing = { from: Person & { head_id: string | null }; to: Person; at: Date }

/**
 * Puts those who answer to a person under another (PPL-17). Where that is one of those below him, he rises to the head
 * that the person had, or a circle would come of it. The tree is held.
 */
export async function handReportsOf(ctx: Ctx, { from, to, at }: Handing): Promise<void> {
  const heir = await findHead(ctx, to.id)
  insist(heir ? null : invalid('held', 'tree.head_inactive'))
  if (from.head_id && (await isBelow(ctx, to.id, from.id)))
    await place(ctx, { member_id: to.id, head_id: from.head_id, at })
  const reports = await reportsBut(ctx, from.id, to.id)
  await handReports(ctx, from.id, { to: to.id, at })
  await together(
    ...reports.map((one) => tell(ctx, 'member.placed', one, { name: one.name, head: to.name, from: from.name })),
  )
}

async function reportsBut({ db, viewer }: Ctx, head_id: string, heir_id: string): Promise<Person[]> {
  return db
    .selectFrom('members')
    .select(['id', 'name'])
    .where('company_id', '=', viewer.company_id)
    .where('head_id', '=', head_id)
    .where('kind', '=', 'staff')
    .where('id', '<>', heir_id)
    .execute()
}

/** Whoever has named him as his head and waits for his word stands under the other from now on, and nothing is open. */
export async function settleAsks(ctx: Ctx, { from, to, at }: Omit<Handing, 'from'> & { from: Person }): Promise<void> {
  for (const { id } of await asksWaitingFor(ctx, from.id)) {
    const [who, head] = [await findStaff(ctx, id), await findStaff(ctx, to.id)]
    if (who.id === head.id || (await circleOf(ctx, who, head))) {
      await closeWords(ctx, who.id)
      continue
    }
    await putUnder(ctx, who, { head, at })
    const word = { said_as: 'settler', said_by: memberOf(ctx), head_id: head.id, agrees: true } as const
    await say(ctx, { ...word, member_id: who.id, at: ctx.now })
    await closeWords(ctx, who.id)
  }
}

/** Holds invitations until the transaction ends: to be called before the tree is held, as whoever accepts one does. */
export async function holdInvitationsUnder({ db, viewer }: Ctx, member_id: string): Promise<void> {
  await db
    .selectFrom('invitations')
    .select('id')
    .where('company_id', '=', viewer.company_id)
    .where('head_id', '=', member_id)
    .where('state', 'in', ['sent', 'opened'])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

type Moving = { from: Person; to: Person; ids: readonly string[] }

/** Performers whose head he was answer to another. */
export async function handPerformers({ db, viewer }: Ctx, { from, to, ids }: Moving): Promise<void> {
  await db
    .updateTable('members')
    .set((own) => ({ head_id: to.id, version: own('version', '+', 1) }))
    .where('company_id', '=', viewer.company_id)
    .where('head_id', '=', from.id)
    .where('kind', '=', 'performer')
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
}

/** Invitations to come under him lead under another; who sent them is still told. */
export async function handInvitations({ db, viewer }: Ctx, { from, to, ids }: Moving): Promise<void> {
  await db
    .updateTable('invitations')
    .set({ head_id: to.id })
    .where('company_id', '=', viewer.company_id)
    .where('head_id', '=', from.id)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
}
