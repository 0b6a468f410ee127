import { findAffected } from '#contract/time/load.ts'
import { useMaybe } from '#web/platform/ask.ts'
import { moment } from '#web/platform/format.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { TaskMark } from '#web/ui/phase.tsx'
import css from './absences.module.css'

/** Tasks that stand on these days, and what the person leads (LOAD-7). */
export function Touched({ member_id, from_day, to_day }: { member_id: string; from_day: string; to_day: string }) {
  const found = useMaybe(findAffected, { member_id, from_day, to_day })
  if (!found) return null
  const { tasks, curated, orders } = found
  return (
    <>
      {tasks.length === 0 && <p className={css.quiet}>{t('absences.touched_none')}</p>}
      {tasks.length > 0 && (
        <ul className={css.tasks}>
          {tasks.map((task) => (
            <li key={task.id}>
              <TaskMark state={task.state} />
              <span>
                <Link to={`/tasks/${task.id}`}>{t('task.short', { number: task.number, title: task.title })}</Link>
                {task.starts_at && <small>{moment(task.starts_at)}</small>}
              </span>
            </li>
          ))}
        </ul>
      )}
      {curated + orders > 0 && <p className={css.quiet}>{t('absences.touched_curated', { tasks: curated, orders })}</p>}
    </>
  )
}
