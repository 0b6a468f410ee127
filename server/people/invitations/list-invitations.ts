import { sql } from 'kysely'
import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { fromCursor, pageOf } from '#platform/keyset.ts'
import { asOf, inState, presentInvitation, visibleInvitations } from './queries.ts'

const PAGE = 50

/** Invitations, newest first: all for whoever may invite anybody, else one's own (PPL-12). */
export async function listInvitations(ctx: Ctx, { state, after }: Input<typeof contract.listInvitations>) {
  let query = visibleInvitations(ctx)
  if (state) query = query.where(inState(state, ctx.now))
  if (after) {
    const [at, id] = fromCursor(after, 2)
    query = query.where(sql<boolean>`(i.created_at, i.id) < (${at}::timestamptz, ${id}::uuid)`)
  }
  const rows = await query
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(PAGE + 1)
    .execute()
  const page = pageOf(rows, PAGE, ({ created_at, id }) => [created_at, id])
  return { ...page, rows: page.rows.map((row) => presentInvitation(ctx, asOf(ctx, row))) }
}
