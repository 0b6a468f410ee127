import { IconChecklist, IconHelpCircle, IconPlus } from '@tabler/icons-react'
import type { OrderTask } from '#contract/orders.ts'
import { duration, moment, span } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { ActionButton } from '#web/ui/action-button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { Avatars } from '#web/ui/person.tsx'
import { TaskBadge } from '#web/ui/phase.tsx'
import { Empty } from '#web/ui/state.tsx'
import type { PartProps } from './overview.tsx'
import css from './card.module.css'

/** All tasks of the order; a row opens the task. */
export function TasksTab({ order, onAct, onTask }: PartProps) {
  const { tasks, can } = order
  const give = (
    <ActionButton
      refusal={can.assign}
      side="start"
      icon={<IconPlus size={16} stroke={1.75} />}
      onClick={() => onAct('task')}
    >
      {t('act.task')}
    </ActionButton>
  )
  if (tasks.length === 0) {
    return (
      <div className={css.center}>
        <Empty
          icon={<IconChecklist size={24} stroke={1.75} />}
          title={t('order.no_tasks_title')}
          hint={t('order.no_tasks_hint')}
        >
          {give}
        </Empty>
      </div>
    )
  }
  return (
    <div className={css.tab}>
      <div className={css.tabTools}>{give}</div>
      <DataTable
        label={t('order.tab_tasks')}
        rows={tasks}
        columns={columns()}
        keyOf={({ id }) => id}
        onOpen={({ id }) => onTask(id)}
      />
    </div>
  )
}

const columns = (): Column<OrderTask>[] => [
  { id: 'state', head: t('task.state'), cell: ({ state }) => <TaskBadge state={state} small /> },
  {
    id: 'title',
    head: t('task.title'),
    fill: true,
    cell: ({ number, title, open_questions }) => (
      <span className={css.taskTitle} title={title}>
        <b>{t('task.short', { number, title })}</b>
        {open_questions > 0 && (
          <Chip tone="note" icon={<IconHelpCircle size={12} stroke={1.75} />}>
            {t('order.questions', { n: open_questions })}
          </Chip>
        )}
      </span>
    ),
  },
  {
    id: 'people',
    head: t('task.performers'),
    late: true,
    cell: ({ assignees }) => <Avatars people={assignees.map(({ member }) => member)} size={20} />,
  },
  {
    id: 'when',
    head: t('task.when'),
    late: true,
    cell: ({ starts_at, ends_at }) => starts_at && (ends_at ? span(starts_at, ends_at) : moment(starts_at)),
  },
  {
    id: 'points',
    head: t('task.checklist'),
    late: true,
    num: true,
    cell: ({ checklist_done, checklist_total }) =>
      checklist_total > 0 && t('order.of', { done: checklist_done, all: checklist_total }),
  },
  { id: 'hours', head: t('task.hours'), num: true, cell: ({ minutes }) => minutes > 0 && duration(minutes) },
]
