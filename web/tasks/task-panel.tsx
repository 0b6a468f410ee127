import { Suspense } from 'react'
import { getTask } from '#contract/tasks.ts'
import { useReply } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { SidePanel } from '#web/ui/over/side-panel.tsx'
import { RowBones } from '#web/ui/state.tsx'
import { TaskCard } from './task-card.tsx'
import css from './tasks.module.css'

/** A task beside what it was opened from. */
export function TaskPanel({ task_id, onClose }: { task_id: string; onClose: () => void }) {
  return (
    <SidePanel
      title={
        <Suspense fallback="…">
          <Number task_id={task_id} />
        </Suspense>
      }
      page={`/tasks/${task_id}`}
      onClose={onClose}
    >
      <Suspense
        fallback={
          <div className={css.waiting}>
            <RowBones rows={8} />
          </div>
        }
      >
        <TaskCard key={task_id} task_id={task_id} />
      </Suspense>
    </SidePanel>
  )
}

const Number = ({ task_id }: { task_id: string }) =>
  t('task.heading', { number: useReply(getTask, { task_id }).number })
