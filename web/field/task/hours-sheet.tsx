import { useState } from 'react'
import { logTime } from '#contract/tasks.ts'
import { useCall } from '#web/platform/ask.ts'
import { dayOf, duration } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { BigButton } from '#web/ui/phone/big-button.tsx'
import { PhoneField } from '#web/ui/phone/card.tsx'
import { Sheet } from '#web/ui/phone/sheet.tsx'
import css from '../field.module.css'

/** Hours by hand: day, how long, what was done. */
export function HoursSheet({ task_id, onClose }: { task_id: string; onClose: () => void }) {
  const [on, setOn] = useState(() => dayOf(new Date()))
  const [hours, setHours] = useState('')
  const [rest, setRest] = useState('')
  const [note, setNote] = useState('')
  const log = useCall(logTime, { inline: true, onSuccess: onClose })
  const minutes = minutesOf(hours, rest)
  const wrong = (hours || rest) !== '' && minutes === null ? t('field.hours_wrong') : undefined
  const fields = log.error?.fields ?? {}
  const send = () => {
    if (minutes !== null) log.mutate({ task_id, day: on, minutes, ...(note.trim() && { note: note.trim() }) })
  }
  return (
    <Sheet title={t('field.hours_title')} onClose={onClose}>
      <PhoneField label={t('field.hours_day')} type="date" value={on} onChange={setOn} error={fields['day']} />
      <div className={css.hm}>
        <PhoneField
          label={t('field.hours_h')}
          type="text"
          inputMode="numeric"
          value={hours}
          onChange={setHours}
          error={wrong}
        />
        <PhoneField label={t('field.hours_m')} type="text" inputMode="numeric" value={rest} onChange={setRest} />
      </div>
      <PhoneField
        label={t('field.hours_note')}
        value={note}
        onChange={setNote}
        error={fields['minutes']}
        note={log.error && !fields['day'] ? log.error.words : undefined}
      />
      <BigButton variant="primary" busy={log.isPending} disabled={minutes === null} onClick={send}>
        {minutes === null ? t('field.hours_title') : t('field.hours_save', { time: duration(minutes) })}
      </BigButton>
    </Sheet>
  )
}

/** «1» and «30» are 90; «1,5» and nothing too. Null when it is no time of one day. */
function minutesOf(hours: string, rest: string): number | null {
  const read = (text: string) => (text.trim() === '' ? 0 : Number(text.trim().replace(',', '.')))
  const minutes = Math.round(read(hours) * 60 + read(rest))
  return Number.isFinite(minutes) && minutes >= 1 && minutes <= 1440 ? minutes : null
}
