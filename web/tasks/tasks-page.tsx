import { Suspense } from 'react'
import { Menu } from '@mantine/core'
import { IconChecklist, IconHelpCircle } from '@tabler/icons-react'
import { listMembers } from '#contract/people.ts'
import { listTasks, type TaskRow, type TaskState } from '#contract/tasks.ts'
import { useMe } from '#web/app/me.ts'
import { useList, useMaybeList } from '#web/platform/ask.ts'
import { clock, dayOf, moment, span } from '#web/platform/format.ts'
import { flag, list, text, useFilters } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { LinkButton } from '#web/ui/button.tsx'
import { Chip, FilterChip } from '#web/ui/chip.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { PageHead, Tools } from '#web/ui/page-head.tsx'
import { Avatar, Avatars } from '#web/ui/person.tsx'
import { TaskBadge, TaskMark } from '#web/ui/phase.tsx'
import { Empty, RowBones } from '#web/ui/state.tsx'
import { MenuCheck } from '#web/ui/over/menu-check.tsx'
import { TaskPanel } from './task-panel.tsx'
import css from './tasks.module.css'

const STATES = ['new', 'accepted', 'in_progress', 'done', 'returned', 'closed', 'cancelled'] as const
const shape = { state: list<TaskState>(...STATES), questions: flag, who: text, mine: flag, open: text }
const usePlace = () => useFilters(shape)
type Filters = ReturnType<typeof usePlace>[0]
type SetFilters = ReturnType<typeof usePlace>[1]
type Props = { filters: Filters; set: SetFilters }

/** «Задачи»: what performers do now, what waits for an answer or a check. */
export function TasksPage() {
  const [filters, set] = usePlace()
  return (
    <div className={css.list}>
      <PageHead title={t('nav.tasks')} />
      <FilterRow filters={filters} set={set} />
      <Suspense fallback={<RowBones />}>
        <Rows filters={filters} set={set} />
      </Suspense>
      {filters.open && <TaskPanel task_id={filters.open} onClose={() => set({ open: undefined })} />}
    </div>
  )
}

function FilterRow({ filters: { state = [], questions, who, mine }, set }: Props) {
  const first = state[0]
  const { rows } = useMaybeList(listMembers, { kind: 'performer' })
  return (
    <Tools>
      <div className={css.chips}>
        <Menu closeOnItemClick={false} position="bottom-start" width={240}>
          <Menu.Target>
            <FilterChip
              label={t('task.state')}
              value={state.length > 1 ? t('filter.phases', { n: state.length }) : first && t(`task_state.${first}`)}
              onClear={() => set({ state: undefined })}
            />
          </Menu.Target>
          <Menu.Dropdown>
            {STATES.map((one) => (
              <MenuCheck
                key={one}
                icon={<TaskMark state={one} />}
                checked={state.includes(one)}
                onToggle={() =>
                  set({ state: state.includes(one) ? state.filter((other) => other !== one) : [...state, one] })
                }
              >
                {t(`task_state.${one}`)}
              </MenuCheck>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Menu position="bottom-start" width={240}>
          <Menu.Target>
            <FilterChip
              label={t('task.performer')}
              value={who && (rows.find(({ id }) => id === who)?.name ?? '…')}
              onClear={() => set({ who: undefined })}
            />
          </Menu.Target>
          <Menu.Dropdown className={css.drop ?? ''}>
            {rows.map((one) => (
              <Menu.Item
                key={one.id}
                leftSection={<Avatar who={one} size={20} alone={false} />}
                onClick={() => set({ who: one.id })}
              >
                {one.name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <FilterChip
          label={t('task.with_questions')}
          {...(questions && { value: t('filter.only'), onClear: () => set({ questions: undefined }) })}
          icon={<IconHelpCircle size={14} stroke={1.75} />}
          aria-pressed={questions ?? false}
          onClick={() => set({ questions: questions ? undefined : true })}
        />
        <FilterChip
          label={t('task.mine')}
          {...(mine && { value: t('filter.only'), onClear: () => set({ mine: undefined }) })}
          aria-pressed={mine ?? false}
          onClick={() => set({ mine: mine ? undefined : true })}
        />
      </div>
    </Tools>
  )
}

function Rows({ filters: { state, questions, who, mine, open }, set }: Props) {
  const { member } = useMe()
  const { rows, ...paging } = useList(listTasks, {
    ...(state && { state }),
    ...(questions && { with_questions: true }),
    ...(who && { assignee_id: who }),
    ...(mine && member && { curator_id: member.id }),
  })
  if (rows.length === 0 && !state && !questions && !who && !mine) {
    return (
      <div className={css.center}>
        <Empty icon={<IconChecklist size={24} stroke={1.75} />} title={t('tasks.empty')} hint={t('tasks.empty_hint')}>
          <LinkButton to="/orders" variant="primary">
            {t('home.to_orders')}
          </LinkButton>
        </Empty>
      </div>
    )
  }
  return (
    <DataTable
      label={t('nav.tasks')}
      rows={rows}
      columns={columns()}
      keyOf={({ id }) => id}
      open_id={open}
      onOpen={({ id }) => set({ open: id }, { step: true })}
      {...paging}
    />
  )
}

const columns = (): Column<TaskRow>[] => [
  {
    id: 'state',
    head: <span className={css.brief}>{t('task.state')}</span>,
    cell: ({ state }) => (
      <>
        <span className={css.wide}>
          <TaskBadge state={state} small />
        </span>
        <span className={css.onlyPhone}>
          <TaskMark state={state} />
        </span>
      </>
    ),
  },
  {
    id: 'number',
    head: t('order.number'),
    late: true,
    cell: ({ number }) => <span className={css.quiet}>{t('task.number', { number })}</span>,
  },
  { id: 'title', head: t('task.title'), fill: true, cell: (row) => <TitleCell row={row} /> },
  {
    id: 'order',
    head: t('task.order'),
    late: true,
    cell: ({ reference }) => reference && <span className={css.quiet}>{reference}</span>,
  },
  {
    id: 'place',
    head: t('task.place'),
    late: true,
    cell: ({ place }) =>
      place && (
        <span className={css.cut} title={place}>
          {place}
        </span>
      ),
  },
  {
    id: 'people',
    head: t('task.performers'),
    cell: ({ assignees }) => <Avatars people={assignees.map(({ member }) => member)} size={20} most={3} />,
  },
  {
    id: 'when',
    head: t('task.when'),
    late: true,
    cell: ({ starts_at, ends_at }) => starts_at && <When from={starts_at} to={ends_at} />,
  },
  {
    id: 'points',
    head: t('task.checklist'),
    late: true,
    num: true,
    cell: ({ checklist_done, checklist_total }) =>
      checklist_total > 0 && t('order.of', { done: checklist_done, all: checklist_total }),
  },
]

function When({ from, to }: { from: string; to: string | null }) {
  const same = to !== null && dayOf(from) === dayOf(to)
  return <time dateTime={from}>{same ? `${moment(from)}–${clock(to)}` : to ? span(from, to) : moment(from)}</time>
}

function TitleCell({ row: { number, title, open_questions, place } }: { row: TaskRow }) {
  return (
    <span className={css.title} title={title}>
      {title}
      {open_questions > 0 && (
        <Chip tone="note" icon={<IconHelpCircle size={12} stroke={1.75} />}>
          {t('order.questions', { n: open_questions })}
        </Chip>
      )}
      <small>{[t('task.number', { number }), place].filter(Boolean).join(' · ')}</small>
    </span>
  )
}
