import { Fragment, type KeyboardEvent, type ReactNode, useDeferredValue } from 'react'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { cameBack, useKeptScroll } from '#web/platform/scroll.ts'
import { t } from '#web/platform/words.ts'
import { Button } from './button.tsx'
import { cx } from './cx.ts'
import css from './data-table.module.css'

export type Column<R> = {
  id: string
  head: ReactNode
  cell: (row: R) => ReactNode
  /** Figures stand right. */
  num?: boolean
  /** Takes what is left of the width, cut with an ellipsis: one column of a table. */
  fill?: boolean
  /** Left out on a narrow screen. */
  late?: boolean
  sum?: ReactNode
  /** Its head sorts the list: which way it stands now, and what a press does. */
  sorted?: 'ascending' | 'descending' | undefined
  onSort?: () => void
}

type Props<R> = {
  label: string
  rows: R[]
  columns: Column<R>[]
  keyOf: (row: R) => string
  /** Opens a row: by click, Enter or Space; arrows move between rows. */
  onOpen?: (row: R) => void
  /** The row that is open in the side panel. */
  open_id?: string | undefined
  /**
   * Rows (`tr`) that an open row shows under itself, null while it is closed. Its first cell then holds a button that
   * says so to keyboard and listeners; a click anywhere in the row does the same.
   */
  under?: (row: R) => ReactNode
  has_more?: boolean
  loading_more?: boolean
  more?: () => void
  /** Shown in place of rows when there are none. */
  empty?: ReactNode
}

/** More than a screen holds: these are drawn at once, the others right after, without holding up what a finger does. */
const AT_ONCE = 20

/** Rows of a list: sticky head, keyboard, «more» at the end, and sums of the whole filter at the bottom. */
export function DataTable<R>({ label, rows, columns, keyOf, onOpen, open_id, under, empty, ...paging }: Props<R>) {
  const box = useKeptScroll<HTMLDivElement>(label)
  const whole = useDeferredValue(true, cameBack())
  const summed = columns.some(({ sum }) => sum !== undefined)
  const shape = ({ num, fill, late }: Column<R>) => cx(num && css.num, fill && css.fill, late && css.late)
  return (
    <div className={css.scroll} ref={box}>
      <table className={css.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} className={shape(column)} scope="col" aria-sort={column.sorted}>
                <Head column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(whole ? rows : rows.slice(0, AT_ONCE)).map((row) => {
            const opened = under?.(row)
            return (
              <Fragment key={keyOf(row)}>
                <tr
                  className={cx(onOpen && css.row, (keyOf(row) === open_id || Boolean(opened)) && css.on)}
                  {...(onOpen && { onClick: () => onOpen(row) })}
                  {...(onOpen && !under && { tabIndex: 0, onKeyDown: pressed(() => onOpen(row)) })}
                >
                  {columns.map((column) => (
                    <td key={column.id} className={shape(column)}>
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
                {opened}
              </Fragment>
            )
          })}
        </tbody>
        {summed && rows.length > 0 && (
          <tfoot>
            <tr className={css.sum}>
              {columns.map((column) => (
                <td key={column.id} className={shape(column)}>
                  {column.sum}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
      {rows.length === 0 ? <div className={css.foot}>{empty ?? t('list.nothing_found')}</div> : <More {...paging} />}
    </div>
  )
}

function Head<R>({ column: { head, sorted, onSort } }: { column: Column<R> }) {
  if (!onSort) return head
  const Arrow = sorted === 'descending' ? IconArrowDown : IconArrowUp
  return (
    <button type="button" className={cx(css.sort, sorted && css.sorted)} onClick={onSort}>
      {head}
      <Arrow size={12} stroke={1.75} aria-hidden="true" />
    </button>
  )
}

type Paging = Pick<Props<never>, 'has_more' | 'loading_more' | 'more'>

function More({ has_more, loading_more, more }: Paging) {
  if (!has_more || !more) return null
  return (
    <div className={css.foot}>
      <Button size="sm" onClick={more} busy={loading_more}>
        {t('do.more')}
      </Button>
    </div>
  )
}

const pressed = (act: () => void) => (event: KeyboardEvent<HTMLElement>) => {
  walk(event)
  if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return
  event.preventDefault()
  act()
}

/** Up and down move between rows, wherever in a row the focus is. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const row = event.currentTarget
  const next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling
  if (!(next instanceof HTMLElement)) return
  event.preventDefault()
  next.focus()
}
