import type { Viewer } from '#platform/ctx.ts'
import { no, notNow, type Refusal } from '#platform/errors.ts'
import { can } from '../rights.ts'
import { handles } from '../substitutions/acts-for.ts'

type Someone = { id: string; head_id: string | null; state: string; placement_id?: string | null }
/** Those whom the viewer leads, also in another's place, and himself. */
type Led = ReadonlySet<string>

/** Who may change the tree (TREE-7). */
export const treePolicy = {
  /** Whether he may move this person at all; where to is asked with `under`. */
  move(viewer: Viewer, who: Someone, led: Led): Refusal | null {
    if (who.head_id === null && who.state !== 'invited') return notNow('tree.root')
    if (can(viewer, 'people.manage')) return null
    return led.has(who.id) && !handles(viewer, who.id) ? null : no('tree.not_yours')
  },

  /** Whether he may put somebody under this head. */
  under(viewer: Viewer, head_id: string, led: Led): Refusal | null {
    return can(viewer, 'people.manage') || led.has(head_id) ? null : no('tree.head_not_yours')
  },

  settle(viewer: Viewer, who: Someone, led: Led): Refusal | null {
    return treePolicy.move(viewer, who, led)
  },

  /** Who waits outside is let in or sent away by whoever manages people. */
  turn_away(viewer: Viewer, who: Someone): Refusal | null {
    if (!can(viewer, 'people.manage')) return no('tree.not_yours')
    return who.state === 'invited' ? null : notNow('tree.is_in')
  },

  match(viewer: Viewer): Refusal | null {
    return can(viewer, 'people.manage') ? null : no('tree.not_yours')
  },

  declare(who: Someone): Refusal | null {
    return who.head_id === null ? notNow('tree.root') : null
  },

  seesAll: (viewer: Viewer): boolean => can(viewer, 'people.manage'),
}
