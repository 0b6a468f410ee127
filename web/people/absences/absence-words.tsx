import { IconBeach, IconCalendarOff, IconQuestionMark, IconVirus } from '@tabler/icons-react'
import type { Absence } from '#contract/time/absences.ts'
import { dayName, daysBetween } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Chip } from '#web/ui/chip.tsx'
import css from './absences.module.css'

const ICONS = { vacation: IconBeach, illness: IconVirus, day_off: IconCalendarOff, other: IconQuestionMark }
const TONES = { asked: 'warn', confirmed: 'good', refused: 'bad', withdrawn: 'neutral' } as const

export function KindMark({ kind }: Pick<Absence, 'kind'>) {
  const Icon = ICONS[kind]
  return (
    <span className={css.kind}>
      <Icon size={16} stroke={1.75} aria-hidden="true" />
      {t(`absences.kind.${kind}`)}
    </span>
  )
}

export const StateChip = ({ state }: Pick<Absence, 'state'>) => (
  <Chip tone={TONES[state]}>{t(`absences.state.${state}`)}</Chip>
)

type Days = Pick<Absence, 'from_day' | 'to_day'> & Partial<Pick<Absence, 'from_time' | 'to_time'>>

/** «пн, 2 нояб. – пт, 13 нояб.», «вт, 3 нояб., 9:00–12:00». */
export function daysOf({ from_day, to_day, from_time, to_time }: Days): string {
  if (from_day !== to_day) return `${dayName(from_day)} – ${dayName(to_day)}`
  return from_time && to_time ? `${dayName(from_day)}, ${from_time}–${to_time}` : dayName(from_day)
}

export const lengthOf = ({ from_day, to_day }: Days): string =>
  t('absences.days_n', { n: daysBetween(from_day, to_day) + 1 })
