import { sql } from 'kysely'
import type * as contract from '#contract/access/roles.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx, Role } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { tellMany } from '#platform/events/tell.ts'
import { presentMember } from '../members/present-member.ts'
import { findMember, lockMember } from '../members/queries.ts'
import { heldRights } from './held-rights.ts'
import { rolePolicy } from './policy.ts'
import { type Given, givenRole, ownRoles, switchesOf } from './queries.ts'
import { seeAnew } from './see-anew.ts'

/** Gives one of the staff another role (RGT-9); he sees and may by it at once. */
export async function setRole(ctx: Ctx, { member_id, ...wanted }: Input<typeof contract.setRole>) {
  await findMember(ctx, member_id)
  insist(rolePolicy.hand(ctx.viewer))
  const to = await givenRole(ctx, wanted)
  const member = await lockMember(ctx, member_id)
  const { company_id } = ctx.viewer
  const held = await heldRights(ctx.db, { company_id, ...(await switchesOf(ctx)), ...member })
  insist(rolePolicy.give(ctx.viewer, member, [...held.rights]))
  insist(rolePolicy.offer(ctx.viewer, to))
  if (member.role !== to.role || member.role_id !== to.role_id) await giveTo(ctx, to, [member])
  return presentMember(ctx, member_id)
}

type Holder = { id: string; name: string; role: Role; role_id: string | null }

/** Writes and tells that these people have the role from now on; whoever calls has held them and may. */
export async function giveTo(ctx: Ctx, { role, role_id, name }: Given, people: readonly Holder[]): Promise<void> {
  const names = new Map((await ownRoles(ctx)).map((own) => [own.id, own.name]))
  await ctx.db
    .updateTable('members')
    .set((own) => ({ role, role_id, version: own('version', '+', 1) }))
    .where('company_id', '=', ctx.viewer.company_id)
    .where(sql<boolean>`id = any(${people.map(({ id }) => id)}::uuid[])`)
    .execute()
  const told = people.map((one) => ({
    subject: one,
    facts: {
      name: one.name,
      from: { role: one.role, name: one.role_id && (names.get(one.role_id) ?? null) },
      to: { role, name },
      role: role_id === null ? role : ('own' as const),
      role_name: name,
    },
  }))
  await tellMany(ctx, 'member.role_set', told)
  seeAnew(ctx)
}
