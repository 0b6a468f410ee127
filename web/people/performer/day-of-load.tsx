import { IconX } from '@tabler/icons-react'
import { getLoadDay } from '#contract/time/load.ts'
import { useMaybe } from '#web/platform/ask.ts'
import { dayName, duration, span } from '#web/platform/format.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { IconButton } from '#web/ui/button.tsx'
import { TaskMark } from '#web/ui/phase.tsx'
import { RowBones } from '#web/ui/state.tsx'
import css from './performer.module.css'

type Props = { member_id: string; day: string; onClose: () => void }

/** What stands on a day of a person: his hours, and the tasks behind the figure. */
export function DayOfLoad({ member_id, day, onClose }: Props) {
  const loaded = useMaybe(getLoadDay, { member_id, day })
  const hours = loaded?.spans.map(({ from, to }) => `${from}–${to}`).join(', ')
  return (
    <div className={css.opened}>
      <div className={css.openedHead}>
        <b>{dayName(day)}</b>
        <span className={css.quiet}>
          {loaded &&
            (loaded.away
              ? t('person.absence', { kind: loaded.away })
              : hours
                ? t('person.works', { hours })
                : t('person.day_off'))}
        </span>
        <IconButton size="sm" label={t('do.close')} icon={<IconX size={16} stroke={1.75} />} onClick={onClose} />
      </div>
      {!loaded && <RowBones rows={2} />}
      {loaded?.tasks.length === 0 && <p className={css.quiet}>{t('person.day_empty')}</p>}
      <ul className={css.dayTasks}>
        {loaded?.tasks.map(({ task, planned, actual }) => (
          <li key={task.id}>
            <TaskMark state={task.state} />
            <Link to={`/tasks/${task.id}`}>{t('task.short', { number: task.number, title: task.title })}</Link>
            <span className={css.quiet}>
              {task.starts_at && task.ends_at && span(task.starts_at, task.ends_at)}
              {planned > 0 && ` · ${t('task.plan', { time: duration(planned) })}`}
              {actual > 0 && ` · ${t('person.actual', { time: duration(actual) })}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
