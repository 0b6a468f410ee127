import type { ImportCard, ImportRow, ImportState } from '#contract/parties/imports.ts'
import { t } from '#web/platform/words.ts'
import { Chip, type Tone } from '#web/ui/chip.tsx'

/** Days for which an import can be undone (IMP-10). */
export const KEPT_DAYS = 30

/** The server works on it by itself: it changes without anybody's doing. */
export const isBusy = ({ state }: Pick<ImportRow, 'state'>): boolean =>
  ['looking', 'checking', 'running', 'undoing'].includes(state)

export type StepId = 'columns' | 'check' | 'result'
export const STEPS: readonly StepId[] = ['columns', 'check', 'result']

/** At which step an import stands. */
export function stepOf(state: ImportState): StepId {
  if (state === 'checking' || state === 'checked') return 'check'
  return state === 'looking' || state === 'ready' || state === 'failed' ? 'columns' : 'result'
}

const TONES: Partial<Record<ImportState, Tone>> = { done: 'good', failed: 'bad', stopped: 'warn' }

/** The state in a word; of long work how much of it is done. */
export function StateChip({ state, passed, total }: Pick<ImportRow, 'state' | 'passed' | 'total'>) {
  const word = t(`import.state.${state}`)
  const counted = total > 0 && (state === 'checking' || state === 'running')
  return (
    <Chip tone={TONES[state] ?? 'neutral'}>
      {counted ? t('import.part', { state: word, part: Math.floor((100 * passed) / total) }) : word}
    </Chip>
  )
}

/** What comes of rows, the worst first; `warned` are among the others. */
export const KINDS = ['fault', 'warned', 'new', 'joined', 'same'] as const
export type RowKind = (typeof KINDS)[number]

/** Rows that a run writes down. */
export const writes = ({ counts }: Pick<ImportCard, 'counts'>): number => counts.new + counts.joined
