import type * as contract from '#contract/certificates.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { memberPolicy } from '../members/policy.ts'
import { findMember } from '../members/queries.ts'
import { certificatesOf, lockCertificate } from './queries.ts'

/** Takes a certificate off the page of a person: it counts nowhere from now on, and the history keeps it (PRF-5). */
export async function removeCertificate(ctx: Ctx, { certificate_id }: Input<typeof contract.removeCertificate>) {
  const { id, member_id, kind, expires_on } = await lockCertificate(ctx, certificate_id)
  const member = await findMember(ctx, member_id)
  insist(memberPolicy.papers(ctx.viewer, member))
  await ctx.db
    .updateTable('certificates')
    .set({ removed_at: ctx.now })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .execute()
  await tell(ctx, 'member.certificate_removed', member, { name: member.name, certificate: kind, expires_on })
  return { rows: await certificatesOf(ctx, member.id) }
}
