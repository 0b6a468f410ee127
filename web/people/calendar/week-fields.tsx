import { Checkbox } from '@mantine/core'
import type { DayHours } from '#contract/time/schedules.ts'
import { locale, t } from '#web/platform/words.ts'
import { HoursFields } from './hours-fields.tsx'
import css from './calendar.module.css'

export type Week = readonly (DayHours | null)[]
export const USUAL: DayHours = { from: '09:00', to: '18:00', break_minutes: 60 }

// The fifth of January 2026 is a Monday.
const dayNames = () =>
  Array.from({ length: 7 }, (_, n) =>
    new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, 0, 5 + n)),
  )

type Props = { week: Week; onChange: (week: (DayHours | null)[]) => void; disabled?: boolean }

/** A week by its days: which are worked, from when to when, with what break. A day taken back gets the hours of the first. */
export function WeekFields({ week, onChange, disabled = false }: Props) {
  const usual = week.find((hours) => hours !== null) ?? USUAL
  const put = (at: number, hours: DayHours | null) => onChange(week.map((one, n) => (n === at ? hours : one)))
  return (
    <div className={css.week}>
      <div className={css.weekHead} aria-hidden="true">
        <span>{t('week.from')}</span>
        <span>{t('week.to')}</span>
        <span>{t('week.break')}</span>
      </div>
      {dayNames().map((name, at) => {
        const hours = week[at] ?? null
        return (
          <div key={name} className={css.weekDay}>
            <Checkbox
              label={name}
              checked={hours !== null}
              disabled={disabled}
              onChange={(event) => put(at, event.target.checked ? usual : null)}
            />
            {hours ? (
              <HoursFields name={name} hours={hours} disabled={disabled} onChange={(next) => put(at, next)} quiet />
            ) : (
              <span className={css.offDay}>{t('week.off')}</span>
            )}
          </div>
        )
      })}
    </div>
  )
}
