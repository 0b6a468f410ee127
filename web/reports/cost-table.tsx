import { VisuallyHidden } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import type { CostFilter, OrderCost, reportCosts } from '#contract/reports.ts'
import type { Reply } from '#contract/endpoint.ts'
import { hours } from '#web/platform/format.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { cx } from '#web/ui/cx.ts'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { Money } from '#web/ui/figures.tsx'
import { PhaseMark } from '#web/ui/phase.tsx'
import { LabourRows } from './labour-rows.tsx'
import { Margin, MarginShare } from './margin-figure.tsx'
import css from './reports.module.css'

type Total = Reply<typeof reportCosts>['total']
type Props = {
  list: { rows: OrderCost[]; has_more: boolean; loading_more: boolean; more: () => void }
  total: Total
  filter: CostFilter
  opened: readonly string[]
  onToggle: (order_id: string) => void
}

/** Orders with their money; a row opens to its workers and their entries, sums are of the whole filter. */
export function CostTable({ list, total, filter, opened, onToggle }: Props) {
  const { rows, has_more, loading_more, more } = list
  return (
    <DataTable
      label={t('cost.heading')}
      rows={rows}
      columns={columns({ total, shown: has_more ? rows.length : null, opened, onToggle })}
      keyOf={({ order }) => order.id}
      onOpen={({ order }) => onToggle(order.id)}
      under={({ order }) => (opened.includes(order.id) ? <LabourRows order_id={order.id} filter={filter} /> : null)}
      {...{ has_more, loading_more, more }}
    />
  )
}

type Seen = { total: Total; shown: number | null } & Pick<Props, 'opened' | 'onToggle'>

/** Made when drawn: the language may change. */
const columns = ({ total, shown, opened, onToggle }: Seen): Column<OrderCost>[] => [
  {
    id: 'open',
    head: <VisuallyHidden>{t('report.phase')}</VisuallyHidden>,
    cell: ({ order }) => <Opener order={order} on={opened.includes(order.id)} onToggle={onToggle} />,
  },
  {
    id: 'number',
    head: t('report.number'),
    late: true,
    cell: ({ order: { number } }) => <span className={css.quiet}>{t('thing.order', { number })}</span>,
  },
  {
    id: 'order',
    head: t('report.order'),
    fill: true,
    cell: ({ order: { id, title }, counterparty }) => (
      <>
        <Link className={css.title} to={`/orders/${id}`} title={title} onClick={(event) => event.stopPropagation()}>
          {title}
        </Link>
        <small className={css.onPhone}>{counterparty?.name}</small>
      </>
    ),
    sum: (
      <>
        {t('cost.orders', { n: total.orders })}
        {shown !== null && <span className={css.shown}> {t('cost.shown', { n: shown })}</span>}
      </>
    ),
  },
  {
    id: 'customer',
    head: t('report.customer'),
    late: true,
    cell: ({ counterparty }) =>
      counterparty && (
        <Link
          className={css.customer}
          to={`/counterparties/${counterparty.id}`}
          title={counterparty.name}
          onClick={(event) => event.stopPropagation()}
        >
          {counterparty.name}
        </Link>
      ),
    sum: '',
  },
  ...moneyColumns(total),
]

const moneyColumns = (total: Total): Column<OrderCost>[] => [
  {
    id: 'hours',
    head: t('report.hours'),
    num: true,
    late: true,
    cell: ({ minutes }) => <Hours minutes={minutes} />,
    sum: hours(total.minutes),
  },
  {
    id: 'labour',
    head: t('report.labour'),
    num: true,
    cell: ({ labour }) => <Money minor={labour} />,
    sum: <Money minor={total.labour} />,
  },
  {
    id: 'price',
    head: t('report.price'),
    num: true,
    late: true,
    cell: ({ price }) => <Money minor={price} />,
    sum: <Money minor={total.price} />,
  },
  {
    id: 'margin',
    head: t('report.margin'),
    num: true,
    late: true,
    cell: ({ margin, price }) => <Margin margin={margin} price={price} />,
    sum: <Margin margin={total.margin} price={total.price} />,
  },
  {
    id: 'share',
    head: t('cost.share'),
    num: true,
    cell: ({ margin, price }) => <MarginShare margin={margin} price={price} />,
    sum: <MarginShare margin={total.margin} price={total.price} />,
  },
]

const Hours = ({ minutes }: { minutes: number }) => <span className={css.hours}>{hours(minutes)}</span>

type OpenerProps = { order: OrderCost['order']; on: boolean; onToggle: (order_id: string) => void }

function Opener({ order: { id, number, phase }, on, onToggle }: OpenerProps) {
  return (
    <span className={css.openCell}>
      <button
        type="button"
        data-order={id}
        className={cx(css.opener, on && css.turned)}
        aria-expanded={on}
        aria-label={t(on ? 'cost.close_row' : 'cost.open_row', { number })}
        onClick={(event) => {
          event.stopPropagation()
          onToggle(id)
        }}
      >
        <IconChevronRight size={14} stroke={1.75} aria-hidden="true" />
      </button>
      <PhaseMark phase={phase} label={t(`phase.${phase}`)} />
    </span>
  )
}
