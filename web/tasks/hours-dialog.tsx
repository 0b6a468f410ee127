import { useState } from 'react'
import { Select, TextInput } from '@mantine/core'
import { correctTime, logTime, type Task, type TimeEntry } from '#contract/tasks.ts'
import { useCall } from '#web/platform/ask.ts'
import { today } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { minutesTyped, typedMinutes } from './typed-minutes.ts'
import css from './tasks.module.css'

type Props = { task: Task; entry: TimeEntry | null; onClose: () => void }

/** Hours of a performer, put down or corrected by the manager; the earlier value stays in the history. */
export function HoursDialog({ task, entry, onClose }: Props) {
  const [member, setMember] = useState(entry?.member.id ?? task.assignees[0]?.member.id ?? null)
  const [day, setDay] = useState<string | null>(entry?.day ?? today())
  const [time, setTime] = useState(entry ? typedMinutes(entry.minutes) : '')
  const [note, setNote] = useState(entry?.note ?? '')
  const [bare, setBare] = useState(false)
  const log = useCall(logTime, { inline: true, onSuccess: onClose })
  const correct = useCall(correctTime, { inline: true, onSuccess: onClose })
  const minutes = minutesTyped(time)
  const go = () => {
    if (minutes === null || !day) return setBare(true)
    if (entry)
      correct.mutate({ time_entry_id: entry.id, day, minutes, note: note.trim() || null, version: entry.version })
    else
      log.mutate({
        task_id: task.id,
        day,
        minutes,
        ...(note.trim() && { note: note.trim() }),
        ...(member && { member_id: member }),
      })
  }
  return (
    <Dialog
      title={t(entry ? 'hours.correct_heading' : 'hours.add')}
      onClose={onClose}
      onSubmit={go}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={log.isPending || correct.isPending}>
            {t('do.save')}
          </Button>
        </>
      }
    >
      <div className={css.stack}>
        <Select
          label={t('hours.whose')}
          disabled={entry !== null}
          data={task.assignees.map((one) => ({ value: one.member.id, label: one.member.name }))}
          value={member}
          onChange={setMember}
        />
        <div className={css.two}>
          <WhenField only_day label={t('hours.day')} value={day} onChange={setDay} />
          <TextInput
            label={t('hours.time')}
            placeholder={t('hours.time_example')}
            value={time}
            error={bare && minutes === null ? t('hours.unread') : undefined}
            onChange={(event) => setTime(event.target.value)}
          />
        </div>
        <TextInput
          label={t('hours.note')}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <ProblemNote error={log.error ?? correct.error} />
      </div>
    </Dialog>
  )
}
