import { VisuallyHidden } from '@mantine/core'
import { IconHelpCircle, IconPlus } from '@tabler/icons-react'
import type { OrderTask } from '#contract/orders.ts'
import { duration, moment } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { IconButton } from '#web/ui/button.tsx'
import { cx } from '#web/ui/cx.ts'
import { Bar } from '#web/ui/figures.tsx'
import { TaskMark } from '#web/ui/phase.tsx'
import { Section } from '#web/ui/rows.tsx'
import type { PartProps } from './overview.tsx'
import css from './card.module.css'

/** The tasks in short: state, hours, points done, questions. */
export function TasksSection({ order, onAct, onTask }: PartProps) {
  const { tasks, can } = order
  const live = tasks.filter(({ state }) => state !== 'cancelled')
  const closed = live.filter(({ state }) => state === 'closed')
  return (
    <Section
      title={t('order.tab_tasks')}
      aside={live.length > 0 && t('order.of', { done: closed.length, all: live.length })}
      end={
        !can.assign && (
          <IconButton
            size="sm"
            className={css.headAct}
            label={t('act.task')}
            icon={<IconPlus size={16} stroke={1.75} />}
            onClick={() => onAct('task')}
          />
        )
      }
    >
      {tasks.length === 0 && <p className={css.quiet}>{t('order.no_tasks')}</p>}
      {tasks.map((task) => (
        <TaskLine key={task.id} task={task} onOpen={() => onTask(task.id)} />
      ))}
    </Section>
  )
}

function TaskLine({ task, onOpen }: { task: OrderTask; onOpen: () => void }) {
  const { number, title, state, minutes, estimate_minutes, starts_at, open_questions } = task
  const ended = state === 'closed' || state === 'cancelled'
  return (
    <button type="button" className={css.task} onClick={onOpen}>
      <span className={css.mark}>
        <TaskMark state={state} />
      </span>
      <span className={css.taskWords}>
        <span className={cx(ended ? css.quiet : css.strong, state === 'cancelled' && css.struck)}>
          {t('task.short', { number, title })}
        </span>
        <Progress task={task} />
      </span>
      <span className={cx(css.taskEnd, minutes === 0 && css.quiet)}>
        {minutes > 0
          ? duration(minutes)
          : estimate_minutes
            ? t('task.plan', { time: duration(estimate_minutes) })
            : starts_at && moment(starts_at)}
      </span>
      {open_questions > 0 && <VisuallyHidden>{t('order.questions', { n: open_questions })}</VisuallyHidden>}
    </button>
  )
}

function Progress({
  task: { state, checklist_done, checklist_total, open_questions, assignees },
}: {
  task: OrderTask
}) {
  if (state === 'closed' || state === 'cancelled') return null
  const declined = assignees.filter((one) => one.state === 'declined')
  return (
    <span className={css.progress}>
      <span>
        {assignees.length > 0 ? assignees.map(({ member }) => short(member.name)).join(', ') : t('task.nobody')}
      </span>
      {checklist_total > 0 && (
        <span className={css.points}>
          {t('task.points', { done: checklist_done, all: checklist_total })}
          <Bar shares={[{ of: 'work', part: checklist_done / checklist_total }]} width={48} />
        </span>
      )}
      {declined.length > 0 && (
        <span className={css.bad}>
          {t('task.declined_by', { names: declined.map(({ member }) => short(member.name)).join(', ') })}
        </span>
      )}
      {open_questions > 0 && (
        <span className={css.asks}>
          <IconHelpCircle size={12} stroke={1.75} aria-hidden="true" />
          {t('order.questions', { n: open_questions })}
        </span>
      )}
    </span>
  )
}

/** «Павел Жук» is «Павел Ж.» where there is little room. */
export function short(name: string): string {
  const [first = '', ...rest] = name.split(' ')
  const last = rest.at(-1)
  return last ? `${first} ${last.slice(0, 1)}.` : first
}
