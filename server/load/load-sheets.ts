import type { LoadFilter, LoadRow } from '#contract/time/load.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Column, Row, Sheet } from '#platform/xlsx/write-xlsx.ts'
import { performersByGroup } from '#server/people/index.ts'
import type { Words } from '#words/index.ts'
import { figuresOf, groupsOf, insistOnLoad } from './figures.ts'

type Table = { days: readonly { day: string }[]; rows: readonly LoadRow[] }
type Measure = 'planned' | 'actual' | 'available'

/** The load as sheets (LOAD-6): sums of people, and each measure day by day, of everybody in the filter. */
export async function loadSheets(ctx: Ctx, filter: LoadFilter, words: Words): Promise<Sheet[]> {
  insistOnLoad(ctx, filter)
  const people = await performersByGroup(ctx, filter)
  const figures = await figuresOf(ctx, people, filter)
  const table: Table = { days: figures.days, rows: people.map(figures.row) }
  const names = new Map(groupsOf(people, figures).map(({ id, name }) => [id, name]))
  const group = ({ group_id }: LoadRow) => names.get(group_id) ?? words('load.no_group')
  return [
    sumsSheet(table, group, words),
    daysSheet('planned', table, group, words),
    daysSheet('actual', table, group, words),
    daysSheet('available', table, group, words),
  ]
}

type GroupOf = (row: LoadRow) => string

const heads = (words: Words): Column[] => [
  { title: words('load.group'), kind: 'text', width: 22 },
  { title: words('load.person'), kind: 'text', width: 30 },
]

function sumsSheet({ rows }: Table, group: GroupOf, words: Words): Sheet {
  const all = { planned: 0, actual: 0, available: 0 }
  return {
    name: words('load.heading'),
    columns: [
      ...heads(words),
      { title: words('load.specialities'), kind: 'text', width: 30 },
      { title: words('load.available'), kind: 'hours' },
      { title: words('load.planned'), kind: 'hours' },
      { title: words('load.actual'), kind: 'hours' },
      { title: words('load.share'), kind: 'percent' },
    ],
    rows: rows.map((row): Row => {
      const [planned, actual, available] = [row.planned, row.actual, row.available].map(total) as [
        number,
        number,
        number,
      ]
      all.planned += planned
      all.actual += actual
      all.available += available
      const trades = row.specialities.map(({ name }) => name).join(', ')
      return [group(row), row.member.name, trades, available, planned, actual, share(planned, available)]
    }),
    totals: () => [
      null,
      words('report.total'),
      null,
      all.available,
      all.planned,
      all.actual,
      share(all.planned, all.available),
    ],
  }
}

function daysSheet(measure: Measure, { rows, days }: Table, group: GroupOf, words: Words): Sheet {
  const sums = days.map((_, at) => rows.reduce((sum, row) => sum + (row[measure][at] ?? 0), 0))
  return {
    name: words(`load.${measure}`),
    columns: [
      ...heads(words),
      { title: words('load.total'), kind: 'hours' },
      ...days.map(({ day }): Column => ({ title: `${day.slice(8)}.${day.slice(5, 7)}`, kind: 'hours', width: 7 })),
    ],
    rows: rows.map((row): Row => [group(row), row.member.name, total(row[measure]), ...row[measure]]),
    totals: () => [null, words('report.total'), total(sums), ...sums],
  }
}

const total = (minutes: readonly number[]): number => minutes.reduce((sum, one) => sum + one, 0)
const share = (planned: number, available: number): number | null => (available > 0 ? planned / available : null)
