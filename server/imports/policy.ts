import type { ImportState } from '#contract/parties/imports.ts'
import type { Viewer } from '#platform/ctx.ts'
import { notNow, type Refusal } from '#platform/errors.ts'
import { counterpartyPolicy } from '#server/counterparties/index.ts'

type Facts = { state: ImportState; tidied_at: string | null; passed: number }

/** Who brings counterparties in, and what may be done with an import as it stands (IMP-1). */
export const importPolicy = {
  use: (viewer: Pick<Viewer, 'rights'>): Refusal | null => counterpartyPolicy.manage(viewer),
  setUp: (facts: Facts) => young(facts) ?? among(facts, 'looking', 'ready', 'checking', 'checked', 'failed'),
  check: (facts: Facts) => young(facts) ?? among(facts, 'ready', 'checked'),
  run: (facts: Facts) => young(facts) ?? among(facts, 'checked', 'stopped'),
  stop: (facts: Facts) => among(facts, 'checking', 'running'),
  undo: (facts: Facts): Refusal | null =>
    facts.tidied_at ? notNow('import.too_late') : among(facts, 'done', 'stopped'),
}

/** After its days its rows are forgotten: there is nothing to go on with (IMP-10). */
const young = ({ tidied_at }: Facts): Refusal | null => (tidied_at ? notNow('import.old') : null)

const among = ({ state }: Facts, ...states: ImportState[]): Refusal | null =>
  states.includes(state) ? null : notNow('import.not_now', { state })
