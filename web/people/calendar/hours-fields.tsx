import { NumberInput } from '@mantine/core'
import '@mantine/core/styles/NumberInput.layer.css'
import type { DayHours } from '#contract/time/schedules.ts'
import { t } from '#web/platform/words.ts'
import { ClockField } from '#web/ui/fields/clock-field.tsx'
import css from './calendar.module.css'

type Props = {
  name: string
  hours: DayHours
  onChange: (hours: DayHours) => void
  disabled?: boolean
  /** Labels are said, not shown: the row names the day. */
  quiet?: boolean
}

/** From when to when, and the break in minutes. */
export function HoursFields({ name, hours, onChange, disabled = false, quiet = false }: Props) {
  const said = (what: string) => (quiet ? t('week.of', { what, day: name }) : what)
  const { from, to, break_minutes } = hours
  const pause = said(t('week.break'))
  return (
    <div className={css.hours}>
      <ClockField
        quiet={quiet}
        disabled={disabled}
        label={said(t('week.from'))}
        value={from}
        onChange={(next) => onChange({ ...hours, from: next })}
      />
      <span aria-hidden="true">–</span>
      <ClockField
        quiet={quiet}
        disabled={disabled}
        label={said(t('week.to'))}
        value={to}
        hint={to <= from ? t('week.next_day', { to }) : undefined}
        onChange={(next) => onChange({ ...hours, to: next })}
      />
      <NumberInput
        {...(quiet ? { 'aria-label': pause } : { label: pause })}
        hideControls
        allowDecimal={false}
        allowNegative={false}
        max={600}
        disabled={disabled}
        value={break_minutes}
        onChange={(next) => onChange({ ...hours, break_minutes: Number(next) || 0 })}
      />
    </div>
  )
}
