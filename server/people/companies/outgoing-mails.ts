import { sql } from 'kysely'
import type * as contract from '#contract/outgoing-mails.ts'
import type { Input, Reply } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist, no } from '#platform/errors.ts'
import { fromCursor, pageOf } from '#platform/keyset.ts'
import { can } from '../rights.ts'

const PAGE = 50
type Mail = Reply<typeof contract.listOutgoingMails>['rows'][number]

/**
 * The outbox «Исходящие», newest first: letters of the company, and those about the accounts of its people, which
 * an administrator hands on where no SMTP is configured (PPL-15).
 *
 * A letter about an account opens that account. So it stands here only while nothing else can carry it, an owner's
 * is shown to owners alone, and one of a person who works in several companies in none of them: the administrator of
 * one must not enter the other.
 */
export async function listOutgoingMails(ctx: Ctx, { after }: Input<typeof contract.listOutgoingMails>) {
  insist(can(ctx.viewer, 'mail.read') ? null : no('mail.not_yours'))
  const { company_id, role } = ctx.viewer
  const [at = null, id = null] = after ? fromCursor(after, 2) : []
  const { rows } = await sql<Mail>`
    select id, recipient, subject, body, state, error, created_at, sent_at from (
      select id, recipient, subject, body, state, error, created_at, sent_at from outgoing_mails
      where company_id = ${company_id}
      union all
      select a.id, a.recipient, a.subject, a.body, a.state, a.error, a.created_at, a.sent_at
      from account_mails a
      join members m on m.company_id = ${company_id} and m.user_id = a.user_id and m.state = 'active'
      where a.company_id = ${company_id} and (m.role <> 'owner' or ${role} = 'owner') and ${!ctx.world.config.smtp_url}
    ) mails
    where ${at}::timestamptz is null or (created_at, id) < (${at}::timestamptz, ${id}::uuid)
    order by created_at desc, id desc limit ${PAGE + 1}`.execute(ctx.db)
  return pageOf(rows, PAGE, (mail) => [mail.created_at, mail.id])
}
