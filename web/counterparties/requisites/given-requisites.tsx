import type { Requisites, RequisitesCountry } from '#contract/requisites.ts'
import { sentence } from '#web/platform/words.ts'
import { Properties, Property } from '#web/ui/rows.tsx'
import { fieldName, givenFields } from './requisites.ts'
import type { Fault } from './requisites-fields.tsx'
import css from './requisites.module.css'

type Props = { requisites: Requisites; faults: readonly Fault[]; country: RequisitesCountry }

/** Those that are known, each fault of a check digit under its field. */
export function GivenRequisites({ requisites, faults, country }: Props) {
  return (
    <Properties>
      {givenFields(requisites, country).map((field) => {
        const fault = faults.find((one) => one.field === field)
        return (
          <Property key={field} label={fieldName(field, country)}>
            {requisites[field]}
            {fault && <div className={css.fault}>{sentence(fault.code)}</div>}
          </Property>
        )
      })}
    </Properties>
  )
}
