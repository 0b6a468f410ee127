import { Fragment } from 'react'
import { type CostFilter, reportOrderLabour } from '#contract/reports.ts'
import type { Reply } from '#contract/endpoint.ts'
import { useMaybe } from '#web/platform/ask.ts'
import { dayName, hours, money } from '#web/platform/format.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { cx } from '#web/ui/cx.ts'
import { Money } from '#web/ui/figures.tsx'
import { Avatar } from '#web/ui/person.tsx'
import { Bone } from '#web/ui/state.tsx'
import css from './reports.module.css'

type Worker = Reply<typeof reportOrderLabour>['workers'][number]
type Props = { order_id: string; filter: CostFilter }

/** The rows behind an order's labour: workers, and each one's entries. */
export function LabourRows({ order_id, filter }: Props) {
  const report = useMaybe(reportOrderLabour, { order_id, ...filter })
  if (!report)
    return (
      <tr className={css.worker}>
        <Lead />
        <td>
          <Bone w="60%" />
        </td>
        <Rest all />
      </tr>
    )
  return report.workers.map((worker) => (
    <Fragment key={worker.member.id}>
      <WorkerRow worker={worker} />
      {worker.fees.map((fee) => (
        <FeeRow key={fee.task.id} {...{ fee, order_id }} last={worker.entries.length === 0} />
      ))}
      {worker.entries.map((entry, i) => (
        <EntryRow
          key={entry.id}
          {...{ entry, order_id, currency: report.currency }}
          by_fee={worker.fees.some(({ task }) => task.id === entry.task.id)}
          last={i === worker.entries.length - 1}
        />
      ))}
    </Fragment>
  ))
}

/** What these rows leave empty: a cell for each column, so that those hidden on a phone stay hidden. */
const Nothing = ({ late }: { late?: boolean }) => <td className={cx(late && css.late)}>{null}</td>

const Lead = () => (
  <>
    <Nothing />
    <Nothing late />
  </>
)

/** After labour; with `all`, after the order. */
const Rest = ({ all }: { all?: boolean }) => (
  <>
    {all && <Nothing late />}
    {all && <Nothing late />}
    {all && <Nothing />}
    <Nothing late />
    <Nothing late />
    <Nothing />
  </>
)

function WorkerRow({ worker: { member, minutes, labour, entries, fees } }: { worker: Worker }) {
  const days = new Set([...entries, ...fees].map(({ day }) => day)).size
  return (
    <tr className={css.worker}>
      <Lead />
      <td className={css.workerCell}>
        <span className={css.workerName}>
          <Avatar who={member} size={20} alone={false} />
          <Link to={`/performers/${member.id}`}>{member.name}</Link>
          <small>{t('cost.days', { n: days })}</small>
        </span>
      </td>
      <Nothing late />
      <td className={cx(css.num, css.late)}>{hours(minutes)}</td>
      <td className={css.num}>
        <Money minor={labour} />
      </td>
      <Rest />
    </tr>
  )
}

type Entry = Worker['entries'][number]
type EntryProps = { entry: Entry; order_id: string; currency: string; by_fee: boolean; last: boolean }

function EntryRow({ entry, order_id, currency, by_fee, last }: EntryProps) {
  return (
    <tr className={cx(css.entry, last && css.last)}>
      <Lead />
      <td className={css.workerCell}>
        <EntryWords entry={entry} order_id={order_id} />
      </td>
      <td className={cx(css.num, css.late, css.entryRate)}>
        {entry.cost_per_hour === null
          ? t(by_fee ? 'cost.by_fee' : 'cost.no_rate')
          : t('performer.per_hour', { sum: money(entry.cost_per_hour, currency) })}
      </td>
      <td className={cx(css.num, css.late)}>{hours(entry.minutes)}</td>
      <td className={css.num}>
        <Money minor={entry.cost} />
      </td>
      <Rest />
    </tr>
  )
}

type FeeProps = { fee: Worker['fees'][number]; order_id: string; last: boolean }

/** A fixed sum for a whole task: no hours, a cost. */
function FeeRow({ fee: { day, task, fee }, order_id, last }: FeeProps) {
  return (
    <tr className={cx(css.entry, last && css.last)}>
      <Lead />
      <td className={css.workerCell}>
        <EntryWords entry={{ day, task, note: null }} order_id={order_id} />
      </td>
      <td className={cx(css.num, css.late, css.entryRate)}>{t('cost.fee')}</td>
      <Nothing late />
      <td className={css.num}>
        <Money minor={fee} />
      </td>
      <Rest />
    </tr>
  )
}

type WordsProps = { entry: Pick<Entry, 'day' | 'task' | 'note'>; order_id: string }

function EntryWords({ entry: { day, task, note }, order_id }: WordsProps) {
  return (
    <span className={css.entryWords}>
      <span className={css.entryDay}>{dayName(day)}</span>
      <span className={css.entryWhat} title={note ?? task.title}>
        <Link to={`/orders/${order_id}`} search={{ task: task.id }}>
          {note ?? task.title}
        </Link>
      </span>
    </span>
  )
}
