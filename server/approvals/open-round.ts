import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Ctx } from '#platform/ctx.ts'
import { memberOf } from '#platform/ctx.ts'
import { silenceColumns, type SilenceTerms } from './silence.ts'

export type Photo = { file_id: string; stage: 'before' | 'after' | 'other'; taken_at: string }
export type Worker = { member_id: string; name: string; trade: string | null }

type New = {
  subject_kind: string
  subject_id: string
  counterparty_id: string
  contact_id: string | null
  summary: string
  answer_by: string | null
  silence: SilenceTerms | null
  photos: readonly Photo[]
  workers: readonly Worker[]
}

/**
 * Shows a result for decision: a new round, with photos and names as they are now (APR-1), and what
 * comes of no answer (APR-5). The caller holds the
 * subject's row, so that rounds number themselves one after another.
 */
export async function openRound(
  ctx: Ctx,
  { photos, workers, silence, ...round }: New,
): Promise<{ id: string; number: number }> {
  const { company_id } = ctx.viewer
  const id = uuidv7()
  const { number } = await ctx.db
    .insertInto('approval_rounds')
    .values(({ selectFrom }) => ({
      ...round,
      ...silenceColumns(silence),
      company_id,
      id,
      number: selectFrom('approval_rounds')
        .select(sql<number>`coalesce(max(number), 0) + 1`.as('next'))
        .where('company_id', '=', company_id)
        .where('subject_id', '=', round.subject_id),
      sent_by: memberOf(ctx),
      sent_at: ctx.now,
    }))
    .returning('number')
    .executeTakeFirstOrThrow()
  await Promise.all([
    addPhotos(ctx, { round_id: id, side: 'result', photos }),
    workers.length > 0 &&
      ctx.db
        .insertInto('round_workers')
        .values(workers.map((worker) => ({ ...worker, company_id, round_id: id })))
        .execute(),
  ])
  return { id, number }
}

type Photos = { round_id: string; side: 'result' | 'rejection'; photos: readonly Photo[] }

export async function addPhotos({ db, viewer }: Ctx, { round_id, side, photos }: Photos): Promise<void> {
  if (photos.length === 0) return
  const rows = photos.map((photo, position) => ({ ...photo, company_id: viewer.company_id, round_id, side, position }))
  await db
    .insertInto('round_photos')
    .values(rows)
    .onConflict((clash) => clash.doNothing())
    .execute()
}
