import { VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { IconArrowRight } from '@tabler/icons-react'
import type { Reply } from '#contract/endpoint.ts'
import { getLoadOf } from '#contract/time/load.ts'
import { staffPaths } from '#web/app/paths.ts'
import { useReply } from '#web/platform/ask.ts'
import { dayName, duration, today } from '#web/platform/format.ts'
import { Link } from '#web/platform/link.tsx'
import { locale, t } from '#web/platform/words.ts'
import { cx } from '#web/ui/cx.ts'
import { Section } from '#web/ui/rows.tsx'
import { DayOfLoad } from './day-of-load.tsx'
import { heatOf, plusDays, weekStart } from './weeks.ts'
import heats from '../load/heat.module.css'
import css from './performer.module.css'

const WEEKS = 4
type Loaded = Reply<typeof getLoadOf>
type Cell = { at: number; day: string; planned: number; available: number; away: string | undefined; point: boolean }

/** How busy he is: this week and the next three, a cell a day. A day opens what stands on it. */
export function LoadWeeks({ member_id }: { member_id: string }) {
  const from = weekStart(today())
  const loaded = useReply(getLoadOf, { member_id, from, to: plusDays(from, WEEKS * 7 - 1) })
  const [open, setOpen] = useState<string | null>(null)
  const cells = cellsOf(loaded)
  const weeks = Array.from({ length: WEEKS }, (_, n) => cells.slice(n * 7, n * 7 + 7))
  return (
    <Section
      title={t('person.load')}
      aside={sumsOf(cells)}
      end={
        staffPaths.has('/performers/load') && (
          <Link to="/performers/load" search={{ person: member_id }} className={css.more}>
            {t('person.load_all')}
            <IconArrowRight size={14} stroke={1.75} aria-hidden="true" />
          </Link>
        )
      }
    >
      <table className={css.weeks} aria-label={t('person.load')}>
        <thead>
          <tr>
            <th scope="col" className={css.week}>
              {t('person.week')}
            </th>
            {weeks[0]?.map(({ day }) => (
              <th key={day} scope="col">
                {weekday(day)}
              </th>
            ))}
            <th scope="col" className={css.sum}>
              {t('person.hours')}
            </th>
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.day}>
              <th scope="row">{weekName(week)}</th>
              {week.map((cell) => (
                <td key={cell.day}>
                  <DayCell
                    cell={cell}
                    open={open === cell.day}
                    onOpen={() => setOpen(open === cell.day ? null : cell.day)}
                  />
                </td>
              ))}
              <td className={css.sum}>{sumsOf(week)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {open && <DayOfLoad key={open} member_id={member_id} day={open} onClose={() => setOpen(null)} />}
    </Section>
  )
}

type CellProps = { cell: Cell; open: boolean; onOpen: () => void }

function DayCell({ cell, open, onOpen }: CellProps) {
  const { day, planned, available, away, point } = cell
  const words =
    away ??
    (planned > 0 || available > 0
      ? t('person.load_of', { planned: duration(planned), available: duration(available) })
      : t('person.day_off'))
  return (
    <button
      type="button"
      className={cx(
        css.day,
        heats[`h${heatOf(planned, available)}`],
        away && css.away,
        available === 0 && planned === 0 && css.off,
      )}
      title={words}
      aria-expanded={open}
      data-today={day === today() || undefined}
      onClick={onOpen}
    >
      <VisuallyHidden>{`${dayName(day)}: ${words}`}</VisuallyHidden>
      <small aria-hidden="true">{Number(day.slice(8))}</small>
      <b aria-hidden="true">{planned > 0 ? short(planned) : away ? '' : point ? '•' : ''}</b>
    </button>
  )
}

function cellsOf({ days, row }: Loaded): Cell[] {
  const away = new Map(row.away.filter(({ whole }) => whole).map(({ at, kind }) => [at, t('person.absence', { kind })]))
  return days.map(({ day }, at) => ({
    at,
    day,
    planned: row.planned[at] ?? 0,
    available: row.available[at] ?? 0,
    away: away.get(at),
    point: row.points.includes(at),
  }))
}

function sumsOf(cells: readonly Cell[]): string {
  const sum = (of: 'planned' | 'available') => cells.reduce((all, cell) => all + cell[of], 0)
  return t('person.hours_of', { planned: short(sum('planned')), available: short(sum('available')) })
}

/** Hours in a cell: «6», «7,5». */
const short = (minutes: number): string =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(minutes / 60)

const weekday = (day: string): string =>
  new Intl.DateTimeFormat(locale(), { weekday: 'short', timeZone: 'UTC' }).format(new Date(day))

function weekName(week: readonly Cell[]): string {
  const [first, last] = [week[0]?.day, week.at(-1)?.day]
  if (!first || !last) return ''
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', timeZone: 'UTC' })
    .formatRange(new Date(first), new Date(last))
    .replaceAll('\u2009', '')
}
