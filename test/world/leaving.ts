import type { HeldGroup, LeavingPreview } from '#contract/leaving.ts'

type Heirs = Partial<Record<HeldGroup, string | null>>

/** What is sent after a preview: each group to whom it proposes, unless another is named. */
export function handing({ held }: LeavingPreview, heirs: Heirs = {}) {
  return held.map(({ group, things, to }) => ({
    group,
    ids: things.map(({ id }) => id),
    to_id: heirs[group] === undefined ? (to?.id ?? null) : heirs[group],
  }))
}
