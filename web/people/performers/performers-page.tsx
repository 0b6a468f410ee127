import { lazy, Suspense } from 'react'
import { IconListDetails, IconPlus, IconUsers } from '@tabler/icons-react'
import type { Reply } from '#contract/endpoint.ts'
import { listPerformers } from '#contract/staffing/roster.ts'
import { useMayBegin, useRight } from '#web/app/me.ts'
import { useList } from '#web/platform/ask.ts'
import { flag, oneOf, text, useFilters } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import { SearchField } from '#web/ui/fields/search-field.tsx'
import { PageHead, Tools } from '#web/ui/page-head.tsx'
import { Empty } from '#web/ui/state.tsx'
import { FoundDoubles } from '../doubles/found-doubles.tsx'
import { PerformersTabs } from '../performers-tabs.tsx'
import { NO_POOL, OneOf, PoolFilter, TradeFilter } from '../pools/filters.tsx'
import { columnsOf } from './columns.tsx'
import css from '../people.module.css'

// What opens beside the list or over it is fetched when it is opened.
const Panel = lazy(() => import('../performer-panel.tsx').then((module) => ({ default: module.PerformerPanel })))
const NewOne = lazy(() => import('../new-performer.tsx').then((module) => ({ default: module.NewPerformer })))

const shape = {
  q: text,
  speciality: text,
  pool: text,
  certificates: oneOf('expired', 'expiring'),
  whom: oneOf('invited', 'suspended', 'left'),
  sort: oneOf('name', 'load', 'rate', 'certificates'),
  desc: flag,
  open: text,
  new: flag,
}
const usePlace = () => useFilters(shape)
type Place = ReturnType<typeof usePlace>
type Filters = Place[0]

/** «Исполнители»: who goes to the sites, how busy each is today, what he costs, whose papers run out. */
export function PerformersPage() {
  const right = useRight()
  const [filters, set] = usePlace()
  const { open } = filters
  const { rows, first, ...paging } = useList(listPerformers, askedBy(filters))
  const people = (first as Reply<typeof listPerformers> | undefined)?.people
  const none = rows.length === 0 && !isNarrowed(filters)
  const manages = useMayBegin()('performers.manage')
  return (
    <div className={css.page}>
      <PageHead title={t('nav.performers')} acts={!none && manages && <Adding set={set} />}>
        <PerformersTabs />
      </PageHead>
      {none ? (
        <Nobody acts={manages && <Adding set={set} />} />
      ) : (
        <>
          <FilterRow filters={filters} set={set} people={people ?? null} />
          <DataTable
            label={t('nav.performers')}
            rows={rows}
            columns={columnsOf({ sort: filters, onSort: set, money: right('money.read') })}
            keyOf={({ id }) => id}
            open_id={open}
            onOpen={({ id }) => set({ open: id, new: undefined }, { step: true })}
            {...paging}
          />
        </>
      )}
      <Suspense>
        {open && <Panel member_id={open} onClose={() => set({ open: undefined })} />}
        {filters.new && manages && (
          <NewOne onClose={() => set({ new: undefined })} onAdded={({ id }) => set({ new: undefined, open: id })} />
        )}
      </Suspense>
    </div>
  )
}

const isNarrowed = ({ q, speciality, pool, certificates, whom }: Filters): boolean =>
  Boolean(q ?? speciality ?? pool ?? certificates ?? whom)

const askedBy = ({ q, speciality, pool, certificates, whom, sort, desc }: Filters) => ({
  ...(q && { search: q }),
  ...(speciality && { speciality_id: speciality }),
  ...(pool && (pool === NO_POOL ? { no_pool: true } : { pool_id: pool })),
  ...(certificates && { certificates }),
  ...(whom && { state: whom }),
  ...(sort && { sort }),
  ...(desc && { desc }),
})

function FilterRow({ filters, set, people }: { filters: Filters; set: Place[1]; people: number | null }) {
  const { q, speciality, pool, certificates, whom } = filters
  return (
    <Tools>
      <SearchField label={t('performers.search')} value={q} onFind={(next) => set({ q: next })} />
      <TradeFilter value={speciality} onChange={(next) => set({ speciality: next })} />
      <PoolFilter value={pool} onChange={(next) => set({ pool: next })} />
      <OneOf
        label={t('performers.certificates')}
        known={(['expired', 'expiring'] as const).map((id) => ({ id, name: t(`performers.certificates.${id}`) }))}
        value={certificates}
        onChange={(next) => set({ certificates: shape.certificates(next ?? '') })}
      />
      <OneOf
        label={t('performers.whom')}
        known={(['invited', 'suspended', 'left'] as const).map((id) => ({ id, name: t(`performers.whom.${id}`) }))}
        value={whom}
        onChange={(next) => set({ whom: shape.whom(next ?? '') })}
      />
      <FoundDoubles kind="performer" />
      {people !== null && <span className={css.counted}>{t('performers.people', { n: people })}</span>}
    </Tools>
  )
}

function Adding({ set }: { set: Place[1] }) {
  return (
    <>
      <LinkButton to="/performers/list" icon={<IconListDetails size={16} stroke={1.75} />}>
        {t('many.do')}
      </LinkButton>
      <Button
        variant="primary"
        icon={<IconPlus size={16} stroke={1.75} />}
        onClick={() => set({ new: true, open: undefined })}
      >
        {t('performers.add')}
      </Button>
    </>
  )
}

function Nobody({ acts }: { acts: React.ReactNode }) {
  return (
    <div className={css.center}>
      <Empty
        icon={<IconUsers size={24} stroke={1.75} />}
        title={t('performers.empty')}
        hint={t('performers.empty_hint')}
      >
        {acts}
        <p className={css.example}>{t('performers.empty_example')}</p>
      </Empty>
    </div>
  )
}
