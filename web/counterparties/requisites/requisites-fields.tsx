import { TextInput } from '@mantine/core'
import type { RequisitesCountry } from '#contract/requisites.ts'
import { sentence, t } from '#web/platform/words.ts'
import { cx } from '#web/ui/cx.ts'
import { fieldName, isLong, partsOf } from './requisites.ts'
import css from './requisites.module.css'

export type Fault = { field: string; code: string }
type Props = {
  country: RequisitesCountry
  typed: Record<string, string>
  onChange: (typed: Record<string, string>) => void
  /** What is stored and cannot be right; of a field that is being retyped nothing is said. */
  faults: readonly Fault[]
  stored: Record<string, string>
  /** Of a refused form, by field. */
  errors: Record<string, string>
  disabled?: boolean
}

/** Requisites as the country's forms ask for them, each fault of a check digit at its field. */
export function RequisitesFields({ country, typed, onChange, faults, stored, errors, disabled = false }: Props) {
  const faultOf = (field: string) => {
    const fault = faults.find((one) => one.field === field)
    return fault && typed[field] === stored[field] ? sentence(fault.code) : undefined
  }
  return partsOf(country).map(({ name, fields }) => (
    <fieldset key={name} className={css.part} disabled={disabled}>
      <legend>{t(name)}</legend>
      <div className={css.grid}>
        {fields.map((field) => (
          <TextInput
            key={field}
            className={cx(isLong(field) && css.long)}
            label={fieldName(field, country)}
            placeholder={exampleOf(field)}
            {...(field === 'email' && { type: 'email' })}
            {...(field === 'phone' && { type: 'tel' })}
            value={typed[field] ?? ''}
            error={errors[field] ?? faultOf(field)}
            onChange={(event) => onChange({ ...typed, [field]: event.target.value })}
          />
        ))}
      </div>
    </fieldset>
  ))
}

function exampleOf(field: string): string {
  if (field === 'signatory_name' || field === 'signatory_position' || field === 'signatory_basis')
    return t(`requisites.${field}_example`)
  return ''
}

/** The errors of a refused form that are about requisites, by field. */
export const requisitesErrors = (fields: Record<string, string> | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields ?? {}).map(([path, words]) => [path.replace(/^requisites\./, ''), words] as const),
  )
