import { sql } from 'kysely'
import type * as contract from '#contract/certificates.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { expectVersion, insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { memberPolicy } from '../members/policy.ts'
import { findMember } from '../members/queries.ts'
import { insistOnDays, kindOf } from './add-certificate.ts'
import { certificatesOf, lockCertificate } from './queries.ts'

/** Corrects what stands on a certificate (PRF-5); a new term is a new certificate, so that the earlier stays to be seen. */
export async function changeCertificate(ctx: Ctx, input: Input<typeof contract.changeCertificate>) {
  const { version, member_id, id, ...was } = await lockCertificate(ctx, input.certificate_id)
  const member = await findMember(ctx, member_id)
  insist(memberPolicy.papers(ctx.viewer, member))
  expectVersion(ctx, { version })
  const { kind, number, issued_on = was.issued_on, expires_on = was.expires_on } = input
  const now = {
    kind: kind === undefined ? was.kind : kindOf(kind),
    number: number === undefined ? was.number : number?.trim() || null,
    issued_on,
    expires_on,
  }
  insistOnDays(now)
  const changes = (Object.keys(now) as (keyof typeof now)[])
    .filter((field) => now[field] !== was[field])
    .map((field) => ({ field, from: was[field], to: now[field] }))
  if (changes.length > 0) {
    await ctx.db
      .updateTable('certificates')
      .set({ ...now, version: sql`version + 1` })
      .where('company_id', '=', ctx.viewer.company_id)
      .where('id', '=', id)
      .execute()
    await tell(ctx, 'member.certificate_changed', member, { name: member.name, certificate: now.kind, changes })
  }
  return { rows: await certificatesOf(ctx, member.id) }
}
