import type * as contract from '#contract/people.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { expectVersion, insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { freePhone } from './phones.ts'
import { memberPolicy } from './policy.ts'
import { presentMember } from './present-member.ts'
import { lockMember, type MemberRow } from './queries.ts'
import { setSpecialities, specialitiesNamed } from './specialities.ts'

type Wanted = Input<typeof contract.changeMember>

/** Changes what a person is called, reached by and able to do (PPL-6). */
export async function changeMember(ctx: Ctx, input: Wanted) {
  const member = await lockMember(ctx, input.member_id)
  const before = await presentMember(ctx, member.id)
  insist(memberPolicy.change(ctx.viewer, member))
  expectVersion(ctx, member, before)

  const plain = await plainChange(ctx, member, input)
  const trades = input.specialities && (await specialitiesNamed(ctx, input.specialities))
  const after = { ...plain, ...(trades && { specialities: namesOf(trades) }) }
  const was = { ...member, specialities: namesOf(before.specialities) }
  const changes = changesBetween(was, after)
  if (changes.length === 0) return before

  if (trades) await setSpecialities(ctx, [{ member_id: member.id, trades: trades.map(({ id }) => id) }])
  await ctx.db
    .updateTable('members')
    .set({ ...plain, version: member.version + 1 })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', member.id)
    .execute()
  await tell(ctx, 'member.changed', member, { name: plain.name ?? member.name, changes })
  // The name stands in what each process remembers of who is signed in.
  if (plain.name !== undefined) ctx.afterCommit.push(() => ctx.world.sessionsChanged(null))
  return presentMember(ctx, member.id)
}

async function plainChange(ctx: Ctx, member: MemberRow, { name, phone, position }: Wanted) {
  insist(name === undefined || name.trim() ? null : invalid('name', 'field.required'))
  // A performer without a phone could not be found by it again.
  insist(phone === null && member.kind === 'performer' ? invalid('phone', 'field.required') : null)
  return {
    ...(name !== undefined && { name: name.trim() }),
    ...(phone !== undefined && { phone: phone === null ? null : await freePhone(ctx, phone, member.id) }),
    ...(position !== undefined && { position: position?.trim() || null }),
  }
}

const namesOf = (trades: { name: string }[]) => trades.map(({ name }) => name).join(', ')

function changesBetween(was: Record<string, unknown>, after: Record<string, unknown>) {
  return Object.entries(after)
    .filter(([field, to]) => was[field] !== to)
    .map(([field, to]) => ({ field, from: was[field], to }))
}
