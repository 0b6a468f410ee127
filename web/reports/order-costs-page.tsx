import { Suspense } from 'react'
import { IconChartBar, IconFileSpreadsheet, IconMathFunction } from '@tabler/icons-react'
import { type OrderCost, reportCosts } from '#contract/reports.ts'
import type { Reply } from '#contract/endpoint.ts'
import { CustomerFilter } from '#web/documents/customer-filter.tsx'
import { useList } from '#web/platform/ask.ts'
import { Link } from '#web/platform/link.tsx'
import { addressOf } from '#web/platform/route.ts'
import { locale, t } from '#web/platform/words.ts'
import { Button, FileLink } from '#web/ui/button.tsx'
import { PageHead, Tools } from '#web/ui/page-head.tsx'
import { Empty, RowBones } from '#web/ui/state.tsx'
import { CostChart } from './cost-chart.tsx'
import { CostSummary } from './cost-summary.tsx'
import { CostTable } from './cost-table.tsx'
import { type CostFilters, periodOf, serverFilter, type SetCostFilters, useCostFilters } from './filters.ts'
import { HowCounted } from './how-counted.tsx'
import { PeriodFilter } from './period-filter.tsx'
import { PersonFilter } from './person-filter.tsx'
import css from './reports.module.css'

/** «Себестоимость заказов»: what orders cost, by worker and entry, against their price. */
export function OrderCostsPage() {
  const [filters, set] = useCostFilters()
  const how = filters.how !== '0'
  return (
    <div className={css.page}>
      <PageHead
        title={t('cost.heading')}
        crumbs={[
          <Link key="all" to="/reports">
            {t('nav.reports')}
          </Link>,
        ]}
        acts={
          <>
            <Button
              aria-pressed={how}
              className={css.howButton}
              icon={<IconMathFunction size={16} stroke={1.75} />}
              onClick={() => set({ how: how ? '0' : '1' })}
            >
              {t('cost.how')}
            </Button>
            <FileLink
              download
              href={addressOf('/api/reports/order-costs.xlsx', { ...serverFilter(filters), lang: locale() })}
              icon={<IconFileSpreadsheet size={16} stroke={1.75} aria-hidden="true" />}
            >
              {t('cost.xlsx')}
            </FileLink>
          </>
        }
      />
      <Tools>
        <PeriodFilter period={periodOf(filters)} onChange={(period) => set({ ...period, open: undefined })} />
        <CustomerFilter
          label={t('cost.customer')}
          customer={filters.customer}
          onChange={(customer) => set({ customer })}
        />
        <PersonFilter
          kind="staff"
          label={t('cost.manager')}
          value={filters.manager}
          onChange={(manager) => set({ manager })}
        />
        <PersonFilter
          kind="performer"
          label={t('cost.worker')}
          value={filters.worker}
          onChange={(worker) => set({ worker })}
        />
      </Tools>
      <Suspense fallback={<RowBones />}>
        <Report filters={filters} set={set} how={how} />
      </Suspense>
    </div>
  )
}

/** How many orders are opened by one press: each asks the server. */
const AT_ONCE = 50

type Props = { filters: CostFilters; set: SetCostFilters; how: boolean }

function Report({ filters, set, how }: Props) {
  const filter = serverFilter(filters)
  const list = useList(reportCosts, filter)
  const first = list.first as Reply<typeof reportCosts> | undefined
  const opened = filters.open ?? []
  const { rows } = list
  const toggle = (id: string) =>
    set({ open: opened.includes(id) ? opened.filter((one) => one !== id) : [...opened, id] })
  if (!first || rows.length === 0)
    return (
      <div className={css.center}>
        <Empty icon={<IconChartBar size={24} stroke={1.75} />} title={t('cost.empty')} hint={t('cost.empty_hint')} />
      </div>
    )
  const all_open = opened.length > 0 && rows.slice(0, AT_ONCE).every(({ order }) => opened.includes(order.id))
  return (
    <>
      <div className={css.over} data-how={how || undefined}>
        <CostSummary filters={filters} report={first} unpriced={list.has_more ? 0 : rows.filter(unpriced).length} />
        <CostChart
          rows={rows}
          opened={opened}
          onPick={(id) => {
            toggle(id)
            if (!opened.includes(id)) show(id)
          }}
        />
        {how && (
          <HowCounted
            asked={filters.how === '1'}
            all_open={all_open}
            onOpenAll={() => set({ open: all_open ? undefined : rows.slice(0, AT_ONCE).map(({ order }) => order.id) })}
            onClose={() => set({ how: '0' })}
          />
        )}
      </div>
      <CostTable {...{ list, filter, opened }} total={first.total} onToggle={toggle} />
    </>
  )
}

const unpriced = ({ price }: OrderCost): boolean => price === null

/** Brings the row of a pressed bar into view. */
const show = (order_id: string): void =>
  document.querySelector(`[data-order="${order_id}"]`)?.scrollIntoView({ block: 'center', behavior: 'smooth' })
