import { sql } from 'kysely'
import type { Certificate } from '#contract/certificates.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { found } from '#platform/errors.ts'

/** How long before its end a certificate asks for the next one. */
export const DAYS_AHEAD = 30

/**
 * Of several of one kind the one that holds longest counts, in whatever case its name is written; the others are
 * replaced (PRF-5). To be asked of rows `c` of one person or several.
 */
export const COUNTS = sql<boolean>`(row_number() over (partition by c.member_id, lower(c.kind)
  order by c.expires_on desc nulls first, c.created_at desc, c.id desc) = 1)`

/** Certificates of a person, with their states on the company's day: what runs out first comes first. */
export async function certificatesOf({ db, viewer, now }: Ctx, member_id: string): Promise<Certificate[]> {
  const today = dayIn(viewer.time_zone, now)
  const { rows } = await sql<Certificate>`
    select id, kind, number, issued_on, expires_on, version,
      case when not counts then 'replaced' when expires_on < ${today}::date then 'expired'
        when expires_on <= ${today}::date + ${sql.lit(DAYS_AHEAD)} then 'expiring' else 'valid' end as state
    from (select c.*, ${COUNTS} as counts from certificates c
      where c.company_id = ${viewer.company_id} and c.member_id = ${member_id} and c.removed_at is null) c
    order by counts desc, expires_on nulls last, kind, id`.execute(db)
  return rows
}

/** One certificate that stands on a page, held until the transaction ends. */
export async function lockCertificate({ db, viewer }: Ctx, certificate_id: string) {
  const row = await db
    .selectFrom('certificates')
    .select(['id', 'member_id', 'kind', 'number', 'issued_on', 'expires_on', 'version'])
    .where('company_id', '=', viewer.company_id)
    .where('id', '=', certificate_id)
    .where('removed_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return found(row, 'certificate')
}
