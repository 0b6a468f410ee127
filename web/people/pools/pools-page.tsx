import { lazy, Suspense } from 'react'
import { IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { listPoolRequests, listPools, type Pool } from '#contract/pools.ts'
import { useMayBegin } from '#web/app/me.ts'
import { useList, useMaybeList } from '#web/platform/ask.ts'
import { flag, text, useFilters } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip, Count, FilterChip } from '#web/ui/chip.tsx'
import { cx } from '#web/ui/cx.ts'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { SearchField } from '#web/ui/fields/search-field.tsx'
import { PageHead, Tools } from '#web/ui/page-head.tsx'
import { Empty } from '#web/ui/state.tsx'
import people from '../people.module.css'
import { TradeFilter } from './filters.tsx'
import { Curators } from './pool-curators.tsx'
import { PoolPanel } from './pool-panel.tsx'
import { RequestList } from './request-list.tsx'
import css from './pools.module.css'

const PoolForm = lazy(() => import('./pool-form.tsx').then((module) => ({ default: module.PoolForm })))

const shape = { q: text, trade: text, mine: flag, archive: flag, open: text, new: flag }

/** «Пулы исполнителей»: who leads whom, and who asks for whose people. */
export function PoolsPage() {
  const may = useMayBegin()
  const [filters, set] = useFilters(shape)
  const { q, trade, mine, archive, open } = filters
  const list = useList(listPools, {
    ...(q && { search: q }),
    ...(trade && { speciality_id: trade }),
    ...(mine && { mine }),
    ...(archive && { archived: true }),
  })
  const none = list.rows.length === 0 && !q && !trade && !mine && !archive
  const add = may('performers.manage') && (
    <Button
      variant="primary"
      icon={<IconPlus size={16} stroke={1.75} />}
      onClick={() => set({ new: true, open: undefined })}
    >
      {t('pools.add')}
    </Button>
  )
  return (
    <div className={people.page}>
      <PageHead title={t('pools.heading')} acts={!none && add} />
      {none ? (
        <div className={people.center}>
          <Empty
            icon={<IconUsersGroup size={24} stroke={1.75} />}
            title={t('pools.empty')}
            hint={t('pools.empty_hint')}
          >
            {add}
            <p className={people.example}>{t('pools.empty_example')}</p>
          </Empty>
        </div>
      ) : (
        <div className={people.scrolls}>
          <Requests />
          <Tools>
            <SearchField label={t('pools.search')} value={q} onFind={(next) => set({ q: next })} />
            <TradeFilter value={trade} onChange={(next) => set({ trade: next })} />
            <Toggle label={t('pools.mine')} on={mine} onChange={(next) => set({ mine: next })} />
            <Toggle label={t('pools.archive')} on={archive} onChange={(next) => set({ archive: next })} />
          </Tools>
          <DataTable
            label={t('pools.heading')}
            rows={list.rows}
            columns={columns()}
            keyOf={({ id }) => id}
            open_id={open}
            onOpen={({ id }) => set({ open: id, new: undefined }, { step: true })}
            has_more={list.has_more}
            loading_more={list.loading_more}
            more={list.more}
          />
        </div>
      )}
      {open && <PoolPanel pool_id={open} onClose={() => set({ open: undefined })} />}
      <Suspense>
        {filters.new && may() && (
          <PoolForm onClose={() => set({ new: undefined })} onSaved={({ id }) => set({ new: undefined, open: id })} />
        )}
      </Suspense>
    </div>
  )
}

type ToggleProps = { label: string; on: boolean | undefined; onChange: (next: true | undefined) => void }

const Toggle = ({ label, on = false, onChange }: ToggleProps) => (
  <FilterChip
    label={label}
    {...(on && { value: t('filter.only'), onClear: () => onChange(undefined) })}
    aria-pressed={on}
    onClick={() => onChange(on ? undefined : true)}
  />
)

/** What waits for this very person, and what he has asked himself and is still open. */
function Requests() {
  const to_me = useMaybeList(listPoolRequests, { box: 'to_me' })
  const mine = useMaybeList(listPoolRequests, { box: 'mine', state: ['asked', 'granted'] })
  const open = mine.rows.filter(({ over }) => !over)
  return (
    <>
      <RequestList heading={t('pools.requests')} rows={to_me.rows} hot />
      <RequestList heading={t('pools.requests_mine')} rows={open} />
    </>
  )
}

/** Made when drawn: the language may change. */
const columns = (): Column<Pool>[] => [
  {
    id: 'name',
    head: t('pool.name'),
    cell: ({ name, curators }) => (
      <span className={css.poolName}>
        <span className={people.name}>{name}</span>
        <span className={people.phoneOnly}>
          <Curators curators={curators} />
        </span>
      </span>
    ),
  },
  {
    id: 'trades',
    head: t('performer.specialities'),
    late: true,
    cell: ({ specialities }) => (
      <span className={cx(people.chips, people.oneLine)}>
        {specialities.slice(0, 3).map(({ id, name }) => (
          <Chip key={id}>{name}</Chip>
        ))}
        {specialities.length > 3 && (
          <span
            className={people.quiet}
            title={specialities
              .slice(3)
              .map(({ name }) => name)
              .join(', ')}
          >
            {t('people.more', { n: specialities.length - 3 })}
          </span>
        )}
      </span>
    ),
  },
  {
    id: 'curators',
    head: t('pool.curators'),
    late: true,
    fill: true,
    cell: ({ curators }) => <Curators curators={curators} />,
  },
  { id: 'people', head: t('pool.people'), num: true, cell: ({ people: n }) => n },
  {
    id: 'requests',
    head: t('pool.requests'),
    num: true,
    cell: ({ open_requests, mine }) => open_requests > 0 && <Count n={open_requests} {...(mine && { tone: 'hot' })} />,
  },
]
