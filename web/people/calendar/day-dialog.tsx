import { useState } from 'react'
import { TextInput } from '@mantine/core'
import { type CalendarDay, clearCalendarDay, setCalendarDay } from '#contract/time/calendar.ts'
import { useCall } from '#web/platform/ask.ts'
import { moment } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Choice } from '#web/ui/fields/choice.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { dayWords, officialWords } from './day-words.ts'
import css from './calendar.module.css'

const KINDS = ['work', 'short', 'off'] as const
type Kind = CalendarDay['kind']

/** The company's own word on a day, or that the official calendar holds again. */
export function DayDialog({ day, onClose }: { day: CalendarDay; onClose: () => void }) {
  const [kind, setKind] = useState<string>(day.kind)
  const [note, setNote] = useState(day.own?.note ?? '')
  const over = (said: string) => {
    toast(said)
    onClose()
  }
  const set = useCall(setCalendarDay, { inline: true, onSuccess: () => over(t('calendar.set')) })
  const clear = useCall(clearCalendarDay, { inline: true, onSuccess: () => over(t('calendar.cleared')) })
  const official = officialWords(day)
  const save = () => set.mutate({ day: day.day, kind: kind as Kind, ...(note.trim() && { note: note.trim() }) })
  return (
    <Dialog
      title={dayWords(day).name}
      onClose={onClose}
      onSubmit={save}
      foot={
        <>
          {day.own && (
            <Button variant="quiet" busy={clear.isPending} onClick={() => clear.mutate({ day: day.day })}>
              {t('calendar.back')}
            </Button>
          )}
          <Button type="submit" variant="primary" busy={set.isPending}>
            {t('do.save')}
          </Button>
        </>
      }
    >
      <div className={css.form}>
        {official && <p className={css.lead}>{official}</p>}
        {day.own && (
          <p className={css.lead}>{t('calendar.own_by', { name: day.own.set_by.name, at: moment(day.own.set_at) })}</p>
        )}
        <Choice
          label={t('calendar.kind')}
          value={kind}
          onChange={setKind}
          options={KINDS.map((value) => ({ value, label: t(`calendar.kind.${value}`) }))}
        />
        <TextInput
          label={t('calendar.note')}
          placeholder={t('calendar.note_example')}
          value={note}
          maxLength={300}
          onChange={(event) => setNote(event.target.value)}
        />
        <ProblemNote error={set.error ?? clear.error} />
      </div>
    </Dialog>
  )
}
