import { useState } from 'react'
import { getMember } from '#contract/people.ts'
import { addSubstitution } from '#contract/time/substitutions.ts'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import { today } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { PersonSelect } from '../person-select.tsx'
import css from './absences.module.css'

/** Who acts for whom, from a day to a day (SUB-1). */
export function DeputyForm({ onClose }: { onClose: () => void }) {
  const [absent_id, setAbsent] = useState<string | null>(null)
  const [deputy_id, setDeputy] = useState<string | null>(null)
  const [from_day, setFrom] = useState<string | null>(today())
  const [to_day, setTo] = useState<string | null>(null)
  const [pressed, setPressed] = useState(false)
  const kind = useMaybe(getMember, { member_id: absent_id ?? '' }, absent_id !== null)?.kind
  const save = useCall(addSubstitution, {
    inline: true,
    onSuccess: () => {
      toast(t('substitutions.made'))
      onClose()
    },
  })
  const submit = () => {
    setPressed(true)
    if (absent_id && deputy_id && from_day && to_day) save.mutate({ absent_id, deputy_id, from_day, to_day })
  }
  const missing = (value: string | null) => (pressed && !value ? t('field.required') : undefined)
  const errors = save.error?.fields ?? {}
  return (
    <Dialog
      title={t('substitutions.add')}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <Button type="submit" variant="primary" busy={save.isPending}>
          {t('do.save')}
        </Button>
      }
    >
      <div className={css.form}>
        <p className={css.quiet}>{t('substitutions.lead')}</p>
        <PersonSelect
          anybody
          fits={({ can }) => can.absence === null}
          label={t('substitutions.absent')}
          value={absent_id}
          error={errors['absent_id'] ?? missing(absent_id)}
          onChange={(id) => {
            setAbsent(id)
            setDeputy(null)
          }}
        />
        <PersonSelect
          key={absent_id}
          anybody={kind === 'performer'}
          fits={(one) => one.kind === (kind ?? 'staff')}
          except={new Set(absent_id ? [absent_id] : [])}
          label={t('substitutions.deputy')}
          value={deputy_id}
          error={errors['deputy_id'] ?? missing(deputy_id)}
          onChange={setDeputy}
        />
        <div className={css.two}>
          <WhenField
            only_day
            label={t('absences.from')}
            value={from_day}
            onChange={setFrom}
            error={errors['from_day'] ?? missing(from_day)}
          />
          <WhenField
            only_day
            label={t('absences.to')}
            value={to_day}
            onChange={setTo}
            error={errors['to_day'] ?? missing(to_day)}
          />
        </div>
        <ProblemNote error={save.error} />
      </div>
    </Dialog>
  )
}
