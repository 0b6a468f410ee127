import { useState } from 'react'
import { Select, TextInput } from '@mantine/core'
import { type LegalForm, setLegalForm } from '#contract/people.ts'
import { useCall } from '#web/platform/ask.ts'
import { today } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { submitting } from '#web/ui/submit.ts'
import css from './performer.module.css'

const FORMS = ['staff', 'entrepreneur', 'self_employed', 'civil_contract'] as const

type Props = { member_id: string; form: LegalForm['form'] | null; onClose: () => void }

/** In what form he works from a day on; the earlier ones stay. */
export function NewLegalForm({ member_id, form, onClose }: Props) {
  const [chosen, setChosen] = useState<LegalForm['form'] | null>(form)
  const [from_day, setFrom] = useState<string | null>(today())
  const [number, setNumber] = useState('')
  const [tried, setTried] = useState(false)
  const set = useCall(setLegalForm, { inline: true, onSuccess: onClose })
  const faults = set.error?.fields ?? {}
  const lacking = (value: unknown) => (tried && value === null ? t('field.required') : undefined)
  const go = () => {
    setTried(true)
    if (chosen === null || from_day === null) return
    set.mutate({ member_id, form: chosen, from_day, ...(number.trim() && { contract_number: number }) })
  }
  return (
    <form noValidate onSubmit={submitting(go)} className={css.form}>
      <Select
        label={t('legal.form')}
        data={FORMS.map((one) => ({ value: one, label: t(`legal_form.${one}`) }))}
        value={chosen}
        onChange={(next) => setChosen(next)}
        error={faults['form'] ?? lacking(chosen)}
      />
      <div className={css.two}>
        <WhenField
          only_day
          label={t('performer.rate_from')}
          value={from_day}
          onChange={setFrom}
          error={faults['from_day'] ?? lacking(from_day)}
        />
        <TextInput
          label={t('legal.contract')}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
          error={faults['contract_number']}
        />
      </div>
      <ProblemNote error={set.error} />
      <div className={css.acts}>
        <Button type="submit" variant="primary" size="sm" busy={set.isPending}>
          {t('do.save')}
        </Button>
        <Button size="sm" variant="quiet" onClick={onClose}>
          {t('do.cancel')}
        </Button>
      </div>
    </form>
  )
}
