import { useState } from 'react'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type CalendarDay, getCalendar } from '#contract/time/calendar.ts'
import { useRight } from '#web/app/me.ts'
import { useReply } from '#web/platform/ask.ts'
import { count, today } from '#web/platform/format.ts'
import { useFilters, whole } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { SettingsHead } from '#web/settings/settings-head.tsx'
import { IconButton } from '#web/ui/button.tsx'
import { Notice } from '#web/ui/state.tsx'
import { DayDialog } from './day-dialog.tsx'
import { dayWords, isSpecial } from './day-words.ts'
import { CompanyWeek } from './company-week.tsx'
import { YearMonths } from './year-months.tsx'
import people from '../people.module.css'
import css from './calendar.module.css'

const FIRST = 2020
const LAST = 2040

/** «Календарь»: how the company works through a year, and in a usual week. */
export function CalendarPage() {
  const [filters, set] = useFilters({ year: whole })
  const year = Math.min(LAST, Math.max(FIRST, filters.year ?? Number(today().slice(0, 4))))
  const calendar = useReply(getCalendar, { year })
  const may = useRight()('company.settings')
  const [open, setOpen] = useState<CalendarDay | null>(null)
  const onDay = (day: string) => setOpen(calendar.days.find((one) => one.day === day) ?? null)
  return (
    <div className={people.scrolls}>
      <SettingsHead />
      <div className={css.page}>
        <div className={css.yearHead}>
          <IconButton
            variant="default"
            label={t('calendar.year_before')}
            icon={<IconChevronLeft size={16} stroke={1.75} />}
            disabled={year === FIRST}
            onClick={() => set({ year: year - 1 })}
          />
          <h2>{year}</h2>
          <IconButton
            variant="default"
            label={t('calendar.year_after')}
            icon={<IconChevronRight size={16} stroke={1.75} />}
            disabled={year === LAST}
            onClick={() => set({ year: year + 1 })}
          />
          <span>
            {t('calendar.sum', { days: calendar.working_days, hours: count(Math.round(calendar.minutes / 60)) })}
          </span>
        </div>
        {!calendar.moves_known && <Notice tone="info">{t('calendar.moves_unknown')}</Notice>}
        <p className={css.lead}>{t(may ? 'calendar.how' : 'calendar.read_only')}</p>
        <Legend />
        <div className={css.columns}>
          <YearMonths days={calendar.days} onDay={may ? onDay : undefined} />
          <Special days={calendar.days} onDay={may ? onDay : undefined} />
        </div>
        <CompanyWeek />
      </div>
      {open && <DayDialog day={open} onClose={() => setOpen(null)} />}
    </div>
  )
}

function Legend() {
  return (
    <ul className={css.legend}>
      <li>
        <i data-kind="off">8</i> {t('calendar.legend.off')}
      </li>
      <li>
        <i data-kind="off" data-holiday>
          1
        </i>{' '}
        {t('calendar.legend.holiday')}
      </li>
      <li>
        <i data-kind="short">5</i> {t('calendar.legend.short')}
      </li>
      <li>
        <i data-moved>16</i> {t('calendar.legend.moved')}
      </li>
      <li>
        <i data-own>20</i> {t('calendar.legend.own')}
      </li>
    </ul>
  )
}

type SpecialProps = { days: readonly CalendarDay[]; onDay: ((day: string) => void) | undefined }

/** Holidays, moved days and the company's own in words, one under another. */
function Special({ days, onDay }: SpecialProps) {
  const special = days.filter(isSpecial)
  return (
    <section className={css.special}>
      <h2>{t('calendar.special')}</h2>
      {special.length === 0 && <p className={css.lead}>{t('calendar.special_none')}</p>}
      <ul>
        {special.map((one) => {
          const { name, said } = dayWords(one)
          return (
            <li key={one.day}>
              {onDay ? (
                <button type="button" onClick={() => onDay(one.day)}>
                  {name}
                </button>
              ) : (
                <b>{name}</b>
              )}
              <span>{said}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
