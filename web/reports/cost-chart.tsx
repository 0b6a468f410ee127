import type { OrderCost } from '#contract/reports.ts'
import { amount, count, decimal } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { cx } from '#web/ui/cx.ts'
import { Key } from '#web/ui/figures.tsx'
import css from './reports.module.css'

/** More bars than this are no longer told apart: then the largest are shown. */
const MOST = 24

type Props = { rows: OrderCost[]; opened: readonly string[]; onPick: (order_id: string) => void }

/** What the price of each order is made of, as stacked bars; their numbers are the table below, a press opens the row. */
export function CostChart({ rows, opened, onPick }: Props) {
  const shown = rows.length > MOST ? rows.toSorted((a, b) => heightOf(b) - heightOf(a)).slice(0, MOST) : rows
  const ticks = ticksFor(Math.max(1, ...shown.map(heightOf)))
  const top = ticks.at(-1) ?? 1
  return (
    <figure className={css.chart}>
      <figcaption className={css.caption}>
        <b>{t('cost.chart')}</b>
        {shown.length < rows.length && (
          <span className={css.quiet}>{t('cost.chart_most', { n: shown.length, all: rows.length })}</span>
        )}
        <span className={css.keys}>
          <Key of="labour">{t('cost.key.labour')}</Key>
          {rows.some(hasOther) && <Key of="other">{t('cost.key.other')}</Key>}
          <Key of="margin">{t('cost.key.margin')}</Key>
          {rows.some(({ margin }) => margin?.startsWith('-')) && <Key of="loss">{t('cost.key.loss')}</Key>}
        </span>
      </figcaption>
      <div className={css.plot}>
        {ticks.map((tick) => (
          <div key={tick} className={css.tick} style={{ bottom: `${(tick / top) * 100}%` }} aria-hidden="true">
            <span>{tickName(tick, top)}</span>
          </div>
        ))}
        <div className={css.bars}>
          {shown.map((row) => (
            <Bar key={row.order.id} {...{ row, top, onPick }} on={opened.includes(row.order.id)} />
          ))}
        </div>
      </div>
    </figure>
  )
}

type BarProps = { row: OrderCost; top: number; on: boolean; onPick: Props['onPick'] }

function Bar({ row, top, on, onPick }: BarProps) {
  const { order, price, labour, margin } = row
  const words = t('cost.bar', {
    number: order.number,
    title: order.title,
    price: price === null ? t('cost.no_price') : amount(price),
    labour: amount(labour),
    margin: margin === null ? '—' : amount(margin),
  })
  return (
    <button
      type="button"
      className={cx(css.column, on && css.picked)}
      aria-label={words}
      aria-expanded={on}
      title={words}
      onClick={() => onPick(order.id)}
    >
      <span className={css.stack}>
        {partsOf(row).map(({ of, value }) => (
          <i key={of} className={css[of]} style={{ height: `${(value / top) * 100}%` }} />
        ))}
      </span>
      <span className={css.barName}>{order.number}</span>
    </button>
  )
}

type Part = { of: 'labour' | 'other' | 'margin' | 'lost'; value: number }

/** From the ground up: labour and other cost as far as the price bears them, then what is left, or what is lost. */
function partsOf({ labour, cost, price }: OrderCost): Part[] {
  const [work, all] = [Number(labour), Number(cost)]
  const bears = price === null ? all : Number(price)
  const paid = Math.min(work, bears)
  const other = Math.max(0, Math.min(all, bears) - paid)
  const parts: Part[] = [
    { of: 'labour', value: paid },
    { of: 'other', value: other },
    { of: bears >= all ? 'margin' : 'lost', value: Math.abs(bears - all) },
  ]
  return parts.filter(({ value }) => value > 0)
}

const hasOther = ({ labour, cost }: OrderCost): boolean => labour !== cost
const heightOf = ({ price, cost }: OrderCost): number => Math.max(Number(price ?? 0), Number(cost))

/** Three or four round marks, the last above everything; minor units. */
function ticksFor(most: number): number[] {
  const rough = most / 3
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find((times) => times * power >= rough) ?? 10) * power
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => i * step)
}

function tickName(tick: number, top: number): string {
  if (tick === 0) return ''
  const whole = tick / 100
  const thousands = top >= 200_000
  if (!thousands) return count(Math.round(whole))
  return tick === top ? t('cost.thousands', { n: decimal(whole / 1000) }) : decimal(whole / 1000)
}
