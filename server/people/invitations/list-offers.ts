import type * as contract from '#contract/invitations.ts'
import type { Reply } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { rightsOf } from '../rights.ts'
import { invitationPolicy } from './policy.ts'

const OFFERED = ['member', 'manager', 'accountant', 'admin'] as const

/** The roles that the viewer may offer (PPL-12): screens ask, so that they say what the server says. */
export async function listOffers({ viewer }: Ctx): Promise<Reply<typeof contract.listOffers>> {
  const roles = OFFERED.filter((role) => invitationPolicy.offer(viewer, role) === null)
  return { rows: roles.map((role) => ({ role, leads_pools: rightsOf(role).includes('tasks.give') })) }
}
