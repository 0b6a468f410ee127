import { VisuallyHidden } from '@mantine/core'
import { memo, type ReactNode, useState } from 'react'
import { IconCheck, IconTrash } from '@tabler/icons-react'
import type { Values } from '#words/index.ts'
import { sentence, t } from '#web/platform/words.ts'
import { IconButton } from '#web/ui/button.tsx'
import { cx } from '#web/ui/cx.ts'
import css from './joining.module.css'

type Cells<F extends string> = Record<F, string>
type Fault<F extends string> = { field: F; code: string; facts?: Record<string, unknown> }
type Read<F extends string> = { faults: readonly Fault<F>[] }

export type PastedColumn<F extends string, R> = {
  field: F
  head: string
  /** What an empty cell stands for. */
  placeholder?: (read: R) => string
  /** How the cell was understood, where that is not what stands in it. */
  hint?: (read: R) => ReactNode
  /** Figures stand right. */
  num?: boolean
}

type Props<F extends string, R extends Read<F>> = {
  columns: readonly PastedColumn<F, R>[]
  lines: readonly Cells<F>[]
  /** How each is understood; shorter while it is being asked. */
  read: readonly (R | undefined)[]
  /** Kept the same between drawings, so that of five hundred lines only the one that changed is drawn again. */
  onLine: (at: number, line: Cells<F>) => void
  onDrop: (at: number) => void
  /** Which lines are shown; all unless said otherwise. */
  shown?: (at: number) => boolean
}

/** A list as it was understood: a cell is mended in place, and its line is looked at again when one leaves it. */
export function PastedTable<F extends string, R extends Read<F>>(props: Props<F, R>) {
  const { columns, lines, read, onLine, onDrop, shown = () => true } = props
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col" className={css.at}>
              <VisuallyHidden>{t('list.number')}</VisuallyHidden>
            </th>
            {columns.map(({ field, head, num }) => (
              <th key={field} scope="col" className={cx(num && css.num)}>
                {head}
              </th>
            ))}
            <th scope="col">
              <VisuallyHidden>{t('list.state')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(
            (line, at) =>
              shown(at) && (
                <Line
                  key={at}
                  {...{ at, line, columns: columns as never, read: read[at] }}
                  onLine={onLine}
                  onDrop={onDrop}
                />
              ),
          )}
        </tbody>
      </table>
    </div>
  )
}

type LineProps = {
  at: number
  line: Cells<string>
  columns: readonly PastedColumn<string, Read<string>>[]
  read: Read<string> | undefined
  onLine: (at: number, line: Cells<string>) => void
  onDrop: (at: number) => void
}

const Line = memo(function Line({ at, line, columns, read, onLine, onDrop }: LineProps) {
  const faults = read?.faults ?? []
  return (
    <tr className={cx(faults.length > 0 && css.faulty)}>
      <td className={css.at}>{at + 1}</td>
      {columns.map(({ field, head, placeholder, hint, num }) => {
        const fault = faults.find((one) => one.field === field)
        return (
          <td key={field} className={cx(num && css.num)}>
            <Cell
              label={`${head}, ${at + 1}`}
              value={line[field] ?? ''}
              placeholder={(read && placeholder?.(read)) || head}
              wrong={fault !== undefined}
              onLeave={(value) => value !== line[field] && onLine(at, { ...line, [field]: value })}
            />
            {fault ? (
              <p className={css.fault} role="alert">
                {sentence(fault.code, fault.facts as Values | undefined)}
              </p>
            ) : (
              read && hint && <div className={css.understood}>{hint(read)}</div>
            )}
          </td>
        )
      })}
      <td className={css.end}>
        <div>
          {read && faults.length === 0 && (
            <span className={css.good} title={t('list.right')}>
              <IconCheck size={16} stroke={1.75} aria-hidden="true" />
              <VisuallyHidden>{t('list.right')}</VisuallyHidden>
            </span>
          )}
          <IconButton
            size="sm"
            label={t('list.drop', { n: at + 1 })}
            icon={<IconTrash size={16} stroke={1.75} />}
            onClick={() => onDrop(at)}
          />
        </div>
      </td>
    </tr>
  )
})

type CellProps = {
  label: string
  value: string
  placeholder: string
  wrong: boolean
  onLeave: (value: string) => void
}

function Cell({ label, value, placeholder, wrong, onLeave }: CellProps) {
  const [typed, setTyped] = useState(value)
  const [given, setGiven] = useState(value)
  if (value !== given) {
    setGiven(value)
    setTyped(value)
  }
  return (
    <input
      className={css.cell}
      aria-label={label}
      aria-invalid={wrong}
      value={typed}
      placeholder={placeholder}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => onLeave(typed)}
    />
  )
}
