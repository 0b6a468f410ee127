import { IconFlame } from '@tabler/icons-react'
import { listOrders, type OrderRow } from '#contract/orders.ts'
import { useRight } from '#web/app/me.ts'
import { useList } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { cx } from '#web/ui/cx.ts'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { Money, When } from '#web/ui/figures.tsx'
import { Avatar } from '#web/ui/person.tsx'
import { PhaseBadge, PhaseMark } from '#web/ui/phase.tsx'
import { isFiltered, type OrderFilters, serverFilter, type SetFilters } from '../order-filters.ts'
import { NoOrders } from './no-orders.tsx'
import { WarningMark } from './warning-line.tsx'
import css from './list.module.css'

/** Orders as a table, newest first; a row opens beside the list. */
export function OrderList({ filters, set }: { filters: OrderFilters; set: SetFilters }) {
  const money = useRight()('money.read')
  const { rows, has_more, loading_more, more } = useList(listOrders, serverFilter(filters))
  if (rows.length === 0 && !isFiltered(filters)) return <NoOrders onNew={() => set({ new: '1' })} />
  return (
    <DataTable
      label={t('nav.orders')}
      rows={rows}
      columns={columns(rows[0]?.currency).filter(({ id }) => money || id !== 'amount')}
      keyOf={({ id }) => id}
      open_id={filters.open}
      onOpen={({ id }) => set({ open: id, task: undefined, tab: undefined }, { step: true })}
      {...{ has_more, loading_more, more }}
      empty={<NothingFound onClear={() => set(CLEARED)} />}
    />
  )
}

const CLEARED = {
  responsible: undefined,
  customer: undefined,
  due: undefined,
  urgent: undefined,
  troubled: undefined,
  search: undefined,
  phase: undefined,
}

const NothingFound = ({ onClear }: { onClear: () => void }) => (
  <>
    {t('list.nothing_found')}
    <Button size="sm" onClick={onClear}>
      {t('filter.clear_all')}
    </Button>
  </>
)

/** Made when drawn: the language may change. */
const columns = (currency: string | undefined): Column<OrderRow>[] => [
  {
    id: 'phase',
    head: t('order.phase'),
    cell: ({ phase, stage }) => (
      <>
        <span className={css.badge}>
          <PhaseBadge phase={phase} name={stage.name} small />
        </span>
        <span className={css.onlyPhone}>
          <PhaseMark phase={phase} label={stage.name} />
        </span>
      </>
    ),
  },
  {
    id: 'number',
    head: t('order.number'),
    late: true,
    cell: ({ number }) => <span className={css.number}>{t('thing.order', { number })}</span>,
  },
  {
    id: 'title',
    head: t('order.title'),
    fill: true,
    cell: (row) => <TitleCell row={row} />,
  },
  {
    id: 'customer',
    head: t('order.customer'),
    late: true,
    cell: ({ counterparty }) => <Cut text={counterparty?.name} />,
  },
  { id: 'address', head: t('order.address'), late: true, cell: ({ address }) => <Cut text={address} /> },
  {
    id: 'responsible',
    head: t('order.responsible'),
    late: true,
    cell: ({ responsible }) => (
      <span className={css.person}>
        <Avatar who={responsible} size={20} />
        <span>{responsible.name}</span>
      </span>
    ),
  },
  {
    id: 'due',
    head: t('order.due'),
    cell: ({ due_at, phase }) => due_at && <When at={due_at} due={phase !== 'done' && phase !== 'cancelled'} />,
  },
  {
    id: 'amount',
    head: currency ? t('order.amount_in', { currency }) : t('order.amount'),
    num: true,
    late: true,
    cell: ({ amount, currency: own }) =>
      amount !== null && <Money minor={amount} {...(own !== currency && { currency: own })} />,
  },
]

function TitleCell({ row: { number, title, urgent, warning, counterparty, address } }: { row: OrderRow }) {
  return (
    <span className={css.title}>
      {urgent && (
        <span className={cx(css.mark, css.bad)} title={t('orders.urgent')}>
          <IconFlame size={14} stroke={1.75} aria-label={t('orders.urgent')} />
        </span>
      )}
      {warning && <WarningMark warning={warning} />}
      <span title={title}>{title}</span>
      <small>{[t('thing.order', { number }), counterparty?.name ?? address].filter(Boolean).join(' · ')}</small>
    </span>
  )
}

const Cut = ({ text }: { text: string | null | undefined }) =>
  text ? (
    <span className={css.cut} title={text}>
      {text}
    </span>
  ) : null
