import { lazy, Suspense } from 'react'
import {
  IconChartHistogram,
  IconChevronLeft,
  IconChevronRight,
  IconFileSpreadsheet,
  IconPrinter,
  IconUserCheck,
} from '@tabler/icons-react'
import { getLoad } from '#contract/time/load.ts'
import { useList } from '#web/platform/ask.ts'
import { dayName, today } from '#web/platform/format.ts'
import { addressOf, day, oneOf, text, useFilters } from '#web/platform/route.ts'
import { locale, t } from '#web/platform/words.ts'
import { Button, FileLink, IconButton, LinkButton } from '#web/ui/button.tsx'
import { FilterChip } from '#web/ui/chip.tsx'
import { SearchField } from '#web/ui/fields/search-field.tsx'
import { PageHead, Tools } from '#web/ui/page-head.tsx'
import { Empty, RowBones } from '#web/ui/state.tsx'
import { Segments } from '#web/ui/tabs.tsx'
import { PerformersTabs } from '../performers-tabs.tsx'
import { NO_POOL, PoolFilter, TradeFilter } from '../pools/filters.tsx'
import type { Loaded } from './figures.ts'
import { Legend } from './legend.tsx'
import { periodName, periodOf, stepped, views } from './period.ts'
import people from '../people.module.css'
import css from './load.module.css'

// Asked for beside the figures and not before the rest of the page: it is there when they come.
const grid = import('./load-grid.tsx')
const LoadGrid = lazy(() => grid.then((module) => ({ default: module.LoadGrid })))

// What opens beside the figures is fetched when it is opened.
const DayPanel = lazy(() => import('./day-panel.tsx').then((module) => ({ default: module.DayPanel })))
const FreePanel = lazy(() => import('./free-panel.tsx').then((module) => ({ default: module.FreePanel })))

const time = (raw: string) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(raw) ? raw : undefined)

const shape = {
  view: oneOf(...views),
  on: day,
  q: text,
  speciality: text,
  pool: text,
  person: text,
  /** The cell that is open: whose, and which day. */
  open: text,
  day,
  /** «Кто свободен?»: the day, and the time from and to. */
  free: day,
  since: time,
  until: time,
}
const usePlace = () => useFilters(shape)
type Place = ReturnType<typeof usePlace>
type Filters = Place[0]

/** «Загрузка»: people by days, planned and actual hours against the calendar; who has too much, who is free (S2, S24). */
export function LoadPage() {
  const [filters, set] = usePlace()
  const view = filters.view ?? 'two'
  const period = periodOf(view, filters.on ?? today())
  const whom = whomOf(filters)
  const { rows, first, ...paging } = useList(getLoad, { ...period, ...whom })
  const loaded = first as Loaded | undefined
  const nobody = rows.length === 0 && Object.keys(whom).length === 0
  return (
    <div className={people.page}>
      <PageHead title={t('nav.performers')} acts={!nobody && <Acts {...{ filters, set, period, whom }} />}>
        <PerformersTabs />
      </PageHead>
      {nobody ? (
        <Nobody />
      ) : (
        <>
          <Tools>
            <PeriodBar {...{ filters, set }} />
            <Narrowing {...{ filters, set }} name={rows[0]?.member.name} />
          </Tools>
          <Legend />
          <Suspense fallback={<RowBones rows={12} />}>
            {loaded && (
              <LoadGrid
                {...paging}
                rows={rows}
                days={loaded.days}
                sums={loaded.sums}
                picked={filters.free}
                open={filters.open && filters.day ? { member_id: filters.open, day: filters.day } : null}
                onOpen={({ member_id, day: on }) => set({ open: member_id, day: on, free: undefined }, { step: true })}
              />
            )}
          </Suspense>
        </>
      )}
      <Beside {...{ filters, set, whom }} />
    </div>
  )
}

type Part = { filters: Filters; set: Place[1] }

function Beside({ filters, set, whom }: Part & { whom: ReturnType<typeof whomOf> }) {
  const { open, day: on, free, since = '09:00', until = '18:00' } = filters
  return (
    <Suspense>
      {free && (
        <FreePanel
          when={{ day: free, from: since, to: until }}
          whom={whom}
          onWhen={(next) => set({ free: next.day, since: next.from, until: next.to })}
          onClose={() => set({ free: undefined, since: undefined, until: undefined })}
        />
      )}
      {!free && open && on && (
        <DayPanel
          key={`${open}${on}`}
          member_id={open}
          day={on}
          onClose={() => set({ open: undefined, day: undefined })}
        />
      )}
    </Suspense>
  )
}

const whomOf = ({ q, speciality, pool, person }: Filters) => ({
  ...(q && { search: q }),
  ...(speciality && { speciality_id: speciality }),
  ...(pool && (pool === NO_POOL ? { no_pool: true } : { pool_id: pool })),
  ...(person && { member_id: person }),
})

const look = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

type ActsProps = Part & { period: ReturnType<typeof periodOf>; whom: ReturnType<typeof whomOf> }

function Acts({ filters, set, period, whom }: ActsProps) {
  const { no_pool, ...rest } = { no_pool: false, ...whom }
  const asked = { ...period, ...rest, ...(no_pool && { no_pool: 'true' }), lang: locale() }
  return (
    <>
      <Button
        aria-pressed={filters.free !== undefined}
        icon={<IconUserCheck {...look} />}
        onClick={() =>
          set({ free: filters.free ? undefined : (filters.day ?? today()), open: undefined }, { step: true })
        }
      >
        {t('load.who_free')}
      </Button>
      <span className={css.papers}>
        <FileLink download href={addressOf('/api/load.xlsx', asked)} icon={<IconFileSpreadsheet {...look} />}>
          {t('load.xlsx')}
        </FileLink>
        <Button icon={<IconPrinter {...look} />} onClick={() => window.print()}>
          {t('load.print')}
        </Button>
      </span>
    </>
  )
}

function PeriodBar({ filters, set }: Part) {
  const view = filters.view ?? 'two'
  const on = filters.on ?? today()
  const period = periodOf(view, on)
  const here = today() >= period.from && today() <= period.to
  return (
    <div className={css.period}>
      <Segments
        label={t('load.period')}
        tabs={views.map((id) => ({ id, name: t(`load.view.${id}`) }))}
        at={view}
        onGo={(next) => set({ view: next === 'two' ? undefined : next })}
      />
      <span className={css.steps}>
        <IconButton
          variant="default"
          label={t('load.before')}
          icon={<IconChevronLeft {...look} />}
          onClick={() => set({ on: stepped(view, on, -1) })}
        />
        <b aria-live="polite">{periodName(view, period)}</b>
        <IconButton
          variant="default"
          label={t('load.after')}
          icon={<IconChevronRight {...look} />}
          onClick={() => set({ on: stepped(view, on, 1) })}
        />
        {!here && (
          <Button variant="quiet" onClick={() => set({ on: undefined })}>
            {t('load.today')}
          </Button>
        )}
      </span>
    </div>
  )
}

function Narrowing({ filters, set, name }: Part & { name: string | undefined }) {
  const { q, speciality, pool, person, free, since, until } = filters
  return (
    <div className={css.narrowing}>
      <SearchField label={t('performers.search')} value={q} onFind={(next) => set({ q: next })} />
      <TradeFilter value={speciality} onChange={(next) => set({ speciality: next })} />
      <PoolFilter value={pool} onChange={(next) => set({ pool: next })} />
      {person && <FilterChip label={t('load.person')} value={name ?? '…'} onClear={() => set({ person: undefined })} />}
      {free && (
        <FilterChip
          label={t('load.free_chip')}
          value={t('load.free_at', { day: dayName(free), from: since ?? '09:00', to: until ?? '18:00' })}
          onClear={() => set({ free: undefined, since: undefined, until: undefined })}
        />
      )}
    </div>
  )
}

function Nobody() {
  return (
    <div className={people.center}>
      <Empty icon={<IconChartHistogram size={24} stroke={1.75} />} title={t('load.empty')} hint={t('load.empty_hint')}>
        <LinkButton to="/performers" search={{ new: '1' }} variant="primary">
          {t('performers.add')}
        </LinkButton>
      </Empty>
    </div>
  )
}
