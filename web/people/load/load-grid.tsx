import { VisuallyHidden } from '@mantine/core'
import { type CSSProperties, Fragment, type KeyboardEvent, memo, type MouseEvent } from 'react'
import type { LoadGroup, LoadRow } from '#contract/time/load.ts'
import { today } from '#web/platform/format.ts'
import { useKeptScroll } from '#web/platform/scroll.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { cx } from '#web/ui/cx.ts'
import { type LoadDay, type Loaded, short, total } from './figures.ts'
import { DayCell } from './day-cell.tsx'
import { weekday } from './period.ts'
import { PersonHead, Share } from './row-parts.tsx'
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

/** People by days under their trades, with sums. One cell takes the focus, arrows move it, a press opens the day. */
export function LoadGrid({ rows, days, sums, picked, open, onOpen, has_more, loading_more, more }: Props) {
  const box = useKeptScroll<HTMLDivElement>(t('load.heading'))
  const groups = [...Map.groupBy(rows, ({ group_id }) => group_id)]
  const press = (event: MouseEvent<HTMLElement>) => {
    const { member, day } = closestCell(event.target)?.dataset ?? {}
    if (member && day) onOpen({ member_id: member, day })
  }
  return (
    <div className={css.scroll} ref={box}>
      {/* Cells are buttons: the table only gathers what they are pressed with. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <table
        className={css.grid}
        aria-label={t('load.heading')}
        data-many={days.length > 14 || undefined}
        style={{ '--days': days.length } as CSSProperties}
        onClick={press}
        onKeyDown={arrows}
      >
        <Head days={days} picked={picked} />
        <tbody>
          {groups.map(([id, own], at) => (
            <Fragment key={id}>
              <GroupRow group={sums?.groups.find((one) => one.id === id)} />
              {own.map((row, n) => (
                <PersonRow
                  key={row.member.id}
                  row={row}
                  days={days}
                  open={open?.member_id === row.member.id ? open.day : undefined}
                  first={at === 0 && n === 0}
                />
              ))}
            </Fragment>
          ))}
        </tbody>
        {sums && rows.length > 0 && <Foot all={sums.all} />}
      </table>
      {rows.length === 0 && <p className={css.none}>{t('list.nothing_found')}</p>}
      {has_more && (
        <div className={css.more}>
          <Button busy={loading_more} onClick={more}>
            {t('do.more')}
          </Button>
        </div>
      )}
    </div>
  )
}

const closestCell = (target: EventTarget): HTMLElement | null =>
  target instanceof HTMLElement || target instanceof SVGElement ? target.closest<HTMLElement>('button[data-day]') : null

/** The focus goes by cells; only the one that had it last is a stop of Tab. */
function arrows(event: KeyboardEvent<HTMLTableElement>): void {
  const cell = closestCell(event.target)
  const row = cell?.closest('tr')
  if (!cell || !row) return
  const across = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  const down = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (across === 0 && down === 0) return
  event.preventDefault()
  const lines = [...event.currentTarget.querySelectorAll('tr')].filter((line) => line.querySelector('button[data-day]'))
  const cells = (line: Element | undefined) => [...(line?.querySelectorAll<HTMLElement>('button[data-day]') ?? [])]
  const next = cells(lines[lines.indexOf(row) + down])[cells(row).indexOf(cell) + across]
  if (!next) return
  cell.tabIndex = -1
  next.tabIndex = 0
  next.focus()
}

function Head({ days, picked }: { days: readonly LoadDay[]; picked: string | undefined }) {
  return (
    <thead>
      <tr>
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

function GroupRow({ group }: { group: LoadGroup | undefined }) {
  if (!group) return null
  return (
    <tr className={css.group}>
      <th scope="rowgroup" className={css.who}>
        {group.name ?? t('load.no_group')}
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
}

type RowProps = { row: LoadRow; days: readonly LoadDay[]; open: string | undefined; first: boolean }

const PersonRow = memo(function PersonRow({ row, days, open, first }: RowProps) {
  return (
    <tr>
      <PersonHead row={row} />
      <td className={css.share}>
        <Share planned={total(row.planned)} available={total(row.available)} actual={total(row.actual)} />
      </td>
      {days.map(({ day }, at) => (
        <DayCell key={day} {...{ row, days, at }} open={open === day} stop={first && at === 0} />
      ))}
    </tr>
  )
})

function Foot({ all }: { all: NonNullable<Loaded['sums']>['all'] }) {
  return (
    <tfoot>
      <tr>
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
