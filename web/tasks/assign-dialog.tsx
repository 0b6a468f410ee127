import { lazy, Suspense, useState } from 'react'
import { changeTask, type Task } from '#contract/tasks.ts'
import { withPeopleWords } from '#web/app/people-words.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote, RowBones } from '#web/ui/state.tsx'
import css from './tasks.module.css'

const PeopleChooser = lazy(() =>
  withPeopleWords(() => import('#web/people/choosing/chooser.tsx')).then((module) => ({
    default: module.PeopleChooser,
  })),
)

/** Who does the task: chosen among those who are free then; who is taken off keeps his hours. */
export function AssignDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const standing = task.assignees.filter(({ state }) => state !== 'declined').map(({ member }) => member)
  const [assignee_ids, setIds] = useState(() => standing.map(({ id }) => id))
  const save = useCall(changeTask, {
    inline: true,
    onSuccess: () => {
      toast(t('task.assigned'))
      onClose()
    },
  })
  return (
    <Dialog
      wide
      title={t('task.assign_heading', { number: task.number })}
      onClose={onClose}
      onSubmit={() => save.mutate({ task_id: task.id, version: task.version, assignee_ids })}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={save.isPending}>
            {t('do.save')}
          </Button>
        </>
      }
    >
      <div className={css.stack}>
        <Suspense fallback={<RowBones rows={6} />}>
          <PeopleChooser
            work={{ task_id: task.id, starts_at: task.starts_at, ends_at: task.ends_at }}
            chosen={assignee_ids}
            known={standing}
            onChange={setIds}
          />
        </Suspense>
        <ProblemNote error={save.error} />
      </div>
    </Dialog>
  )
}
