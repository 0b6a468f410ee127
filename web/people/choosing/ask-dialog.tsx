import { useState } from 'react'
import { Textarea } from '@mantine/core'
import { askForPeople, type Candidate } from '#contract/staffing/choosing.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import type { Work } from './chooser.tsx'
import css from './choosing.module.css'

type Props = { candidate: Candidate; work: Work; onClose: () => void }

/** Asks the curator for a performer of his: for which time, and why. */
export function AskDialog({ candidate: { member, needs_request }, work, onClose }: Props) {
  const [starts_at, setStarts] = useState(work.starts_at)
  const [ends_at, setEnds] = useState(work.ends_at ?? later(work.starts_at))
  const [word, setWord] = useState('')
  const names = needs_request?.curators.map(({ name }) => name).join(', ') ?? ''
  const ask = useCall(askForPeople, {
    inline: true,
    onSuccess: () => {
      toast(names ? t('ask.sent', { names }) : t('ask.sent_owner'))
      onClose()
    },
  })
  const { order_id, task_id } = work
  const about = { ...(order_id ? { order_id } : task_id && { task_id }), ...(word.trim() && { word: word.trim() }) }
  const go = () => starts_at && ends_at && ask.mutate({ member_ids: [member.id], starts_at, ends_at, ...about })
  return (
    <Dialog
      title={t('ask.title', { name: member.name })}
      onClose={onClose}
      onSubmit={go}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={ask.isPending} disabled={!starts_at || !ends_at}>
            {t('ask.submit')}
          </Button>
        </>
      }
    >
      <div className={css.fields}>
        <p className={css.quiet}>{names ? t('ask.hint', { names }) : t('ask.hint_owner')}</p>
        <div className={css.two}>
          <WhenField
            label={t('task.starts')}
            value={starts_at}
            error={ask.error?.fields['starts_at']}
            onChange={(next) => {
              setStarts(next)
              if (next && (!ends_at || ends_at <= next)) setEnds(later(next))
            }}
          />
          <WhenField
            label={t('task.ends')}
            hour="18:00"
            value={ends_at}
            error={ask.error?.fields['ends_at']}
            onChange={setEnds}
          />
        </div>
        <Textarea
          label={t('ask.word')}
          placeholder={t('ask.word_example')}
          autosize
          minRows={2}
          maxLength={500}
          value={word}
          onChange={(event) => setWord(event.target.value)}
        />
        <ProblemNote error={ask.error} />
      </div>
    </Dialog>
  )
}

/** A job of which nobody has said the end is taken for two hours. */
const later = (instant: string | null): string | null =>
  instant && new Date(Date.parse(instant) + 2 * 3_600_000).toISOString()
