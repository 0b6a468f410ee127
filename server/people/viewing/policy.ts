import type { Role, Viewer } from '#platform/ctx.ts'
import { no, notNow, type Refusal } from '#platform/errors.ts'
import { can } from '../rights.ts'

/** Whose eyes are wanted: a person's, or with no id those of a role. `rights` null: not asked, the card only offers. */
type Wanted = {
  id: string | null
  name: string
  kind: 'staff' | 'performer'
  role: Role
  state: string
  rights: ReadonlySet<string> | null
}

/** Who may look at the company with whose eyes (VIEW-1, VIEW-2). */
export const viewingPolicy = {
  may: (viewer: Viewer): Refusal | null => (can(viewer, 'people.view_as') ? null : no('viewing.not_yours')),

  look(viewer: Viewer, wanted: Wanted): Refusal | null {
    const never = viewingPolicy.may(viewer)
    if (never) return never
    if (wanted.id === viewer.subject_id) return notNow('viewing.self')
    if (wanted.role === 'owner') return no('viewing.owner')
    return outside(wanted) ?? above(viewer, wanted)
  },
}

/** Of one who cannot come in there is nothing to see; performers may be looked after before they first come. */
function outside({ id, name, kind, state }: Wanted): Refusal | null {
  const comes_in = state === 'active' || (kind === 'performer' && state === 'invited')
  return id === null || comes_in ? null : notNow('viewing.no_access', { name })
}

/** Never upwards: whoever sees a part of the company only would see another part. */
function above(viewer: Viewer, { rights }: Wanted): Refusal | null {
  const wider = [...(rights ?? [])].some((right) => !viewer.rights.has(right))
  return viewer.sight || wider ? no('viewing.above') : null
}
