import { useState } from 'react'
import { type AbsenceKind, addAbsence } from '#contract/time/absences.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { BigButton } from '#web/ui/phone/big-button.tsx'
import { Choices, PhoneField } from '#web/ui/phone/card.tsx'
import { Sheet } from '#web/ui/phone/sheet.tsx'
import { type Part, PartOfDay } from './part-of-day.tsx'

const KINDS = ['day_off', 'vacation', 'illness', 'other'] as const

/** A day off to ask for: what, from when to when, why. */
export function AskSheet({ onClose }: { onClose: () => void }) {
  const [kind, setKind] = useState<AbsenceKind>('day_off')
  const [from_day, setFrom] = useState('')
  const [to_day, setTo] = useState('')
  const [part, setPart] = useState<Part | null>(null)
  const [note, setNote] = useState('')
  const ask = useCall(addAbsence, { inline: true, onSuccess: onClose })
  const fields = ask.error?.fields ?? {}
  const said = note.trim()
  const one_day = from_day !== '' && (to_day === '' || to_day === from_day)
  const times = one_day ? part : null
  const ready = from_day !== '' && (!times || (times.from_time !== '' && times.to_time !== ''))
  return (
    <Sheet title={t('days_off.ask')} about={kind === 'illness' && t('days_off.illness_note')} onClose={onClose}>
      <Choices
        label={t('days_off.kind')}
        choices={KINDS.map((id) => ({ id, name: t(`days_off.kind.${id}`) }))}
        at={kind}
        onChoose={setKind}
      />
      <PhoneField
        label={t('days_off.from')}
        type="date"
        value={from_day}
        onChange={setFrom}
        error={fields['from_day']}
      />
      <PhoneField label={t('days_off.to')} type="date" value={to_day} onChange={setTo} error={fields['to_day']} />
      {one_day && <PartOfDay part={part} onPart={setPart} fields={fields} />}
      <PhoneField
        label={t('days_off.note')}
        value={note}
        onChange={setNote}
        note={ask.error && Object.keys(fields).length === 0 ? ask.error.words : undefined}
      />
      <BigButton
        variant="primary"
        busy={ask.isPending}
        disabled={!ready}
        onClick={() =>
          ask.mutate({
            kind,
            from_day,
            to_day: to_day || from_day,
            ...times,
            ...(said && { note: said }),
          })
        }
      >
        {t(from_day === '' ? 'days_off.dates_first' : ready ? 'days_off.send' : 'days_off.times_first')}
      </BigButton>
    </Sheet>
  )
}
