import { useParam } from '#web/platform/route.ts'
import { TaskCard } from './task-card.tsx'
import css from './tasks.module.css'

/** A task on a page of its own. */
export function TaskPage() {
  const task_id = useParam('task_id')
  return (
    <div className={css.page}>
      <TaskCard key={task_id} task_id={task_id} on_page />
    </div>
  )
}
