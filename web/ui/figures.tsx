import type { CSSProperties, ReactNode } from 'react'
import { amount, fullMoment, moment, money, until } from '#web/platform/format.ts'
import { cx } from './cx.ts'
import css from './figures.module.css'

type MoneyProps = {
  /** Minor units in digits; null draws a dash, so that a column keeps its shape. */
  minor: string | null
  currency?: string
  short?: boolean
  /** Colour by sign: green what is earned, red what is lost. */
  signed?: boolean
  big?: boolean
}

/** A sum, never broken over lines. */
export function Money({ minor, currency, short, signed, big }: MoneyProps) {
  if (minor === null) return <span className={cx(css.figure, css.quiet)}>—</span>
  const lost = minor.startsWith('-')
  const look = cx(css.figure, signed && (lost ? css.bad : css.good), big && css.big)
  if (big) {
    return (
      <span className={look}>
        {amount(minor)}
        {currency && <small>{currency}</small>}
      </span>
    )
  }
  const options = short ? { short } : {}
  return <span className={look}>{currency ? money(minor, currency, options) : amount(minor, options)}</span>
}

/** An instant as people say it, in full on hover. `due` says it as a deadline. */
export function When({ at, due }: { at: string; due?: boolean }) {
  return (
    <time className={css.when} dateTime={at} title={at.length > 10 ? fullMoment(at) : undefined}>
      {due ? until(at) : moment(at)}
    </time>
  )
}

export type Share = { of: 'work' | 'labour' | 'material' | 'other' | 'margin' | 'loss' | 'over'; part: number }

/** A bar of shares (0 to 1 each). It repeats what the figures beside it say, and is silent for listeners. */
export function Bar({ shares, thick, width }: { shares: Share[]; thick?: boolean; width?: number }) {
  const style = width === undefined ? undefined : ({ width } satisfies CSSProperties)
  return (
    <span className={cx(css.bar, thick && css.thick)} style={style} aria-hidden="true">
      {shares.map(({ of, part }) => (
        <i key={of} className={css[of]} style={{ width: `${Math.min(1, Math.max(0, part)) * 100}%` }} />
      ))}
    </span>
  )
}

/** A coloured square with its word: the key of a bar or a chart. */
export function Key({ of, children }: { of: Share['of']; children: ReactNode }) {
  return (
    <span className={css.key}>
      <i className={css[of]} aria-hidden="true" />
      {children}
    </span>
  )
}
