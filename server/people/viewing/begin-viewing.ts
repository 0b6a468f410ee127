import type { beginViewing as contract } from '#contract/access/viewing.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { found, insist, invalid, notNow } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import type { Wire } from '#platform/http/serve.ts'
import { enqueue } from '#platform/jobs/job.ts'
import { keepViewing } from '#server/identity/index.ts'
import { findMember } from '../members/queries.ts'
import { rightsIn } from '../rights.ts'
import { heldRights } from '../roles/held-rights.ts'
import { ownRoles, switchesOf } from '../roles/queries.ts'
import { endViewing, viewingOver } from './end-viewing.ts'
import { viewingPolicy } from './policy.ts'

const MINUTES = 30

/** From now on this browser looks with the eyes of another, until it is ended or half an hour has passed (VIEW-1). */
export async function beginViewing(ctx: Ctx, wish: Input<typeof contract>, wire: Wire) {
  insist(viewingPolicy.may(ctx.viewer))
  const wanted = await wantedBy(ctx, wish)
  insist(viewingPolicy.look(ctx.viewer, wanted))
  await endViewing(ctx, {}, wire)

  const until = new Date(ctx.now.getTime() + MINUTES * 60_000)
  const { id: member_id, kind, name } = wanted
  const { role, role_id, role_name } = member_id ? NO_ROLE : wanted
  const by_id = memberOf(ctx)
  const viewing_id = await keepViewing(ctx, wire, { by_id, member_id, role, role_id, until })
  await enqueue(ctx, viewingOver, { viewing_id }, { run_at: until })
  await tell(ctx, 'member.viewing_begun', { id: member_id ?? by_id }, { name, role: role_id ? 'own' : role, role_name })
  ctx.afterCommit.push(() => ctx.world.sessionsChanged(null))
  return { kind, until: until.toISOString() }
}

/** A person of the company, or what anybody of a role would be. */
async function wantedBy(ctx: Ctx, { member_id, role, role_id: own }: Input<typeof contract>) {
  const named = [member_id, role, own].filter((one) => one !== undefined)
  insist(named.length === 1 ? null : invalid('member_id', 'viewing.one_of'))
  const switches = await switchesOf(ctx)
  if (member_id !== undefined) {
    const { id, name, kind, role: his, role_id, state } = await findMember(ctx, member_id)
    const { rights } = await heldRights(ctx.db, { ...switches, company_id: ctx.viewer.company_id, role: his, role_id })
    return { ...NO_ROLE, id, name, kind, role: his, state, rights }
  }
  const of_role = { ...NO_ROLE, id: null, name: '', kind: 'staff' as const, state: 'active' }
  if (own !== undefined) {
    const { base, ...given } = found(
      (await ownRoles(ctx)).find(({ id }) => id === own),
      'role',
    )
    insist(given.archived_at === null ? null : notNow('roles.archived'))
    return { ...of_role, role: base, role_id: own, role_name: given.name, rights: new Set<string>(given.rights) }
  }
  // A performer sees what he is given: of the role alone there is nothing to see.
  insist(role === undefined || role === 'performer' ? invalid('role', 'viewing.of_whom') : null)
  const wanted = role ?? 'member'
  return { ...of_role, role: wanted, rights: rightsIn(wanted, switches) }
}

/** Of a person no role is looked with but his own. */
const NO_ROLE = { role: null, role_id: null as string | null, role_name: null as string | null }
