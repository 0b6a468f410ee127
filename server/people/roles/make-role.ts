import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/access/roles.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { showRole } from './list-roles.ts'
import { rolePolicy } from './policy.ts'
import { givenRole } from './queries.ts'
import { fixedNamed } from './role-named.ts'
import { tickedRights } from './ticked.ts'

/** Makes a role of the company's own (RGT-8) with the rights of another, or with what was ticked beside it. */
export async function makeRole(ctx: Ctx, { name, rights: ticked, ...of }: Input<typeof contract.makeRole>) {
  insist(rolePolicy.make(ctx.viewer))
  const from = await givenRole(ctx, of)
  const rights = tickedRights(ticked ?? from.rights)
  insist(rolePolicy.tick(ctx.viewer, rights))

  const id = uuidv7()
  const called = await freeName(ctx, name, id)
  await ctx.db
    .insertInto('roles')
    .values({ company_id: ctx.viewer.company_id, id, name: called, base: from.role, rights, created_at: ctx.now })
    .execute()
  await tell(ctx, 'role.made', { id }, { name: called, rights })
  return showRole(ctx, id)
}

/** Two roles of one name would be taken for each other. */
export async function freeName(ctx: Ctx, typed: string, role_id: string): Promise<string> {
  const name = typed.trim()
  insist(name ? null : invalid('name', 'field.required'))
  insist(fixedNamed(name) ? invalid('name', 'roles.name_taken') : null)
  const other = await ctx.db
    .selectFrom('roles')
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where((own) => own(own.fn<string>('lower', ['name']), '=', name.toLowerCase()))
    .where('archived_at', 'is', null)
    .where('id', '<>', role_id)
    .executeTakeFirst()
  insist(other ? invalid('name', 'roles.name_taken') : null)
  return name
}
