import { Fragment, type ReactNode } from 'react'
import type { Reply } from '#contract/endpoint.ts'
import type { Found, ImportSettings, listImportRows } from '#contract/parties/imports.ts'
import type { Company } from '#contract/people.ts'
import { useCompany } from '#web/app/me.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { Chip, type Tone } from '#web/ui/chip.tsx'
import { Reason } from '#web/ui/reason.tsx'
import { columnsOf, fieldName, type TableColumn } from '../fields.ts'
import css from './rows.module.css'

type Row = Reply<typeof listImportRows>['rows'][number]
type Props = {
  rows: Row[]
  found: Found
  columns: ImportSettings['columns']
  /** What stands under the last row. */
  children?: ReactNode
}

const TONES: Record<Row['outcome'], Tone> = { new: 'good', joined: 'neutral', same: 'outline', fault: 'bad' }

/** Rows as they stand in the file, in the columns that are taken; under a row what is wrong with it, of each field. */
export function RowsTable({ rows, found, columns, children }: Props) {
  const { country } = useCompany()
  const taken = columnsOf(found, columns).filter(({ field }) => field !== null)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- wider than its place, it is moved by arrows
    <section className={css.scroll} aria-label={t('import.rows')} tabIndex={0}>
      <table className={css.table} aria-label={t('import.rows')}>
        <thead>
          <tr>
            <th scope="col">{t('import.row')}</th>
            <th scope="col">{t('import.outcome')}</th>
            {taken.map(({ at, field, heading }) => (
              <th key={at} scope="col" title={heading}>
                {field && fieldName(field, country)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.at}>
              <RowCells row={row} taken={taken} country={country} />
              {row.faults.length > 0 && (
                <tr className={css.why}>
                  <td colSpan={taken.length + 2}>
                    <Faults row={row} country={country} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      {children && <div className={css.foot}>{children}</div>}
    </section>
  )
}

type CellsProps = { row: Row; taken: readonly TableColumn[]; country: Company['country'] }

function RowCells({ row, taken, country }: CellsProps) {
  const { at, cells, outcome, faults, counterparty_id } = row
  const named = taken.find(({ field }) => field === 'name') ?? taken.find(({ field }) => field === 'contact_name')
  return (
    <tr className={css.row} data-told={faults.length > 0 || undefined}>
      <td className={css.at} data-name={t('import.row')}>
        {at}
      </td>
      <td className={css.outcome}>
        <Chip tone={TONES[outcome]}>{t(`import.row.${outcome}`)}</Chip>
      </td>
      {taken.map((column) => {
        const { at: place, field } = column
        const cell = cells[place] ?? ''
        const wrong = faults.filter((fault) => fault.field === field)
        const tone = wrong.length === 0 ? undefined : wrong.some(({ stops }) => stops) ? 'bad' : 'warn'
        return (
          <td key={place} title={cell} data-tone={tone} data-name={field ? fieldName(field, country) : ''}>
            {column === named && counterparty_id ? (
              <Link to={`/counterparties/${counterparty_id}`}>{cell}</Link>
            ) : (
              cell || (tone && '—')
            )}
          </td>
        )
      })}
    </tr>
  )
}

function Faults({ row: { faults }, country }: Pick<CellsProps, 'row' | 'country'>) {
  return (
    <ul className={css.faults}>
      {faults.map(({ field, code, facts, stops }, n) => (
        <li key={n} data-tone={stops ? 'bad' : 'warn'}>
          <b>{fieldName(field, country)}:</b> <Reason code={code} facts={facts} />
        </li>
      ))}
    </ul>
  )
}
