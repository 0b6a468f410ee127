import { amount, percent } from '#web/platform/format.ts'
import { cx } from '#web/ui/cx.ts'
import { shareOf, verdictOf } from './margin.ts'
import css from './reports.module.css'

type Props = { margin: string | null; price: string | null }

/** What is left of the price: green, amber when thin, red when lost. */
export function Margin({ margin, price }: Props) {
  const verdict = verdictOf(margin, price)
  return (
    <span className={cx(css.figure, verdict ? css[verdict] : css.quiet)}>{margin === null ? '—' : amount(margin)}</span>
  )
}

export function MarginShare({ margin, price }: Props) {
  const share = shareOf(margin, price)
  const verdict = verdictOf(margin, price)
  return (
    <span className={cx(css.figure, share !== null && verdict ? css[verdict] : css.quiet)}>
      {share === null ? '—' : percent(share)}
    </span>
  )
}
