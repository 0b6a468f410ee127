import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/certificates.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { found, insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { memberPolicy } from '../members/policy.ts'
import { allMembers, lockMember } from '../members/queries.ts'
import { certificatesOf } from './queries.ts'

/** Also of one who has left. */
export async function listCertificates(ctx: Ctx, { member_id }: Input<typeof contract.listCertificates>) {
  const { id } = found(await allMembers(ctx).where('m.id', '=', member_id).executeTakeFirst(), 'member')
  return { rows: await certificatesOf(ctx, id) }
}

/** Writes down a certificate or a permit of a person (PRF-5). */
export async function addCertificate(ctx: Ctx, input: Input<typeof contract.addCertificate>) {
  const member = await lockMember(ctx, input.member_id)
  insist(memberPolicy.papers(ctx.viewer, member))
  const { issued_on = null, expires_on = null } = input
  const id = uuidv7()
  const given = { kind: kindOf(input.kind), number: input.number?.trim() || null, issued_on, expires_on }
  insistOnDays(given)
  const { company_id } = ctx.viewer
  await ctx.db
    .insertInto('certificates')
    .values({ ...given, company_id, id, member_id: member.id, created_by: memberOf(ctx), created_at: ctx.now })
    .execute()
  await tell(ctx, 'member.certificate_added', member, { name: member.name, certificate: given.kind, expires_on })
  const rows = await certificatesOf(ctx, member.id)
  const certificate = found(
    rows.find((row) => row.id === id),
    'certificate',
  )
  return { certificate, rows }
}

export function kindOf(typed: string): string {
  const kind = typed.trim().replaceAll(/\s+/g, ' ')
  insist(kind ? null : invalid('kind', 'field.required'))
  return kind
}

export function insistOnDays({ issued_on, expires_on }: { issued_on: string | null; expires_on: string | null }): void {
  const backwards = issued_on !== null && expires_on !== null && expires_on < issued_on
  insist(backwards ? invalid('expires_on', 'certificate.ends_before_issue') : null)
}
