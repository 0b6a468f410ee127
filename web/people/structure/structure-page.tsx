import { lazy, type ReactNode, Suspense } from 'react'
import { useMediaQuery } from '@mantine/hooks'
import { IconArrowDown, IconHierarchy2, IconList, IconSitemap, IconUserPlus } from '@tabler/icons-react'
import { getStaffLoad } from '#contract/reports.ts'
import { getStructure } from '#contract/tree.ts'
import { useMayBegin, useMe } from '#web/app/me.ts'
import { useMaybe, useReply } from '#web/platform/ask.ts'
import { day, flag, oneOf, text, useFilters } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { SearchField } from '#web/ui/fields/search-field.tsx'
import { Tools } from '#web/ui/page-head.tsx'
import { Bone, Bones, Empty } from '#web/ui/state.tsx'
import { Segments } from '#web/ui/tabs.tsx'
import { InviteDialog } from '../invite-dialog.tsx'
import { DayFilter } from './day-filter.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { MyHeadNote } from './my-head.tsx'
import { PersonPanel } from './person-panel.tsx'
import { useShown } from './shown.ts'
import { StayedNote } from './stayed-note.tsx'
import { StructureHead } from './structure-head.tsx'
import { TreeList } from './tree-list.tsx'
import { useMoving } from './use-moving.ts'
import css from './structure.module.css'

// The picture brings its own libraries; a phone draws the list without them.
const Chart = lazy(() => import('./chart.tsx').then((module) => ({ default: module.Chart })))

const shape = { q: text, on: day, as: oneOf('chart', 'list'), open: text, new: flag }

/** «Структура»: who answers to whom, today or as it was on a day. */
export function StructurePage() {
  const [filters, set] = useFilters(shape)
  const { on } = filters
  const mayBegin = useMayBegin()()
  return (
    <div className={css.page}>
      <StructureHead
        acts={
          mayBegin && (
            <Button
              variant="primary"
              icon={<IconUserPlus size={16} stroke={1.75} />}
              onClick={() => set({ new: true, open: undefined })}
            >
              {t('structure.invite')}
            </Button>
          )
        }
      />
      <MyHeadNote />
      <Suspense fallback={<Waiting />}>
        <Structure key={on ?? 'now'} {...{ filters, set }} />
      </Suspense>
      {filters.new && mayBegin && <InviteDialog onClose={() => set({ new: undefined })} />}
    </div>
  )
}

type Filtered = ReturnType<typeof useFilters<typeof shape>>
type Props = { filters: Filtered[0]; set: Filtered[1] }

function Structure({ filters, set }: Props) {
  const { q, on, open } = filters
  const { member } = useMe()
  const small = useMediaQuery('(max-width: 700px)', window.innerWidth <= 700, { getInitialValueInEffect: false })
  const as = filters.as ?? (small ? 'list' : 'chart')
  const { rows } = useReply(getStructure, on ? { on } : {})
  const loads = useMaybe(getStaffLoad, {}, !on)
  const load = new Map(loads?.rows.map(({ member_id, ...held }) => [member_id, held]))
  const shown = useShown(rows, { search: q, me: member?.id })
  const open_it = (id: string) => set({ open: id }, { step: true })
  const drawn = { ...shown, load, me: member?.id, open_id: open, now: on === undefined, onOpen: open_it }
  const moving = useMoving(shown.tree)
  return (
    <>
      <Tools>
        <SearchField label={t('structure.search')} value={q} onFind={(next) => set({ q: next })} />
        {q && <Found hits={shown.hits} at={shown.at} onNext={shown.goToNext} />}
        <DayFilter on={on} onChange={(next) => set({ on: next, open: undefined })} />
        <span className={css.count}>{t('structure.people_n', { n: rows.length })}</span>
        <span className={css.right}>
          <Button size="sm" variant="quiet" onClick={shown.all_open ? shown.foldAll : shown.openAll}>
            {t(shown.all_open ? 'structure.fold_all' : 'structure.open_all')}
          </Button>
          <Segments
            label={t('structure.view')}
            at={as}
            onGo={(next) => set({ as: next })}
            tabs={[
              { id: 'chart', name: t('structure.chart'), icon: <IconHierarchy2 size={14} stroke={1.75} /> },
              { id: 'list', name: t('structure.list'), icon: <IconList size={14} stroke={1.75} /> },
            ]}
          />
        </span>
      </Tools>
      {moving.stayed && <StayedNote stayed={moving.stayed} onClose={moving.forget} />}
      <Drawn none={rows.length === 0} past={on !== undefined}>
        {as === 'list' ? <TreeList {...drawn} /> : <Chart {...drawn} />}
      </Drawn>
      {moving.asked && <MoveDialog {...moving.asked} tree={shown.tree} onClose={moving.answered} />}
      {open && <PersonPanel key={open} {...{ open, rows, load, past: on !== undefined }} tree={shown.tree} set={set} />}
    </>
  )
}

function Drawn({ none, past, children }: { none: boolean; past: boolean; children: ReactNode }) {
  if (!none) return <Suspense fallback={<Waiting />}>{children}</Suspense>
  return (
    <div className={css.center}>
      <Empty
        icon={<IconSitemap size={24} stroke={1.75} />}
        title={t(past ? 'structure.none_then' : 'structure.none')}
        hint={t(past ? 'structure.none_then_hint' : 'structure.none_hint')}
      />
    </div>
  )
}

function Found({ hits, at, onNext }: { hits: number; at: number; onNext: () => void }) {
  if (hits === 0) return <span className={css.count}>{t('structure.found_none')}</span>
  return (
    <Button size="sm" variant="quiet" icon={<IconArrowDown size={14} stroke={1.75} />} onClick={onNext}>
      {t('structure.found', { at: at + 1, n: hits })}
    </Button>
  )
}

const Waiting = () => (
  <div className={css.bones}>
    <Bones>
      {[0, 1, 2, 3].map((n) => (
        <Bone key={n} w={248} h={76} />
      ))}
    </Bones>
  </div>
)
