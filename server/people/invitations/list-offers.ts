import type * as contract from '#contract/invitations.ts'
import type { Reply } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { rightsOf } from '../rights.ts'
import { ownRoles } from '../roles/queries.ts'
import { invitationPolicy } from './policy.ts'

const OFFERED = ['member', 'manager', 'accountant', 'admin'] as const

/** The roles that the viewer may offer (PPL-12): screens ask, so that they say what the server says. */
export async function listOffers(ctx: Ctx): Promise<Reply<typeof contract.listOffers>> {
  const { viewer } = ctx
  const fixed = OFFERED.map((role) => ({ role, role_id: null, name: null, rights: rightsOf(role) }))
  const own = (await ownRoles(ctx))
    .filter(({ archived_at }) => archived_at === null)
    .map(({ id, name, base, rights }) => ({ role: base as (typeof OFFERED)[number], role_id: id, name, rights }))
  const rows = [...fixed, ...own].filter(({ rights }) => invitationPolicy.offer(viewer, rights) === null)
  return { rows: rows.map(({ rights, ...role }) => ({ ...role, leads_pools: rights.includes('tasks.give') })) }
}
