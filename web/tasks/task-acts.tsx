import { useState } from 'react'
import { cancelTask, closeTask, returnTask, type Task } from '#contract/tasks.ts'
import { useCall } from '#web/platform/ask.ts'
import { spoken } from '#web/platform/problem.ts'
import { sentence, t } from '#web/platform/words.ts'
import { ActionButton } from '#web/ui/action-button.tsx'
import { Button } from '#web/ui/button.tsx'
import { ReasonDialog } from '#web/ui/fields/reason-dialog.tsx'
import { EditTask } from './edit-task.tsx'
import css from './tasks.module.css'

/** What the manager does with a task: check and close, give back, change, cancel. */
export function TaskActs({ task }: { task: Task }) {
  const [asked, setAsked] = useState<'return' | 'cancel' | 'edit' | null>(null)
  const close = useCall(closeTask)
  const { id, version, state, can, lacks } = task
  const done = () => setAsked(null)
  if (state === 'closed' || state === 'cancelled') return <div className={css.acts} />
  return (
    <div className={css.acts}>
      <ActionButton
        side="start"
        variant={state === 'done' ? 'primary' : 'default'}
        refusal={can.close?.code === 'task.not_ready' ? null : can.close}
        busy={close.isPending}
        onClick={() => close.mutate({ task_id: id, version })}
      >
        {t('task.close')}
      </ActionButton>
      {!can.return && <Button onClick={() => setAsked('return')}>{t('task.return')}</Button>}
      {!can.change && <Button onClick={() => setAsked('edit')}>{t('do.change')}</Button>}
      {!can.cancel && (
        <Button variant="quiet" onClick={() => setAsked('cancel')}>
          {t('task.cancel')}
        </Button>
      )}
      {lacks.length > 0 && state !== 'new' && (
        <p className={css.lacks}>
          {t('task.lacks')} {lacks.map((lack) => lackWords(lack)).join('; ')}
        </p>
      )}
      {asked === 'return' && <Return task={task} onClose={done} />}
      {asked === 'cancel' && <Cancel task={task} onClose={done} />}
      {asked === 'edit' && <EditTask task={task} onClose={done} />}
    </div>
  )
}

function lackWords({ code, member, count }: Task['lacks'][number]): string {
  return sentence(code, spoken({ ...(member && { member: member.name }), ...(count !== null && { count }) }))
}

type Props = { task: Task; onClose: () => void }

function Return({ task: { id, number, version }, onClose }: Props) {
  const act = useCall(returnTask, { inline: true, onSuccess: onClose })
  return (
    <ReasonDialog
      title={t('task.return_heading', { number })}
      hint={t('task.return_hint')}
      label={t('task.return_reason')}
      act={t('task.return')}
      busy={act.isPending}
      error={act.error}
      onAct={(reason) => act.mutate({ task_id: id, version, reason })}
      onClose={onClose}
    />
  )
}

function Cancel({ task: { id, number, version }, onClose }: Props) {
  const act = useCall(cancelTask, { inline: true, onSuccess: onClose })
  return (
    <ReasonDialog
      danger
      title={t('task.cancel_heading', { number })}
      label={t('cancel.reason')}
      act={t('task.cancel')}
      busy={act.isPending}
      error={act.error}
      onAct={(reason) => act.mutate({ task_id: id, version, reason })}
      onClose={onClose}
    />
  )
}
