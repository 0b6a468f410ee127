import type { CalendarDay } from '#contract/time/calendar.ts'
import { today } from '#web/platform/format.ts'
import { locale, t } from '#web/platform/words.ts'
import { dayWords, isSpecial } from './day-words.ts'
import css from './calendar.module.css'

type Props = { days: readonly CalendarDay[]; onDay: ((day: string) => void) | undefined }

const utc = (day: string): Date => new Date(`${day}T00:00Z`)
const intl = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC' })

/** Twelve months. A day is a button where it may be changed. */
export function YearMonths({ days, onDay }: Props) {
  const months = [...Map.groupBy(days, ({ day }) => day.slice(0, 7))]
  return (
    <div className={css.months}>
      {months.map(([month, own]) => (
        <Month key={month} month={month} days={own} onDay={onDay} />
      ))}
    </div>
  )
}

// The fifth of January 2026 is a Monday.
const weekdays = () =>
  Array.from({ length: 7 }, (_, n) =>
    intl({ weekday: 'short' }).format(utc(`2026-01-${String(5 + n).padStart(2, '0')}`)),
  )

function Month({ month, days, onDay }: Props & { month: string }) {
  const before = (utc(`${month}-01`).getUTCDay() + 6) % 7
  const worked = days.filter(({ kind }) => kind !== 'off').length
  return (
    <section className={css.month} aria-label={intl({ month: 'long' }).format(utc(`${month}-01`))}>
      <h3>
        <span>{intl({ month: 'long' }).format(utc(`${month}-01`))}</span>
        <small>{t('time.days', { n: worked })}</small>
      </h3>
      <div className={css.days}>
        {weekdays().map((name) => (
          <small key={name} aria-hidden="true">
            {name}
          </small>
        ))}
        {days.map((one, n) => (
          <Day key={one.day} one={one} column={n === 0 ? before + 1 : undefined} onDay={onDay} />
        ))}
      </div>
    </section>
  )
}

type DayProps = { one: CalendarDay; column: number | undefined; onDay: Props['onDay'] }

function Day({ one, column, onDay }: DayProps) {
  const { day, kind, official, own } = one
  const { name, said } = dayWords(one)
  const words = said || t(`calendar.kind.${kind}`)
  const looks = {
    'data-kind': kind,
    'data-holiday': official === 'holiday' || undefined,
    'data-moved': (official === 'moved_work' && kind !== 'off') || undefined,
    'data-own': own !== null || undefined,
    'data-today': day === today() || undefined,
    title: isSpecial(one) ? words : undefined,
    ...(column && { style: { gridColumnStart: column } }),
  }
  const n = Number(day.slice(8))
  if (!onDay) return <span {...looks}>{n}</span>
  return (
    <button
      type="button"
      {...looks}
      aria-label={t('calendar.day_said', { day: name, said: words })}
      onClick={() => onDay(day)}
    >
      {n}
    </button>
  )
}
