import { type RawBuilder, sql } from 'kysely'
import type { Silence } from '#contract/orders.ts'
import type { Ctx } from '#platform/ctx.ts'

/** Silence that accepts a round, as it is agreed on the day of sending; the round keeps it (APR-5). */
export type SilenceTerms = Silence & {
  contract_id: string
  /** The end of the last day. */
  accepts_at: Date
  /** When whoever has not answered is reminded; null: never. */
  remind_at: Date | null
}

export const silenceColumns = (terms: SilenceTerms | null) =>
  terms && {
    silence_contract_id: terms.contract_id,
    silence_contract_number: terms.contract_number,
    silence_contract_signed_on: terms.contract_signed_on,
    silence_days: terms.days,
    silence_last_day: terms.last_day,
    silence_accepts_at: terms.accepts_at,
    silence_remind_at: terms.remind_at,
  }

/** What of it is shown, of a round `ar`. */
export const silenceJson: RawBuilder<Silence | null> = sql`case when ar.silence_accepts_at is not null then
  jsonb_build_object('contract_number', ar.silence_contract_number, 'contract_signed_on', ar.silence_contract_signed_on,
    'days', ar.silence_days, 'last_day', ar.silence_last_day) end`

/** What the clock finds. */
export type Found = { company_id: string; subject_id: string; round_id: string }

/** Rounds of all companies that silence has accepted by now; for the eyes of the relay. */
export const silentRounds = (ctx: Ctx): Promise<Found[]> => waitingSince(ctx, 'silence_accepts_at')

/** Rounds of all companies whose customers are to be reminded by now; for the eyes of the relay. */
export const roundsToRemind = (ctx: Ctx): Promise<Found[]> => waitingSince(ctx, 'silence_remind_at')

const waitingSince = ({ db, now }: Ctx, column: 'silence_accepts_at' | 'silence_remind_at') =>
  db
    .selectFrom('approval_rounds')
    .select(['company_id', 'subject_id', 'id as round_id'])
    .where('subject_kind', '=', 'order')
    .where('decision', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('silence_broken_at', 'is', null)
    .where(column, '<=', now.toISOString())
    .orderBy(column)
    .limit(AT_ONCE)
    .execute()

/** The rest is found the next time. */
const AT_ONCE = 1000

/**
 * A round that nobody has decided when silence has its say, and since when its customer could have written; undefined
 * where there is none. While somebody else decides the caller holds its subject.
 */
export const silenceOver = ({ db, viewer, now }: Ctx, round_id: string) =>
  db
    .selectFrom('approval_rounds')
    .select(['number', 'contact_id', 'counterparty_id', 'sent_at'])
    .where('company_id', '=', viewer.company_id)
    .where('id', '=', round_id)
    .where('decision', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('silence_broken_at', 'is', null)
    .where('silence_accepts_at', '<=', now.toISOString())
    .executeTakeFirst()

/** The customer has written meanwhile: silence accepts this round no more. */
export async function breakSilence({ db, viewer, now }: Ctx, round_id: string): Promise<void> {
  await db
    .updateTable('approval_rounds')
    .set({ silence_broken_at: now, silence_remind_at: null })
    .where('company_id', '=', viewer.company_id)
    .where('id', '=', round_id)
    .execute()
}

/** To whom a reminder is due by now; undefined where it went, or there is nothing to remind of. */
export const reminderDue = ({ db, viewer, now }: Ctx, round_id: string) =>
  db
    .selectFrom('approval_rounds')
    .select(['number', 'contact_id', 'silence_last_day as last_day'])
    .where('company_id', '=', viewer.company_id)
    .where('id', '=', round_id)
    .where('decision', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('silence_remind_at', '<=', now.toISOString())
    .where('silence_accepts_at', '>', now.toISOString())
    .executeTakeFirst()

/** That it is due no more; `sent`: that it went. */
export async function settleReminder({ db, viewer, now }: Ctx, round_id: string, sent: boolean): Promise<void> {
  await db
    .updateTable('approval_rounds')
    .set({ silence_remind_at: null, reminded_at: sent ? now : null })
    .where('company_id', '=', viewer.company_id)
    .where('id', '=', round_id)
    .execute()
}
