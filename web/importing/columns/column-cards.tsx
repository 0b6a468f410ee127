import type { Found } from '#contract/parties/imports.ts'
import { t } from '#web/platform/words.ts'
import type { TableColumn } from '../fields.ts'
import { FieldSelect, type OnField } from './field-select.tsx'
import css from './columns.module.css'

type Props = { columns: readonly TableColumn[]; rows: Found['rows']; onField: OnField }

/** How many of a column's values are shown. */
const VALUES = 3

/** The columns one under another, for a screen that is too narrow for a table. */
export function ColumnCards({ columns, rows, onField }: Props) {
  return (
    <ul className={css.cards} aria-label={t('import.preview')}>
      {columns.map((column) => (
        <li key={column.at} data-none={column.field === null || undefined}>
          <h2>{column.heading}</h2>
          <p>{valuesOf(rows, column.at).join(' · ')}</p>
          <FieldSelect column={column} onField={onField} />
        </li>
      ))}
    </ul>
  )
}

function valuesOf(rows: Found['rows'], at: number): string[] {
  const given = rows.flatMap(({ cells }) => cells[at] || [])
  return [...new Set(given)].slice(0, VALUES)
}
