import { VisuallyHidden } from '@mantine/core'
import {
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  memo,
  type MouseEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import type { LoadGroup, LoadRow } from '#contract/time/load.ts'
import { today } from '#web/platform/format.ts'
import { useKeptScroll } from '#web/platform/scroll.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { cx } from '#web/ui/cx.ts'
import { type LoadDay, type Loaded, short, total } from './figures.ts'
import { DayCell } from './day-cell.tsx'
import { type Line, linesInAll, linesOf, piecesOf } from './lines.ts'
import { weekday } from './period.ts'
import { PersonHead, Share } from './row-parts.tsx'
import { useWindow } from './use-window.ts'
import css from './load.module.css'

type Place = { member_id: string; day: string }
type Props = {
  rows: LoadRow[]
  days: Loaded['days']
  sums: Loaded['sums']
  /** The day that people are looked for on. */
  picked: string | undefined
  open: Place | null
  onOpen: (place: Place) => void
  has_more: boolean
  loading_more: boolean
  more: () => void
}

const NONE: readonly LoadGroup[] = []

/** People by days under their trades, with sums. One cell takes the focus, arrows move it, a press opens the day. */
export function LoadGrid({ rows, days, sums, picked, open, onOpen, ...paging }: Props) {
  const box = useKeptScroll<HTMLDivElement>(t('load.heading'))
  const groups = sums?.groups ?? NONE
  const lines = useMemo(() => linesOf(rows, groups), [rows, groups])
  const { tops, span, near_end } = useWindow(box, lines)
  const focus = useFocus(box, lines, days)
  const in_all = sums ? linesInAll(groups) : undefined
  useMoreAtEnd(near_end, `${days[0]?.day} ${rows.length} ${rows.at(-1)?.member.id}`, paging)
  const press = (event: MouseEvent<HTMLElement>) => {
    const place = placeOf(event.target)
    if (place) onOpen(place)
  }
  return (
    <div className={css.scroll} ref={box}>
      {/* Cells are buttons: the table only gathers what they are pressed with. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <table
        className={css.grid}
        aria-label={t('load.heading')}
        aria-rowcount={in_all}
        data-many={days.length > 14 || undefined}
        style={{ '--days': days.length } as CSSProperties}
        onClick={press}
        onKeyDown={focus.arrows}
        onFocus={focus.hold}
      >
        <Head days={days} picked={picked} />
        <tbody>
          {piecesOf(lines, tops, span, focus.kept).map((piece) => {
            if ('gap' in piece) return <Gap key={piece.key} height={piece.gap} />
            const { key, group, row } = piece.line
            const index = piece.at + 2
            if (group) return <GroupRow key={key} group={group} index={index} />
            const opened = open?.member_id === key ? open.day : undefined
            const stop = piece.at === focus.stop_line ? focus.stop_day : undefined
            return <PersonRow key={key} {...{ row, days, index, stop }} open={opened} />
          })}
        </tbody>
        {sums && rows.length > 0 && <Foot all={sums.all} index={in_all} />}
      </table>
      {rows.length === 0 && <p className={css.none}>{t('list.nothing_found')}</p>}
      {paging.has_more && (
        <div className={css.more}>
          <Button busy={paging.loading_more} onClick={paging.more}>
            {t('do.more')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** Asks for more when the end of what is loaded comes near: once for each end, after a failure the button does. */
function useMoreAtEnd(near: boolean, end: string, paging: Pick<Props, 'has_more' | 'loading_more' | 'more'>): void {
  const asked = useRef('')
  useEffect(() => {
    if (!near || !paging.has_more || paging.loading_more || asked.current === end) return
    asked.current = end
    paging.more()
  })
}

/** Room for lines that are not drawn. One cell of it is enough, and across a column that a phone leaves out it would make another. */
const Gap = ({ height }: { height: number }) => (
  <tr className={css.gap} aria-hidden="true">
    <td aria-hidden="true" style={{ height }} />
  </tr>
)

const closestCell = (target: EventTarget): HTMLElement | null =>
  target instanceof HTMLElement || target instanceof SVGElement ? target.closest<HTMLElement>('button[data-day]') : null

function placeOf(target: EventTarget): Place | null {
  const { member, day } = closestCell(target)?.dataset ?? {}
  return member && day ? { member_id: member, day } : null
}

const ARROWS: Record<string, readonly [across: number, down: number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
}

/**
 * The focus goes by cells; only the one that had it last is a stop of Tab. Its line stays drawn however far one scrolls, and
 * so does that of a name with the focus: else it would be lost on the way.
 */
function useFocus(box: RefObject<HTMLElement | null>, lines: readonly Line[], days: readonly LoadDay[]) {
  const [last, setLast] = useState<Place | null>(null)
  const [held, setHeld] = useState('')
  const lineOf = (key: string | undefined) => lines.findIndex((line) => line.key === key)
  const stop = lineOf(last?.member_id)
  const stop_line = stop < 0 ? lines.findIndex(({ row }) => row) : stop
  const arrows = (event: KeyboardEvent) => {
    const [from, by] = [placeOf(event.target), ARROWS[event.key]]
    if (!from || !by) return
    event.preventDefault()
    const to = stepped(lines, days, from, by)
    if (!to) return
    // It may not be drawn yet, and only what is drawn takes the focus.
    flushSync(() => setLast(to))
    box.current?.querySelector<HTMLElement>(`button[data-member="${to.member_id}"][data-day="${to.day}"]`)?.focus()
  }
  const hold = (event: FocusEvent) => {
    setHeld(event.target.closest('tr')?.dataset['key'] ?? '')
    const place = placeOf(event.target)
    if (place) setLast(place)
  }
  const known = days.some(({ day }) => day === last?.day)
  return { arrows, hold, stop_line, stop_day: known ? last?.day : days[0]?.day, kept: [stop_line, lineOf(held)] }
}

/** The cell beside another; heads of trades are passed over. */
function stepped(
  lines: readonly Line[],
  days: readonly LoadDay[],
  from: Place,
  [across, down]: readonly [number, number],
): Place | null {
  let line = lines.findIndex(({ key }) => key === from.member_id) + down
  while (lines[line]?.group) line += down
  const day = days[days.findIndex((one) => one.day === from.day) + across]?.day
  const row = lines[line]?.row
  return row && day ? { member_id: row.member.id, day } : null
}

function Head({ days, picked }: { days: readonly LoadDay[]; picked: string | undefined }) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className={css.who}>
          {t('load.person')}
        </th>
        <th scope="col" className={css.share}>
          {t('load.for_period')}
        </th>
        {days.map(({ day, kind, holiday }) => (
          <th
            key={day}
            scope="col"
            className={cx(day === today() && css.today, kind === 'off' && css.rest, day === picked && css.picked)}
            title={holiday ? t(`holiday.${holiday}`) : undefined}
          >
            <small>{weekday(day)}</small>
            <b>{Number(day.slice(8))}</b>
            {holiday && (
              <>
                <i className={css.holiday} aria-hidden="true" />
                <VisuallyHidden>{t(`holiday.${holiday}`)}</VisuallyHidden>
              </>
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

const GroupRow = memo(function GroupRow({ group, index }: { group: LoadGroup; index: number }) {
  return (
    <tr className={css.group} data-line="group" aria-rowindex={index}>
      <th scope="rowgroup" className={css.who}>
        <span className={css.name}>{group.name ?? t('load.no_group')}</span>
        <small>{t('load.people', { n: group.people })}</small>
      </th>
      <td className={css.share}>
        <Share planned={total(group.planned)} available={total(group.available)} />
      </td>
      {group.planned.map((minutes, at) => (
        <td key={at}>{minutes > 0 && short(minutes)}</td>
      ))}
    </tr>
  )
})

type RowProps = {
  row: LoadRow
  days: readonly LoadDay[]
  index: number
  open: string | undefined
  /** The day whose cell is a stop of Tab, if it is in this row. */
  stop: string | undefined
}

const PersonRow = memo(function PersonRow({ row, days, index, open, stop }: RowProps) {
  return (
    <tr data-line="row" data-key={row.member.id} aria-rowindex={index}>
      <PersonHead row={row} />
      <td className={css.share}>
        <Share planned={total(row.planned)} available={total(row.available)} actual={total(row.actual)} />
      </td>
      {days.map(({ day }, at) => (
        <DayCell key={day} {...{ row, days, at }} open={open === day} stop={stop === day} />
      ))}
    </tr>
  )
})

function Foot({ all, index }: { all: NonNullable<Loaded['sums']>['all']; index: number | undefined }) {
  return (
    <tfoot>
      <tr aria-rowindex={index}>
        <th scope="row" className={css.who}>
          {t('load.company')}
          <small>{t('load.people', { n: all.people })}</small>
        </th>
        <td className={css.share}>
          <Share planned={total(all.planned)} available={total(all.available)} />
        </td>
        {all.planned.map((minutes, at) => (
          <td key={at}>{minutes > 0 && short(minutes)}</td>
        ))}
      </tr>
    </tfoot>
  )
}
