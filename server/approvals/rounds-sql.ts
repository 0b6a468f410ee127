import { type RawBuilder, sql } from 'kysely'
import type { Column } from '#platform/db/json-time.ts'

/**
 * The rounds of a thing in short, as a subquery to join laterally: how many there were, and of the last one that
 * was not taken back number, sent_at, decision, whether silence made it, decided_at, reason and words.
 */
export const roundFacts = (company_id: Column, subject_id: Column): RawBuilder<unknown> =>
  sql`(select count(*)::int as rounds,
      (array_agg(ar.decision order by ar.number desc))[1] as decision,
      (array_agg(ar.by_silence order by ar.number desc))[1] as by_silence,
      (array_agg(ar.decided_at order by ar.number desc))[1] as decided_at,
      (array_agg(ar.reason order by ar.number desc))[1] as reason,
      (array_agg(ar.words order by ar.number desc))[1] as words
    from approval_rounds ar
    where ar.company_id = ${company_id} and ar.subject_id = ${subject_id} and ar.withdrawn_at is null)`
