import type { Member } from '#contract/people.ts'
import { t } from '#web/platform/words.ts'
import { Chip, type Tone } from '#web/ui/chip.tsx'

const TONES: Record<Member['state'], Tone> = { active: 'good', invited: 'warn', suspended: 'warn', left: 'neutral' }

/** Whether he works here, in words. */
export function StateChip({ state }: { state: Member['state'] }) {
  return <Chip tone={TONES[state]}>{t(`member_state.${state}`)}</Chip>
}
