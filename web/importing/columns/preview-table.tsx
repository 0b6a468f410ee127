import type { Found } from '#contract/parties/imports.ts'
import { t } from '#web/platform/words.ts'
import type { TableColumn } from '../fields.ts'
import { FieldSelect, type OnField } from './field-select.tsx'
import css from './columns.module.css'

type Props = { columns: readonly TableColumn[]; rows: Found['rows']; onField: OnField }

/** The first rows as they stand in the file, and over each column what it holds. */
export function PreviewTable({ columns, rows, onField }: Props) {
  return (
    <section className={css.scroll} aria-label={t('import.preview')}>
      <table className={css.preview}>
        <thead>
          <tr>
            <th scope="col" className={css.at}>
              <span className={css.number}>№</span>
            </th>
            {columns.map((column) => (
              <th key={column.at} scope="col">
                <span className={css.heading} title={column.heading}>
                  {column.heading}
                </span>
                <FieldSelect column={column} onField={onField} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ at, cells }) => (
            <tr key={at}>
              <td className={css.at}>{at}</td>
              {columns.map((column) => (
                <td key={column.at} title={cells[column.at]} data-none={column.field === null || undefined}>
                  {cells[column.at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
