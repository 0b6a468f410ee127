import { VisuallyHidden } from '@mantine/core'
import { IconArrowUp } from '@tabler/icons-react'
import type { LoadRow } from '#contract/time/load.ts'
import { today } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { cx } from '#web/ui/cx.ts'
import { type Cell, cellOf, cellWords, labelOf, type LoadDay, short } from './figures.ts'
import css from './cell.module.css'
import heats from './heat.module.css'

type Props = { row: LoadRow; days: readonly LoadDay[]; at: number; open: boolean; stop: boolean }

/** A day of a person: how full it is by colour, figure and mark. */
export function DayCell({ row, days, at, open, stop }: Props) {
  const cell = cellOf(row, days, at, today())
  const { heat, away, available, busy, planned, ahead } = cell
  const idle = available === 0 && busy === 0 && planned === 0
  return (
    <td>
      <button
        type="button"
        data-member={row.member.id}
        data-day={cell.day}
        tabIndex={stop ? 0 : -1}
        aria-expanded={open}
        title={cellWords(cell)}
        className={cx(
          css.cell,
          !idle && heats[`h${heat}`],
          ahead && !idle && css.ahead,
          idle && !away && css.dot,
          away && busy === 0 && css.hatch,
          ahead && available > 0 && busy === 0 && css.gap,
        )}
      >
        <VisuallyHidden>{labelOf(row.member.name, cell)}</VisuallyHidden>
        <Figures cell={cell} idle={idle} whole={days.length > 14} />
        {heat === 5 && <IconArrowUp className={css.over} size={10} stroke={2.5} aria-hidden="true" />}
      </button>
    </td>
  )
}

type FiguresProps = { cell: Cell; idle: boolean; whole: boolean }

function Figures({ cell: { away, busy, planned, actual, point, ahead }, idle, whole }: FiguresProps) {
  const said = (minutes: number) => short(minutes, whole)
  if (away?.whole && busy === 0) return <small aria-hidden="true">{t('load.away_short', { kind: away.kind })}</small>
  if (idle) return <span aria-hidden="true">{point ? '•' : '·'}</span>
  return (
    <>
      <b aria-hidden="true">
        {said(busy)}
        {point && '•'}
      </b>
      {away ? (
        <small aria-hidden="true">{t('load.away_short', { kind: away.kind })}</small>
      ) : (
        !ahead && said(planned) !== said(busy) && <small aria-hidden="true">{said(planned)}</small>
      )}
      {!away && !ahead && planned === busy && actual > 0 && short(actual) !== short(busy) && (
        <small aria-hidden="true">{short(actual)}</small>
      )}
    </>
  )
}
