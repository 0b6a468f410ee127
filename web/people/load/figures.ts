import type { Reply } from '#contract/endpoint.ts'
import type { getLoad, LoadRow } from '#contract/time/load.ts'
import { dayName, duration } from '#web/platform/format.ts'
import { locale, t } from '#web/platform/words.ts'
import { heatOf } from '../performer/weeks.ts'

export type Loaded = Reply<typeof getLoad>
export type LoadDay = Loaded['days'][number]

/** One day of one person, as its cell shows it. */
export type Cell = {
  day: string
  /** What fills the day: what was done, or ahead what is planned. */
  busy: number
  planned: number
  actual: number
  available: number
  away: LoadRow['away'][number] | undefined
  point: boolean
  ahead: boolean
  heat: ReturnType<typeof heatOf>
}

export function cellOf(row: LoadRow, days: readonly LoadDay[], at: number, today: string): Cell {
  const day = days[at]?.day ?? ''
  const [planned, actual, available] = [row.planned[at] ?? 0, row.actual[at] ?? 0, row.available[at] ?? 0]
  const busy = day < today ? actual : day === today ? Math.max(actual, planned) : planned
  return {
    day,
    busy,
    planned,
    actual,
    available,
    away: row.away.find((one) => one.at === at),
    point: row.points.includes(at),
    ahead: day > today,
    heat: heatOf(busy, available),
  }
}

/** All that a cell's colour, figure and mark say, in words. */
export function cellWords({ planned, actual, available, away, point, heat, ahead, busy }: Cell): string {
  return [
    away && t('person.absence', { kind: away.kind }),
    planned > 0 && t('load.cell_plan', { time: duration(planned) }),
    actual > 0 && t('load.cell_fact', { time: duration(actual) }),
    available > 0 && t('load.cell_of', { time: duration(available) }),
    heat === 5 && t('load.cell_over'),
    ahead && busy === 0 && available > 0 && !point && t('load.cell_free'),
    point && t('load.cell_point'),
    available === 0 && !away && planned === 0 && actual === 0 && t('load.cell_off'),
  ]
    .filter(Boolean)
    .join(', ')
}

export const labelOf = (name: string, cell: Cell): string =>
  t('load.cell', { name, day: dayName(cell.day), said: cellWords(cell) })

const formats = new Map<string, Intl.NumberFormat>()

/** Hours in a cell: «6», «7,5»; in a narrow one `whole`: «8». To make a format takes longer than to use it in all cells of a row. */
export function short(minutes: number, whole = false): string {
  const key = `${locale()} ${whole}`
  const made = formats.get(key) ?? new Intl.NumberFormat(locale(), { maximumFractionDigits: whole ? 0 : 1 })
  formats.set(key, made)
  return made.format(minutes / 60)
}

export const total = (minutes: readonly number[]): number => minutes.reduce((sum, one) => sum + one, 0)
