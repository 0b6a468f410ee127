import { type ReactNode, useState } from 'react'
import { Textarea } from '@mantine/core'
import { t } from '#web/platform/words.ts'
import { Button } from '../button.tsx'
import { Dialog } from '../over/dialog.tsx'
import { ProblemNote } from '../state.tsx'
import css from './fields.module.css'

type Props = {
  title: string
  /** What will come of it. */
  hint?: ReactNode
  label: string
  /** What the act is called on its button. */
  act: string
  danger?: boolean
  busy: boolean
  error: unknown
  onAct: (reason: string) => void
  onClose: () => void
}

/** An act that needs a reason in words: it goes into the history. */
export function ReasonDialog({ title, hint, label, act, danger, busy, error, onAct, onClose }: Props) {
  const [reason, setReason] = useState('')
  const [bare, setBare] = useState(false)
  const go = () => {
    if (reason.trim()) onAct(reason.trim())
    else setBare(true)
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={go}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant={danger ? 'danger' : 'primary'} busy={busy}>
            {act}
          </Button>
        </>
      }
    >
      <div className={css.stack}>
        {hint && <p className={css.hint}>{hint}</p>}
        <Textarea
          label={label}
          autosize
          minRows={3}
          maxLength={2000}
          value={reason}
          error={bare && !reason.trim() ? t('field.required') : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        <ProblemNote error={error} />
      </div>
    </Dialog>
  )
}
