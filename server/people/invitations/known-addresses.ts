import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { invalid, type Refusal } from '#platform/errors.ts'

/**
 * Who has these e-mails already: whoever works here needs no invitation, and a second letter to one address would be a
 * mistake: the first can be sent again. `except` is an invitation that is about to be sent again itself.
 */
export async function knownAddresses(ctx: Ctx, addresses: readonly string[], except: string | null = null) {
  const here = await ctx.db
    .selectFrom('members')
    .select(['id', 'name', 'email'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where('email', 'in', addresses.length > 0 ? addresses : [''])
    .where('state', '<>', 'left')
    .execute()
  const sent = await ctx.db
    .selectFrom('invitations')
    .select(['id', 'name', 'email'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where('email', 'in', addresses.length > 0 ? addresses : [''])
    .where('state', 'in', ['sent', 'opened'])
    .where(sql<boolean>`expires_at > ${ctx.now}`)
    .$if(except !== null, (query) => query.where('id', '<>', except))
    .execute()
  const [members, invitations] = [byEmail(here), byEmail(sent)]
  return {
    faultOf(email: string): Refusal | null {
      const member = members.get(email)
      if (member) return invalid('email', 'member.email_taken', { member_id: member.id, name: member.name })
      return invitations.has(email) ? invalid('email', 'invitation.already_sent', { email }) : null
    },
  }
}

const byEmail = <T extends { email: string | null }>(rows: T[]) => new Map(rows.map((row) => [row.email, row]))
