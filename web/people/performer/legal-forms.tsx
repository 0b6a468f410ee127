import { useState } from 'react'
import { Select, TextInput } from '@mantine/core'
import { type getMember, type LegalForm, setLegalForm } from '#contract/people.ts'
import type { Reply } from '#contract/endpoint.ts'
import { useCall } from '#web/platform/ask.ts'
import { dayDigits, today } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { cx } from '#web/ui/cx.ts'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { Section } from '#web/ui/rows.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { submitting } from '#web/ui/submit.ts'
import css from './performer.module.css'

type Someone = Reply<typeof getMember>
const FORMS = ['staff', 'entrepreneur', 'self_employed', 'civil_contract'] as const

/** In what form he works for the company in law, from which day on, by which contract. */
export function LegalForms({ member: { id, legal_forms, can } }: { member: Someone }) {
  const [adding, setAdding] = useState(false)
  const now = today()
  const held = legal_forms.find(({ from_day }) => from_day <= now)
  return (
    <Section
      title={t('legal.heading')}
      end={
        !can.papers &&
        !adding && (
          <Button size="sm" onClick={() => setAdding(true)}>
            {t(legal_forms.length > 0 ? 'performer.change' : 'legal.set')}
          </Button>
        )
      }
    >
      {legal_forms.length === 0 && !adding && <p className={css.quiet}>{t('legal.none')}</p>}
      <ul className={css.rows}>
        {legal_forms.map((one) => (
          <li key={one.id} className={cx(one !== held && one.from_day < now && css.past)}>
            <span className={css.what}>
              <b>{t(`legal_form.${one.form}`)}</b>
              <small>
                {t('rates.from', { day: dayDigits(one.from_day) })}
                {one.contract_number && ` · ${t('legal.contract_of', { number: one.contract_number })}`}
              </small>
            </span>
            {one === held && <Chip tone="good">{t('rates.now')}</Chip>}
            {one.from_day > now && <Chip>{t('rates.later')}</Chip>}
          </li>
        ))}
      </ul>
      {adding && <NewForm member_id={id} form={held?.form ?? null} onClose={() => setAdding(false)} />}
    </Section>
  )
}

type NewProps = { member_id: string; form: LegalForm['form'] | null; onClose: () => void }

function NewForm({ member_id, form, onClose }: NewProps) {
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
