import { Autocomplete, NumberInput } from '@mantine/core'
import { listSpecialities } from '#contract/people.ts'
import { useMaybe } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import type { DemandWords } from './draft.ts'
import css from './entry.module.css'
import '@mantine/core/styles/NumberInput.layer.css'

type Props = { value: DemandWords; onChange: (value: DemandWords) => void }

/** Who is needed: trade, how many, from when. */
export function DemandFields({ value, onChange }: Props) {
  const specialities = useMaybe(listSpecialities, {})
  return (
    <div className={css.demand}>
      <Autocomplete
        label={t('demand.speciality')}
        data={specialities?.rows.map(({ name }) => name) ?? []}
        maxLength={100}
        value={value.speciality}
        onChange={(speciality) => onChange({ ...value, speciality })}
      />
      <NumberInput
        label={t('demand.people')}
        min={1}
        max={500}
        allowDecimal={false}
        hideControls
        value={value.people}
        onChange={(people) => onChange({ ...value, people: Math.max(1, Number(people) || 1) })}
      />
      <WhenField
        label={t('demand.starts')}
        value={value.starts_at}
        onChange={(starts_at) => onChange({ ...value, starts_at })}
      />
    </div>
  )
}
