import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type HoursRow, listHours } from '#contract/time/hours.ts'
import type { Reply } from '#contract/endpoint.ts'
import { useCompany } from '#web/app/me.ts'
import { useList } from '#web/platform/ask.ts'
import { dayName, duration, money, today } from '#web/platform/format.ts'
import { go, type Reader, useFilters } from '#web/platform/route.ts'
import { locale, t } from '#web/platform/words.ts'
import { IconButton } from '#web/ui/button.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { Money } from '#web/ui/figures.tsx'
import { monthAfter, monthDays } from './weeks.ts'
import css from './performer.module.css'

const month: Reader<string> = (raw) => (/^\d{4}-(0[1-9]|1[0-2])$/.test(raw) ? raw : undefined)
const shape = { month }
type Sums = NonNullable<Reply<typeof listHours>['sums']>

/** What he has logged, month by month, and what it cost. */
export function HoursTab({ member_id }: { member_id: string }) {
  const now = today().slice(0, 7)
  const [{ month: at = now }, set] = useFilters(shape)
  const { rows, first, ...paging } = useList(listHours, { member_id, ...monthDays(at) })
  const sums = (first as Reply<typeof listHours> | undefined)?.sums
  const turn = (n: number) => set({ month: monthAfter(at, n) === now ? undefined : monthAfter(at, n) })
  return (
    <>
      <div className={css.tools}>
        <IconButton
          label={t('person.month_before')}
          icon={<IconChevronLeft size={16} stroke={1.75} />}
          onClick={() => turn(-1)}
        />
        <h2 className={css.month}>{monthName(at)}</h2>
        <IconButton
          label={t('person.month_after')}
          icon={<IconChevronRight size={16} stroke={1.75} />}
          disabled={at >= now}
          onClick={() => turn(1)}
        />
        {sums && <Summary sums={sums} />}
      </div>
      <DataTable
        label={t('person.hours')}
        rows={rows}
        columns={columns(sums ?? null)}
        keyOf={({ id }) => id}
        onOpen={({ task }) => go(`/tasks/${task.id}`)}
        empty={<p className={css.none}>{t('person.hours_none')}</p>}
        {...paging}
      />
    </>
  )
}

function Summary({ sums: { minutes, tasks, cost, fees } }: { sums: Sums }) {
  const { currency } = useCompany()
  if (minutes === 0 && (fees === null || fees === '0')) return null
  const paid = cost === null ? null : (BigInt(cost) + BigInt(fees ?? 0)).toString()
  return (
    <span className={css.summary}>
      {t('person.hours_sum', { time: duration(minutes), n: tasks })}
      {paid !== null && (
        <b>
          {fees === '0'
            ? money(paid, currency)
            : t('person.with_fees', { sum: money(paid, currency), fees: money(fees ?? '0', currency) })}
        </b>
      )}
    </span>
  )
}

const columns = (sums: Sums | null): Column<HoursRow>[] => [
  { id: 'day', head: t('person.day'), cell: ({ day }) => dayName(day) },
  {
    id: 'task',
    head: t('person.task'),
    fill: true,
    cell: ({ task, note }) => (
      <>
        <span className={css.title} title={task.title}>
          {t('task.short', { number: task.number, title: task.title })}
        </span>{' '}
        {note && <span className={css.quiet}>{note}</span>}
      </>
    ),
  },
  {
    id: 'minutes',
    head: t('person.hours'),
    num: true,
    cell: ({ minutes }) => duration(minutes),
    sum: sums && duration(sums.minutes),
  },
  ...(sums?.cost
    ? [
        {
          id: 'cost',
          head: t('person.cost'),
          num: true,
          late: true,
          cell: ({ cost }: HoursRow) => <Money minor={cost === '0' ? null : cost} />,
          sum: <Money minor={sums.cost} />,
        },
      ]
    : []),
]

function monthName(month: string): string {
  const name = new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01`),
  )
  return name.replace(' г.', '')
}
