import { IconLayoutKanban } from '@tabler/icons-react'
import { listOrders, type OrderRow } from '#contract/orders.ts'
import { useList } from '#web/platform/ask.ts'
import { day } from '#web/platform/format.ts'
import { go } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { Money } from '#web/ui/figures.tsx'
import { PhaseBadge } from '#web/ui/phase.tsx'
import { Empty } from '#web/ui/state.tsx'
import css from './counterparties.module.css'

/** All orders of a counterparty, newest first. */
export function CounterpartyOrders({ counterparty_id }: { counterparty_id: string }) {
  const { rows, has_more, loading_more, more } = useList(listOrders, { counterparty_id })
  if (rows.length === 0)
    return (
      <div className={css.center}>
        <Empty
          icon={<IconLayoutKanban size={24} stroke={1.75} />}
          title={t('counterparty.orders_none')}
          hint={t('counterparty.orders_none_hint')}
        />
      </div>
    )
  return (
    <DataTable
      label={t('counterparty.orders')}
      rows={rows}
      columns={columns()}
      keyOf={({ id }) => id}
      onOpen={({ id }) => go(`/orders/${id}`)}
      {...{ has_more, loading_more, more }}
    />
  )
}

/** Made when drawn: the language may change. */
const columns = (): Column<OrderRow>[] => [
  {
    id: 'number',
    head: t('order.number'),
    cell: ({ number }) => <span className={css.number}>{t('thing.order', { number })}</span>,
  },
  {
    id: 'title',
    head: t('order.title'),
    fill: true,
    cell: ({ title, address }) => (
      <>
        <span className={css.title} title={title}>
          {title}
        </span>{' '}
        <span className={css.quiet}>{address}</span>
      </>
    ),
  },
  {
    id: 'phase',
    head: t('order.phase'),
    late: true,
    cell: ({ phase, stage }) => <PhaseBadge phase={phase} name={stage.name} small />,
  },
  {
    id: 'created',
    head: t('outbox.created'),
    late: true,
    cell: ({ created_at }) => <span className={css.quiet}>{day(created_at)}</span>,
  },
  {
    id: 'amount',
    head: t('order.amount'),
    num: true,
    cell: ({ amount, currency }) => amount !== null && <Money minor={amount} currency={currency} />,
  },
]
