import { lazy, Suspense } from 'react'
import { IconBeach, IconPlus } from '@tabler/icons-react'
import { type Absence, getAbsence, listAbsences } from '#contract/time/absences.ts'
import { useMayBegin } from '#web/app/me.ts'
import { useList, useMaybe } from '#web/platform/ask.ts'
import { today } from '#web/platform/format.ts'
import { flag, oneOf, text, useFilters } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { SettingsHead } from '#web/settings/settings-head.tsx'
import { Button } from '#web/ui/button.tsx'
import { FilterChip } from '#web/ui/chip.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { Tools } from '#web/ui/page-head.tsx'
import { Person } from '#web/ui/person.tsx'
import { Empty } from '#web/ui/state.tsx'
import { Segments } from '#web/ui/tabs.tsx'
import { daysOf, KindMark, StateChip } from './absence-words.tsx'
import { ActingNote } from './acting-note.tsx'
import { Substitutions } from './substitutions.tsx'
import people from '../people.module.css'
import css from './absences.module.css'

// What opens beside the list or over it is fetched when it is opened.
const Panel = lazy(() => import('./absence-panel.tsx').then((module) => ({ default: module.AbsencePanel })))
const Form = lazy(() => import('./absence-form.tsx').then((module) => ({ default: module.AbsenceForm })))
const Deputy = lazy(() => import('./deputy-form.tsx').then((module) => ({ default: module.DeputyForm })))

const shape = { tab: oneOf('deputies'), waiting: flag, today: flag, all: flag, member: text, open: text, new: flag }
const usePlace = () => useFilters(shape)
type Place = ReturnType<typeof usePlace>

/** «Отсутствия» and «Замещения»: who is not there, who asks not to be, and who acts for whom. */
export function AbsencesPage() {
  const [filters, set] = usePlace()
  const deputies = filters.tab === 'deputies'
  const mayBegin = useMayBegin()()
  const over = () => set({ new: undefined })
  return (
    <div className={people.page}>
      <SettingsHead
        acts={
          mayBegin && (
            <Button
              variant="primary"
              icon={<IconPlus size={16} stroke={1.75} />}
              onClick={() => set({ new: true, open: undefined })}
            >
              {t(deputies ? 'substitutions.add' : 'absences.add')}
            </Button>
          )
        }
      />
      <ActingNote />
      <Tools>
        <Segments
          label={t('absences.view')}
          tabs={[
            { id: 'absences', name: t('absences.heading') },
            { id: 'deputies', name: t('substitutions.heading') },
          ]}
          at={deputies ? 'deputies' : 'absences'}
          onGo={(id) => set({ tab: id === 'deputies' ? id : undefined, open: undefined })}
        />
        {!deputies && <Toggles {...{ filters, set }} />}
      </Tools>
      {deputies ? <Substitutions /> : <Absences {...{ filters, set }} />}
      <Suspense>
        {filters.new &&
          mayBegin &&
          (deputies ? <Deputy onClose={over} /> : <Form one={null} member={filters.member} onClose={over} />)}
      </Suspense>
    </div>
  )
}

const ALL: Absence['state'][] = ['asked', 'confirmed', 'refused', 'withdrawn']

type Part = { filters: Place[0]; set: Place[1] }

function Toggles({ filters, set }: Part) {
  return (['waiting', 'today', 'all'] as const).map((name) => {
    const on = filters[name] ?? false
    return (
      <FilterChip
        key={name}
        label={t(`absences.${name === 'all' ? 'past' : name}`)}
        {...(on && { value: t('filter.only'), onClear: () => set({ [name]: undefined }) })}
        aria-pressed={on}
        onClick={() => set({ [name]: on ? undefined : true })}
      />
    )
  })
}

function Absences({ filters, set }: Part) {
  const { waiting, today: now, all, member, open } = filters
  const { rows, has_more, loading_more, more } = useList(listAbsences, {
    ...(all && { state: ALL }),
    ...(waiting && { state: ALL.slice(0, 1) }),
    ...(now && { from: today(), to: today() }),
    ...(member && { member_id: member }),
  })
  if (rows.length === 0 && !waiting && !now && !all && !member) return <NobodyAway />
  return (
    <>
      <DataTable
        label={t('absences.heading')}
        rows={rows}
        columns={columns()}
        keyOf={({ id }) => id}
        open_id={open}
        onOpen={({ id }) => set({ open: id }, { step: true })}
        empty={t('absences.none')}
        {...{ has_more, loading_more, more }}
      />
      <Suspense>
        {open && <Opened key={open} absence_id={open} rows={rows} onClose={() => set({ open: undefined })} />}
      </Suspense>
    </>
  )
}

type OpenedProps = { absence_id: string; rows: readonly Absence[]; onClose: () => void }

/** By its address, also when the list as it is filtered has not come to it. */
function Opened({ absence_id, rows, onClose }: OpenedProps) {
  const listed = rows.find(({ id }) => id === absence_id)
  const alone = useMaybe(getAbsence, { absence_id }, !listed)
  const one = listed ?? alone
  return one && <Panel one={one} onClose={onClose} />
}

const NobodyAway = () => (
  <div className={people.center}>
    <Empty icon={<IconBeach size={24} stroke={1.75} />} title={t('absences.empty')} hint={t('absences.empty_hint')} />
  </div>
)

/** Made when drawn: the language may change. */
const columns = (): Column<Absence>[] => [
  {
    id: 'who',
    head: t('absences.who'),
    cell: (one) => (
      <span className={css.who}>
        <Person who={one.member} />
        <span className={people.phoneOnly}>
          <KindMark kind={one.kind} />
          <span>{daysOf(one)}</span>
        </span>
      </span>
    ),
  },
  { id: 'kind', head: t('absences.kind'), late: true, cell: ({ kind }) => <KindMark kind={kind} /> },
  { id: 'days', head: t('absences.days'), late: true, cell: (one) => daysOf(one) },
  { id: 'deputy', head: t('absences.deputy'), late: true, fill: true, cell: ({ deputy }) => deputy?.name },
  { id: 'state', head: t('absences.state'), cell: ({ state }) => <StateChip state={state} /> },
]
