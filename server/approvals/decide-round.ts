import type { Ctx } from '#platform/ctx.ts'
import { found, insist } from '#platform/errors.ts'
import { addPhotos, type Photo } from './open-round.ts'
import { roundPolicy, type Verdict } from './policy.ts'

/**
 * Whose word it is: the contact's own, or a member's who records it in the customer's place and says on what proof; or
 * nobody's, where no answer came.
 */
export type Decider =
  | 'silence'
  | { contact_id: string | null }
  | { member_id: string; proof: string; proof_file_id: string | null }

type Deciding = Verdict & { round_id: string; subject_id: string; by: Decider; photos?: readonly Photo[] }

/**
 * Decides a round, once (APR-2): the row is held first and read after, so of two decisions at once one stands and
 * the other is told which. For a customer the caller lends the program's eyes.
 */
export async function decideRound(
  ctx: Ctx,
  { round_id, subject_id, by, photos = [], ...verdict }: Deciding,
): Promise<{ number: number }> {
  insist(roundPolicy.verdict(verdict))
  await roundRow(ctx, { round_id, subject_id }).forNoKeyUpdate().execute()
  const round = found(await roundRow(ctx, { round_id, subject_id }).executeTakeFirst(), 'round')
  insist(roundPolicy.open(round))
  await ctx.db
    .updateTable('approval_rounds')
    .set({
      decision: verdict.decision,
      decided_at: ctx.now,
      reason: verdict.decision === 'rejected' ? (verdict.reason ?? null) : null,
      words: verdict.words?.trim() || null,
      ...deciderColumns(by),
    })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', round_id)
    .execute()
  await addPhotos(ctx, { round_id, side: 'rejection', photos })
  return { number: round.number }
}

function deciderColumns(by: Decider) {
  if (by === 'silence') return { by_silence: true }
  if ('contact_id' in by) return { decided_by_contact_id: by.contact_id }
  return { decided_by_member_id: by.member_id, proof: by.proof, proof_file_id: by.proof_file_id }
}

const roundRow = ({ db, viewer }: Ctx, { round_id, subject_id }: { round_id: string; subject_id: string }) =>
  db
    .selectFrom('approval_rounds')
    .select(['number', 'decision', 'by_silence', 'withdrawn_at'])
    .where('company_id', '=', viewer.company_id)
    .where('subject_id', '=', subject_id)
    .where('id', '=', round_id)

const undecided = ({ db, viewer }: Ctx, subject_id: string) =>
  db
    .updateTable('approval_rounds')
    .where('company_id', '=', viewer.company_id)
    .where('subject_id', '=', subject_id)
    .where('decision', 'is', null)
    .where('withdrawn_at', 'is', null)

/** Takes back a round that waits, if there is one (APR-4). */
export async function withdrawRound(ctx: Ctx, subject_id: string): Promise<void> {
  await undecided(ctx, subject_id).set({ withdrawn_at: ctx.now }).execute()
}

/** Notes when the customer first saw a round that waits for him. */
export async function noteOpened(ctx: Ctx, subject_id: string): Promise<void> {
  await undecided(ctx, subject_id).set({ opened_at: ctx.now }).where('opened_at', 'is', null).execute()
}
