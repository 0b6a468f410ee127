import { useState } from 'react'
import { IconCheck, IconTrash } from '@tabler/icons-react'
import type { ReadLine } from '#contract/invitations.ts'
import type { Values } from '#words/index.ts'
import { sentence, t } from '#web/platform/words.ts'
import { IconButton } from '#web/ui/button.tsx'
import { cx } from '#web/ui/cx.ts'
import type { PastedLine } from './parse-list.ts'
import css from './joining.module.css'

type Props = {
  lines: readonly PastedLine[]
  /** How each is understood; shorter while it is being asked. */
  read: readonly ReadLine[]
  onChange: (lines: PastedLine[]) => void
}

const FIELDS = ['name', 'email', 'role', 'position', 'pool'] as const

const headOf = (field: (typeof FIELDS)[number]): string => t(field === 'role' ? 'staff.role' : `list.${field}`)

/** The list as it was understood: a cell is mended in place, and its line is looked at again when one leaves it. */
export function PastedTable({ lines, read, onChange }: Props) {
  const change = (at: number, line: PastedLine) => onChange(lines.map((one, n) => (n === at ? line : one)))
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <thead>
          <tr>
            {FIELDS.map((field) => (
              <th key={field} scope="col">
                {headOf(field)}
              </th>
            ))}
            <th scope="col">
              <span className={css.hidden}>{t('list.state')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <Line
              key={at}
              number={at + 1}
              line={line}
              read={read[at]}
              onChange={(next) => change(at, next)}
              onDrop={() => onChange(lines.filter((_, n) => n !== at))}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type LineProps = {
  number: number
  line: PastedLine
  read: ReadLine | undefined
  onChange: (line: PastedLine) => void
  onDrop: () => void
}

function Line({ number, line, read, onChange, onDrop }: LineProps) {
  const faults = read?.faults ?? []
  return (
    <tr className={cx(faults.length > 0 && css.faulty)}>
      {FIELDS.map((field) => {
        const fault = faults.find((one) => one.field === field)
        return (
          <td key={field}>
            <Cell
              label={`${headOf(field)}, ${number}`}
              value={line[field]}
              placeholder={field === 'role' && read?.role ? t(`role.${read.role}`) : ''}
              wrong={fault !== undefined}
              onLeave={(value) => value !== line[field] && onChange({ ...line, [field]: value })}
            />
            {fault && (
              <p className={css.fault} role="alert">
                {sentence(fault.code, fault.facts as Values | undefined)}
              </p>
            )}
          </td>
        )
      })}
      <td className={css.end}>
        {read && faults.length === 0 && (
          <span className={css.good} title={t('list.right')}>
            <IconCheck size={16} stroke={1.75} aria-hidden="true" />
            <span className={css.hidden}>{t('list.right')}</span>
          </span>
        )}
        <IconButton
          size="sm"
          label={t('list.drop', { n: number })}
          icon={<IconTrash size={16} stroke={1.75} />}
          onClick={onDrop}
        />
      </td>
    </tr>
  )
}

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
