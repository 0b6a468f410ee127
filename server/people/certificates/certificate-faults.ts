import { type RawBuilder, sql } from 'kysely'
import type * as contract from '#contract/certificates.ts'
import type { CertificateFault } from '#contract/certificates.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { handledBy } from '../substitutions/acts-for.ts'
import { dayIn } from '#platform/days.ts'
import { can } from '../rights.ts'
import { COUNTS, DAYS_AHEAD } from './queries.ts'

/**
 * What is wrong with the certificates of these people on a day (PRF-6): what has run out by then, and what will
 * within thirty days of it. One query, for a choice of performers, a task that is given, a page of people.
 */
export async function certificateFaults(
  ctx: Ctx,
  member_ids: readonly string[],
  day: string = dayIn(ctx.viewer.time_zone, ctx.now),
): Promise<CertificateFault[]> {
  if (member_ids.length === 0) return []
  return faultsWhere(ctx, day, sql`c.member_id = any(${member_ids}::uuid[])`)
}

export async function findCertificateFaults(
  ctx: Ctx,
  { member_id, day }: Input<typeof contract.findCertificateFaults>,
) {
  return { rows: await certificateFaults(ctx, member_id, day) }
}

/**
 * What waits for a person of the staff (PRF-6): certificates of the performers whose head he is. Of those whose head
 * no longer works here they wait for owner and administrators.
 */
export async function certificatesWaiting(ctx: Ctx, limit: number): Promise<CertificateFault[]> {
  const { viewer, now } = ctx
  if (!can(viewer, 'performers.manage')) return []
  const orphans = can(viewer, 'people.manage')
    ? sql`or not exists (select from members h where h.company_id = p.company_id and h.id = p.head_id and h.state = 'active')`
    : sql``
  const his = sql`c.member_id in (select p.id from members p where p.company_id = ${viewer.company_id}
    and p.kind = 'performer' and p.state in ('invited', 'active') and (${handledBy(viewer, sql`p.head_id`)} ${orphans}))`
  return (await faultsWhere(ctx, dayIn(viewer.time_zone, now), his)).slice(0, limit)
}

async function faultsWhere(ctx: Ctx, day: string, whose: RawBuilder<unknown>): Promise<CertificateFault[]> {
  const { rows } = await sql<CertificateFault>`
    select jsonb_build_object('id', m.id, 'name', m.name) as member, c.id as certificate_id, c.kind, c.number, c.expires_on,
      case when c.expires_on < ${day}::date then 'expired' else 'expiring' end as state
    from (select c.*, ${COUNTS} as counts from certificates c
      where c.company_id = ${ctx.viewer.company_id} and c.removed_at is null and ${whose}) c
    join members m on m.company_id = c.company_id and m.id = c.member_id
    where c.counts and c.expires_on <= ${day}::date + ${sql.lit(DAYS_AHEAD)}
    order by c.expires_on, m.name, c.id`.execute(ctx.db)
  return rows
}

/** What certificates the company has so far, to be chosen again: the most frequent first. */
export async function listCertificateKinds({ db, viewer }: Ctx): Promise<{ rows: string[] }> {
  const { rows } = await sql<{ kind: string }>`
    select mode() within group (order by kind) as kind from certificates
    where company_id = ${viewer.company_id} and removed_at is null
    group by lower(kind) order by count(*) desc, 1 limit 100`.execute(db)
  return { rows: rows.map(({ kind }) => kind) }
}
