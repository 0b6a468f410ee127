import type * as contract from '#contract/access/roles.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist, invalid, notNow } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { showRole } from './list-roles.ts'
import { freeName } from './make-role.ts'
import { rolePolicy } from './policy.ts'
import { type Given, givenRole, lockRole, peopleByRole } from './queries.ts'
import { giveTo } from './set-role.ts'

/** Puts a role away (RGT-11). Whoever has it goes on with the one that is named; without a successor it stays. */
export async function archiveRole(ctx: Ctx, { role_id, to_role, to_role_id }: Input<typeof contract.archiveRole>) {
  const role = await lockRole(ctx, role_id)
  insist(rolePolicy.change(ctx.viewer, role))
  insist(to_role_id === role_id ? invalid('to_role_id', 'roles.itself') : null)
  const named = to_role !== undefined || to_role_id !== undefined
  const n = (await peopleByRole(ctx)).get(role_id) ?? 0
  const used = n + (await offeredNow(ctx, role_id))
  insist(used > 0 && !named ? notNow('roles.in_use', { n: used }) : null)
  const to = named ? await givenRole(ctx, { role: to_role, role_id: to_role_id }, 'to_role') : null
  if (to) insist(rolePolicy.offer(ctx.viewer, to))

  if (to && n > 0) await giveTo(ctx, to, await whoHave(ctx, role_id))
  if (to) await offerInstead(ctx, role_id, to)
  await setArchived(ctx, role_id, ctx.now)
  await tell(ctx, 'role.archived', role, { name: role.name, people: n })
  return showRole(ctx, role_id)
}

/** Takes a role back that was put away; nobody has it until it is given. */
export async function restoreRole(ctx: Ctx, { role_id }: Input<typeof contract.restoreRole>) {
  const role = await lockRole(ctx, role_id)
  insist(rolePolicy.restore(ctx.viewer, role))
  await freeName(ctx, role.name, role_id)
  await setArchived(ctx, role_id, null)
  await tell(ctx, 'role.restored', role, { name: role.name })
  return showRole(ctx, role_id)
}

async function setArchived({ db, viewer }: Ctx, role_id: string, archived_at: Date | null): Promise<void> {
  await db
    .updateTable('roles')
    .set((own) => ({ archived_at, version: own('version', '+', 1) }))
    .where('company_id', '=', viewer.company_id)
    .where('id', '=', role_id)
    .execute()
}

async function whoHave({ db, viewer }: Ctx, role_id: string) {
  return db
    .selectFrom('members')
    .select(['id', 'name', 'role', 'role_id'])
    .where('company_id', '=', viewer.company_id)
    .where('role_id', '=', role_id)
    .where('state', '<>', 'left')
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

/** How many have been invited with it and have not come. */
async function offeredNow({ db, viewer, now }: Ctx, role_id: string): Promise<number> {
  const { n } = await db
    .selectFrom('invitations')
    .select((own) => own.fn.countAll<number>().as('n'))
    .where('company_id', '=', viewer.company_id)
    .where('role_id', '=', role_id)
    .where('state', 'in', ['sent', 'opened'])
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Whoever was invited with the role comes with its successor. */
async function offerInstead({ db, viewer }: Ctx, role_id: string, to: Given): Promise<void> {
  await db
    .updateTable('invitations')
    .set({ role: to.role, role_id: to.role_id })
    .where('company_id', '=', viewer.company_id)
    .where('role_id', '=', role_id)
    .where('state', 'in', ['sent', 'opened', 'expired'])
    .execute()
}
