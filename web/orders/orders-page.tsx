import { lazy, Suspense } from 'react'
import { IconChevronDown, IconLayoutKanban, IconList, IconPlus } from '@tabler/icons-react'
import { Menu } from '@mantine/core'
import { getBoard, listFunnels } from '#contract/orders.ts'
import { useMayBegin } from '#web/app/me.ts'
import { useMaybe, useReply } from '#web/platform/ask.ts'
import { money } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { PageHead } from '#web/ui/page-head.tsx'
import { Segments } from '#web/ui/tabs.tsx'
import { BoardBones } from './board/board-bones.tsx'
import { isEnded } from './board/stage.ts'
import { FilterBar } from './list/filter-bar.tsx'
import { OrderList } from './list/order-list.tsx'
import { type OrderFilters, serverFilter, type SetFilters, useOrderFilters } from './order-filters.ts'
import css from './orders.module.css'

// Only what is looked at is fetched: the board, a card when it is opened, the form when it is asked for. The list comes
// along: it is small, and most of it is the filters'.
const Board = lazy(() => import('./board/board.tsx').then((module) => ({ default: module.Board })))
const OrderPanel = lazy(() => import('./card/order-panel.tsx').then((module) => ({ default: module.OrderPanel })))
const NewOrder = lazy(() => import('./entry/new-order-for.tsx').then((module) => ({ default: module.NewOrderFor })))

const NO_ENTRY = { new: undefined, counterparty_id: undefined }

/** «Воронки»: orders as a board or a list, with the same filters; an order opens beside them. */
export function OrdersPage() {
  const [filters, set] = useOrderFilters()
  const view = filters.view ?? 'board'
  const may = useMayBegin()
  const close = () => set({ open: undefined, task: undefined, tab: undefined })
  return (
    <div className={css.page}>
      <Head filters={filters} set={set} view={view} />
      <FilterBar filters={filters} set={set} />
      {view === 'list' ? (
        <OrderList filters={filters} set={set} />
      ) : (
        <Suspense fallback={<BoardBones />}>
          <Board filters={filters} set={set} />
        </Suspense>
      )}
      {filters.open && (
        <Suspense>
          <OrderPanel order_id={filters.open} onClose={close} />
        </Suspense>
      )}
      {filters.new && may('orders.lead') && (
        <Suspense>
          <NewOrder
            call={filters.new === 'call'}
            counterparty_id={filters.counterparty_id}
            onClose={() => set(NO_ENTRY)}
            onCreated={({ id }) => set({ ...NO_ENTRY, open: id, task: undefined, tab: undefined }, { step: true })}
          />
        </Suspense>
      )}
    </div>
  )
}

type HeadProps = { filters: OrderFilters; set: SetFilters; view: 'board' | 'list' }

function Head({ filters, set, view }: HeadProps) {
  const may = useMayBegin()
  return (
    <PageHead
      title={
        <>
          <FunnelName {...{ filters, set }} />
          <Underway filters={filters} />
        </>
      }
      acts={
        <div className={css.acts} data-wide>
          <Segments
            label={t('orders.view')}
            at={view}
            onGo={(next) => set({ view: next === 'board' ? undefined : next })}
            tabs={[
              { id: 'board', name: t('orders.board'), icon: <IconLayoutKanban size={16} stroke={1.75} /> },
              { id: 'list', name: t('orders.list'), icon: <IconList size={16} stroke={1.75} /> },
            ]}
          />
          {may('orders.lead') && (
            <Button variant="primary" icon={<IconPlus size={16} stroke={1.75} />} onClick={() => set({ new: '1' })}>
              {t('orders.new')}
            </Button>
          )}
        </div>
      }
    />
  )
}

/** The funnel's name; with more than one it is a choice. */
function FunnelName({ filters, set }: Omit<HeadProps, 'view'>) {
  const { rows } = useReply(listFunnels, {})
  const name = (rows.find(({ id }) => id === filters.funnel) ?? rows[0])?.name ?? t('nav.orders')
  if (rows.length < 2) return name
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={css.funnel}>
          {name}
          <IconChevronDown size={18} stroke={1.75} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {rows.map((funnel) => (
          <Menu.Item key={funnel.id} onClick={() => set({ funnel: funnel.id })}>
            {funnel.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** «23 заказа в ходу на 36 570,00 BYN»: what the filter shows, ended orders apart. */
function Underway({ filters }: { filters: OrderFilters }) {
  const { phase: _, ...filter } = serverFilter(filters)
  const board = useMaybe(getBoard, filter)
  const columns = board?.columns.filter(({ stage }) => !isEnded(stage.phase)) ?? []
  const n = columns.reduce((all, { count }) => all + count, 0)
  const sum = columns.reduce((all, column) => all + BigInt(column.sum ?? 0), 0n)
  const currency = columns[0]?.currency
  if (!currency) return null
  return (
    <span className={css.underway}>
      {sum > 0n ? t('orders.underway_sum', { n, sum: money(String(sum), currency) }) : t('orders.underway', { n })}
    </span>
  )
}
