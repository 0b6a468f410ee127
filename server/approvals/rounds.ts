import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Round } from '#contract/orders.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isoText } from '#platform/db/json-time.ts'
import { contactJson, counterpartyJson } from '#server/counterparties/index.ts'
import { personJson } from '#server/people/index.ts'
import { silenceJson } from './silence.ts'

export type RoundCard = Static<typeof Round>

const company = sql`ar.company_id`

/** Photos of a round in their order, those of one side or of both. */
const photosOf = sql`(select coalesce(jsonb_agg(jsonb_build_object('file_id', rp.file_id, 'side', rp.side, 'stage', rp.stage,
    'taken_at', ${isoText(sql`rp.taken_at`)}) order by rp.side desc, rp.position), '[]')
  from round_photos rp where rp.company_id = ar.company_id and rp.round_id = ar.id)`

/** All rounds of a thing as its company sees them, the first one first. */
export async function roundsOf(ctx: Ctx, subject_id: string): Promise<RoundCard[]> {
  const { rows } = await sql<RoundCard>`
    select ar.id, ar.number, ar.summary, ${personJson(company, sql`ar.sent_by`)} as sent_by, ar.sent_at, ar.answer_by,
      ar.opened_at, ar.decision, ar.decided_at, ar.reason, ar.words, ar.withdrawn_at, ar.by_silence, ar.reminded_at, ar.silence_broken_at,
      ${silenceJson} as silence, ${photosOf} as photos,
      case when ar.decision is not null and not ar.by_silence then jsonb_build_object(
        'name', coalesce(${personJson(company, sql`ar.decided_by_member_id`)}->>'name',
          ${contactJson(company, sql`ar.decided_by_contact_id`)}->>'name', ${counterpartyJson(company, sql`ar.counterparty_id`)}->>'name'),
        'in_place_of_customer', ar.decided_by_member_id is not null,
        'proof', ar.proof, 'proof_file_id', ar.proof_file_id) end as decided_by
    from approval_rounds ar where ar.company_id = ${ctx.viewer.company_id} and ar.subject_id = ${subject_id}
    order by ar.number`.execute(ctx.db)
  return rows
}

export type ShownPhoto = {
  file_id: string
  side: 'result' | 'rejection'
  stage: 'before' | 'after' | 'other'
  taken_at: string
}

/** A round as the customer reads it: nothing here leads to a person of the company but the names he is shown. */
export type ShownRound = Pick<
  RoundCard,
  | 'id'
  | 'number'
  | 'summary'
  | 'sent_at'
  | 'answer_by'
  | 'opened_at'
  | 'decision'
  | 'decided_at'
  | 'reason'
  | 'words'
  | 'silence'
  | 'by_silence'
> & {
  photos: ShownPhoto[]
  workers: { name: string; trade: string | null }[]
  /** The contact who decided. Of a decision recorded in his place the member, whom the customer's eyes cannot name. */
  decided_by: string | null
  decided_by_member_id: string | null
}

/** Rounds of a thing through the customer's own walls, the last one first. What was taken back is not shown. */
export async function shownRounds(ctx: Ctx, subject_id: string): Promise<ShownRound[]> {
  const { rows } = await sql<ShownRound>`
    select ar.id, ar.number, ar.summary, ar.sent_at, ar.answer_by, ar.opened_at, ar.decision, ar.decided_at, ar.reason,
      ar.words, ar.decided_by_member_id, ar.by_silence,
      case when ar.silence_broken_at is null then ${silenceJson} end as silence, ${photosOf} as photos,
      (select coalesce(jsonb_agg(jsonb_build_object('name', rw.name, 'trade', rw.trade) order by rw.name), '[]')
        from round_workers rw where rw.company_id = ar.company_id and rw.round_id = ar.id) as workers,
      case when ar.decided_by_member_id is null and ar.decision is not null and not ar.by_silence then coalesce(
        ${contactJson(company, sql`ar.decided_by_contact_id`)}->>'name',
        ${counterpartyJson(company, sql`ar.counterparty_id`)}->>'name') end as decided_by
    from approval_rounds ar
    where ar.company_id = ${ctx.viewer.company_id} and ar.subject_id = ${subject_id} and ar.withdrawn_at is null
    order by ar.number desc`.execute(ctx.db)
  return rows
}
