import type { Person } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found, type Refusal } from '#platform/errors.ts'
import { memberPolicy } from './policy.ts'
import { allMembers, holdMember } from './queries.ts'

export type PapersOwner = Person & { can: { read: Refusal | null; add: Refusal | null } }

/** Whose papers are asked for, also when he has left, and what the viewer may do with them (PAP-1). `hold`: he stays as he is. */
export async function findPapersOwner(ctx: Ctx, member_id: string, { hold = false } = {}): Promise<PapersOwner> {
  if (hold) await holdMember(ctx, member_id)
  const member = found(await allMembers(ctx).where('m.id', '=', member_id).executeTakeFirst(), 'member')
  const { papers, read_papers } = memberPolicy
  return {
    id: member.id,
    name: member.name,
    can: { read: read_papers(ctx.viewer, member), add: papers(ctx.viewer, member) },
  }
}
