import { uuidv7 } from 'uuidv7'
import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/invitations.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { hold } from '#platform/db/hold.ts'
import { insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { makeLink, revokeLinks } from '#server/identity/index.ts'
import { invitationPolicy } from '../invitations/policy.ts'
import { rightsOf } from '../rights.ts'

/** Whether the company has a joining link, and as what one joins by it. */
export async function getJoiningLink(ctx: Ctx) {
  const link = await openLink(ctx)
  return {
    link: link
      ? { role: link.role as OfferedRole, made_by: { id: link.made_by, name: link.by_name }, made_at: link.made_at }
      : null,
    can: { change: invitationPolicy.link(ctx.viewer) },
  }
}

type OfferedRole = Input<typeof contract.makeJoiningLink>['role']

/** Makes the link; if there is one, a new one takes its place and the earlier stops working (TREE-10). */
export async function makeJoiningLink(ctx: Ctx, { role }: Input<typeof contract.makeJoiningLink>) {
  insist(invitationPolicy.link(ctx.viewer) ?? invitationPolicy.offer(ctx.viewer, rightsOf(role)))
  await hold(ctx, ['joining link'])
  await closeOpen(ctx)
  const id = uuidv7()
  await ctx.db
    .insertInto('joining_links')
    .values({ company_id: ctx.viewer.company_id, id, role, made_by: memberOf(ctx), made_at: ctx.now })
    .execute()
  await tell(ctx, 'joining_link.made', { id }, { role })
  const url = `${ctx.world.config.public_url}/team/${await makeLink(ctx, { purpose: 'joining', subject_id: id })}`
  return { ...(await getJoiningLink(ctx)), url }
}

export async function closeJoiningLink(ctx: Ctx) {
  insist(invitationPolicy.link(ctx.viewer))
  await hold(ctx, ['joining link'])
  const closed = await closeOpen(ctx)
  if (closed) await tell(ctx, 'joining_link.closed', closed, { role: closed.role })
  return getJoiningLink(ctx)
}

async function closeOpen(ctx: Ctx) {
  const link = await openLink(ctx)
  if (!link) return null
  await ctx.db
    .updateTable('joining_links')
    .set({ closed_at: ctx.now })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', link.id)
    .execute()
  await revokeLinks(ctx, 'joining', link.id)
  return link
}

export async function openLink({ db, viewer }: Ctx) {
  return db
    .selectFrom('joining_links as l')
    .innerJoin('members as m', (join) =>
      join.onRef('m.company_id', '=', 'l.company_id').onRef('m.id', '=', 'l.made_by'),
    )
    .select(['l.id', 'l.role', 'l.made_by', 'l.made_at', 'm.name as by_name'])
    .where('l.company_id', '=', viewer.company_id)
    .where('l.closed_at', 'is', null)
    .executeTakeFirst()
}
