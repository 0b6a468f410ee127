import type { beginViewing as contract } from '#contract/access/viewing.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import type { Wire } from '#platform/http/serve.ts'
import { enqueue } from '#platform/jobs/job.ts'
import { keepViewing } from '#server/identity/index.ts'
import { findMember } from '../members/queries.ts'
import { rightsIn } from '../rights.ts'
import { heldRights } from '../roles/held-rights.ts'
import { switchesOf } from '../roles/queries.ts'
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
  const { id: member_id, kind, role, name } = wanted
  const by_id = memberOf(ctx)
  const viewing_id = await keepViewing(ctx, wire, { by_id, member_id, role: member_id ? null : role, until })
  await enqueue(ctx, viewingOver, { viewing_id }, { run_at: until })
  await tell(ctx, 'member.viewing_begun', { id: member_id ?? by_id }, { name, role: member_id ? null : role })
  ctx.afterCommit.push(() => ctx.world.sessionsChanged(null))
  return { kind, until: until.toISOString() }
}

/** A person of the company, or what anybody of a role would be. */
async function wantedBy(ctx: Ctx, { member_id, role }: Input<typeof contract>) {
  insist((member_id === undefined) === (role === undefined) ? invalid('member_id', 'viewing.one_of') : null)
  const switches = await switchesOf(ctx)
  if (member_id !== undefined) {
    const { id, name, kind, role: his, role_id, state } = await findMember(ctx, member_id)
    const { rights } = await heldRights(ctx.db, { ...switches, company_id: ctx.viewer.company_id, role: his, role_id })
    return { id, name, kind, role: his, state, rights }
  }
  // A performer sees what he is given: of the role alone there is nothing to see.
  insist(role === undefined || role === 'performer' ? invalid('role', 'viewing.of_whom') : null)
  const wanted = role ?? 'member'
  return {
    id: null,
    name: '',
    kind: 'staff' as const,
    role: wanted,
    state: 'active',
    rights: rightsIn(wanted, switches),
  }
}
