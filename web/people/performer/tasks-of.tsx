import { Suspense } from 'react'
import { listTasks, type TaskRow } from '#contract/tasks.ts'
import { useList } from '#web/platform/ask.ts'
import { day, dayOf, moment, span } from '#web/platform/format.ts'
import { flag, go, useFilters } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { TaskBadge } from '#web/ui/phase.tsx'
import { RowBones } from '#web/ui/state.tsx'
import { Segments } from '#web/ui/tabs.tsx'
import css from './performer.module.css'

const OPEN = ['new', 'accepted', 'in_progress', 'done', 'returned'] as const
const PAST = ['closed', 'cancelled'] as const
const shape = { past: flag }

/** His tasks: those at work by their time, those that are over newest first. */
export function TasksOf({ member_id }: { member_id: string }) {
  const [{ past }, set] = useFilters(shape)
  return (
    <>
      <div className={css.tools}>
        <h2>{t('person.tasks')}</h2>
        <Segments
          label={t('person.which_tasks')}
          at={past ? 'past' : 'open'}
          onGo={(next) => set({ past: next === 'past' ? true : undefined })}
          tabs={[
            { id: 'open', name: t('person.open') },
            { id: 'past', name: t('person.past') },
          ]}
        />
      </div>
      <Suspense fallback={<RowBones rows={4} />}>
        <Rows member_id={member_id} past={past ?? false} />
      </Suspense>
    </>
  )
}

function Rows({ member_id, past }: { member_id: string; past: boolean }) {
  const { rows, ...paging } = useList(listTasks, { assignee_id: member_id, state: past ? [...PAST] : [...OPEN] })
  return (
    <DataTable
      label={t('person.tasks')}
      rows={past || paging.has_more ? rows : rows.toSorted(byTime)}
      columns={columns(member_id)}
      keyOf={({ id }) => id}
      onOpen={({ id }) => go(`/tasks/${id}`)}
      empty={<p className={css.none}>{t(past ? 'person.past_none' : 'person.open_none')}</p>}
      {...paging}
    />
  )
}

/** What has no time yet stands last. */
const byTime = (one: TaskRow, other: TaskRow): number =>
  (one.starts_at ?? '9').localeCompare(other.starts_at ?? '9') || one.number - other.number

const columns = (member_id: string): Column<TaskRow>[] => [
  {
    id: 'number',
    head: '№',
    late: true,
    cell: ({ number }) => <span className={css.quiet}>{number}</span>,
  },
  {
    id: 'title',
    head: t('task.title'),
    fill: true,
    cell: (task) => (
      <>
        <span className={css.title} title={task.title}>
          {task.title}
        </span>{' '}
        <span className={css.place}>{task.place}</span>
        <span className={css.under}>{[when(task), task.place].filter(Boolean).join(' · ')}</span>
      </>
    ),
  },
  {
    id: 'when',
    head: t('task.when'),
    late: true,
    cell: (task) => when(task) || <span className={css.quiet}>{t('form.none')}</span>,
  },
  {
    id: 'state',
    head: t('task.state'),
    cell: ({ state, assignees }) => {
      // Of a task that waits, whether it waits for him.
      const his = assignees.find(({ member }) => member.id === member_id)?.state
      return <TaskBadge state={his === 'done' && state === 'in_progress' ? 'done' : state} />
    },
  },
]

/** «сегодня 9:00–13:00», «пт, 27 нояб. 9:00–11:00». */
function when({ starts_at, ends_at }: TaskRow): string {
  if (!starts_at) return ''
  if (!ends_at || dayOf(starts_at) !== dayOf(ends_at)) return ends_at ? span(starts_at, ends_at) : moment(starts_at)
  return t('time.at', { day: day(starts_at), clock: span(starts_at, ends_at) })
}
