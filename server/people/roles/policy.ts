import type { Role, Viewer } from '#platform/ctx.ts'
import { no, notNow, type Refusal } from '#platform/errors.ts'
import { can, type Right } from '../rights.ts'

type Own = { rights: readonly Right[]; archived_at: string | null }
type Someone = { id: string; kind: 'staff' | 'performer'; role: Role; state: string }

/** Who makes roles, and who gives them to whom. Nobody gives what he has not himself (RGT-9). */
export const rolePolicy = {
  make: (viewer: Viewer): Refusal | null => (can(viewer, 'roles.manage') ? null : no('roles.not_yours')),

  /** These cells, ticked or given. */
  tick: (viewer: Viewer, rights: readonly Right[]): Refusal | null =>
    rights.every((right) => can(viewer, right)) ? null : no('roles.above'),

  change(viewer: Viewer, role: Own): Refusal | null {
    return rolePolicy.make(viewer) ?? rolePolicy.tick(viewer, role.rights) ?? put(role)
  },

  restore(viewer: Viewer, role: Own): Refusal | null {
    const back = role.archived_at === null ? notNow('roles.there') : null
    return rolePolicy.make(viewer) ?? rolePolicy.tick(viewer, role.rights) ?? back
  },

  /** Any role to anybody at all. */
  hand: (viewer: Viewer): Refusal | null => (can(viewer, 'people.manage') ? null : no('member.not_yours')),

  /** This role to anybody at all. */
  offer(viewer: Viewer, role: Own): Refusal | null {
    return rolePolicy.hand(viewer) ?? rolePolicy.tick(viewer, role.rights) ?? put(role)
  },

  /** Another role to this person: neither to oneself nor to the owner, who gives the company away. */
  give(viewer: Viewer, member: Someone, rights: readonly Right[]): Refusal | null {
    if (member.kind === 'performer') return notNow('roles.performer')
    if (member.state === 'left') return notNow('member.left')
    if (!can(viewer, 'people.manage')) return no('member.not_yours')
    if (member.role === 'owner') return notNow('roles.owner')
    if (member.id === viewer.subject_id) return notNow('roles.self')
    return rolePolicy.tick(viewer, rights)
  },
}

const put = ({ archived_at }: Own): Refusal | null => (archived_at === null ? null : notNow('roles.archived'))
