import { useState } from 'react'
import { Checkbox, NumberInput, TextInput } from '@mantine/core'
import '@mantine/core/styles/NumberInput.layer.css'
import { addSchedule, type DayHours, getWorkingWeek } from '#contract/time/schedules.ts'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import { today } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote, RowBones } from '#web/ui/state.tsx'
import { Segments } from '#web/ui/tabs.tsx'
import { HoursFields } from './hours-fields.tsx'
import { USUAL, type Week, WeekFields } from './week-fields.tsx'
import css from './calendar.module.css'

type Props = { member_id: string; onClose: () => void }

/** A schedule of a person's own: a week, or shifts that go round from a day on. */
export function ScheduleDialog({ member_id, onClose }: Props) {
  const company = useMaybe(getWorkingWeek, {})
  if (!company)
    return (
      <Dialog title={t('schedule.add')} onClose={onClose}>
        <RowBones rows={7} />
      </Dialog>
    )
  return <Form {...{ member_id, onClose }} week={company.week} />
}

type Shifts = { on: number; off: number; hours: DayHours }

function Form({ member_id, onClose, week: companys }: Props & { week: Week }) {
  const [kind, setKind] = useState<'weekly' | 'shifts'>('weekly')
  const [week, setWeek] = useState([...companys])
  const [shifts, setShifts] = useState<Shifts>({ on: 2, off: 2, hours: { ...USUAL, from: '08:00', to: '20:00' } })
  const [follows, setFollows] = useState(true)
  const [from_day, setFrom] = useState<string | null>(today())
  const [to_day, setTo] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const save = useCall(addSchedule, {
    inline: true,
    onSuccess: () => {
      toast(t('schedule.saved'))
      onClose()
    },
  })
  const pattern = kind === 'weekly' ? week : patternOf(shifts)
  const submit = () => {
    if (!from_day) return
    save.mutate({
      member_id,
      kind,
      pattern,
      follows_calendar: follows,
      from_day,
      to_day,
      ...(note.trim() && { note: note.trim() }),
    })
  }
  return (
    <Dialog
      wide
      title={t('schedule.add')}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <Button type="submit" variant="primary" busy={save.isPending}>
          {t('do.save')}
        </Button>
      }
    >
      <div className={css.form}>
        <Segments
          label={t('schedule.kind')}
          tabs={(['weekly', 'shifts'] as const).map((id) => ({ id, name: t(`schedule.${id}`) }))}
          at={kind}
          onGo={(next) => {
            setKind(next)
            setFollows(next === 'weekly')
          }}
        />
        {kind === 'weekly' ? (
          <WeekFields week={week} onChange={setWeek} />
        ) : (
          <ShiftFields shifts={shifts} onChange={setShifts} />
        )}
        <Days {...{ from_day, setFrom, to_day, setTo }} errors={save.error?.fields ?? {}} />
        <Checkbox
          label={t('schedule.follows')}
          checked={follows}
          onChange={(event) => setFollows(event.target.checked)}
        />
        <TextInput
          label={t('schedule.note')}
          value={note}
          maxLength={300}
          onChange={(event) => setNote(event.target.value)}
        />
        <ProblemNote error={save.error} />
      </div>
    </Dialog>
  )
}

type DaysProps = {
  from_day: string | null
  setFrom: (day: string | null) => void
  to_day: string | null
  setTo: (day: string | null) => void
  errors: Record<string, string | undefined>
}

function Days({ from_day, setFrom, to_day, setTo, errors }: DaysProps) {
  return (
    <div className={css.two}>
      <WhenField
        only_day
        label={t('schedule.from')}
        value={from_day}
        onChange={setFrom}
        error={errors['from_day'] ?? (from_day ? undefined : t('field.required'))}
      />
      <div>
        <WhenField only_day label={t('schedule.to')} value={to_day} onChange={setTo} error={errors['to_day']} />
        {!to_day && <p className={css.lead}>{t('schedule.to_hint')}</p>}
      </div>
    </div>
  )
}

const patternOf = ({ on, off, hours }: Shifts): (DayHours | null)[] => [
  ...Array.from({ length: on }, () => hours),
  ...Array.from({ length: off }, () => null),
]

function ShiftFields({ shifts, onChange }: { shifts: Shifts; onChange: (shifts: Shifts) => void }) {
  const { on, off, hours } = shifts
  const number = (label: string, value: number, put: (n: number) => void) => (
    <NumberInput
      label={label}
      min={1}
      max={15}
      allowDecimal={false}
      value={value}
      onChange={(next) => put(Math.min(15, Math.max(1, Number(next) || 1)))}
    />
  )
  return (
    <>
      <div className={css.two}>
        {number(t('schedule.on'), on, (n) => onChange({ ...shifts, on: n }))}
        {number(t('schedule.off'), off, (n) => onChange({ ...shifts, off: n }))}
      </div>
      <HoursFields
        name={t('schedule.shift_hours')}
        hours={hours}
        onChange={(next) => onChange({ ...shifts, hours: next })}
      />
    </>
  )
}
