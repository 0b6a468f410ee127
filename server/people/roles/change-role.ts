import type * as contract from '#contract/access/roles.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { expectVersion, insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import type { Right } from '../rights.ts'
import { showRole } from './list-roles.ts'
import { freeName } from './make-role.ts'
import { rolePolicy } from './policy.ts'
import { lockRole, type OwnRole } from './queries.ts'
import { seeAnew } from './see-anew.ts'
import { tickedRights } from './ticked.ts'

/** Renames a role or ticks other cells: whoever has it sees and may otherwise at once, in open streams, too (RGT-10). */
export async function changeRole(ctx: Ctx, { role_id, name, rights: ticked }: Input<typeof contract.changeRole>) {
  const role = await lockRole(ctx, role_id)
  insist(rolePolicy.change(ctx.viewer, role))
  expectVersion(ctx, role, await showRole(ctx, role_id))
  const rights = ticked === undefined ? role.rights : tickedRights(ticked)
  insist(rolePolicy.tick(ctx.viewer, rights))
  const called = name === undefined ? role.name : await freeName(ctx, name, role_id)
  const changed = differences(role, { name: called, rights })
  if (!changed) return showRole(ctx, role_id)

  await ctx.db
    .updateTable('roles')
    .set({ name: called, rights, version: role.version + 1 })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', role_id)
    .execute()
  await tell(ctx, 'role.changed', role, changed)
  seeAnew(ctx)
  return showRole(ctx, role_id)
}

function differences(was: OwnRole, { name, rights }: { name: string; rights: Right[] }) {
  const added = rights.filter((right) => !was.rights.includes(right))
  const removed = was.rights.filter((right) => !rights.includes(right))
  if (was.name === name && added.length + removed.length === 0) return null
  return { name, was: was.name, added, removed }
}
