import { Select } from '@mantine/core'
import type { ImportField } from '#contract/parties/imports.ts'
import { useCompany } from '#web/app/me.ts'
import { t } from '#web/platform/words.ts'
import { fieldOptions, NOT_TAKEN, type TableColumn } from '../fields.ts'
import css from './columns.module.css'

export type OnField = (at: number, field: ImportField | null) => void

/** What a column holds. */
export function FieldSelect({ column: { at, heading, field }, onField }: { column: TableColumn; onField: OnField }) {
  const { country } = useCompany()
  return (
    <Select
      aria-label={t('import.holds', { name: heading })}
      data={fieldOptions(country, field)}
      value={field ?? NOT_TAKEN}
      onChange={(next) => onField(at, next === NOT_TAKEN ? null : (next as ImportField | null))}
      maxDropdownHeight={360}
      comboboxProps={{ width: 240, position: 'bottom-start' }}
      classNames={{ input: css.field ?? '' }}
      data-none={field === null || undefined}
    />
  )
}
