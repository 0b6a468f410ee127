import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { cx } from '../cx.ts'
import css from './big-button.module.css'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** One `primary` a screen. `soft` answers, `danger` stands at the final confirmation only. */
  variant?: 'primary' | 'default' | 'soft' | 'danger'
  icon?: ReactNode
  /** What is missing before it can be done: the button turns quiet, says it, and leads there by its click. */
  missing?: string | undefined
  /** As wide as its word. */
  narrow?: boolean
  busy?: boolean
}

/** The button of 56 that moves the work on. */
export function BigButton({
  variant = 'default',
  icon,
  missing,
  narrow,
  busy,
  className,
  children,
  onClick,
  ...rest
}: Props) {
  const shown = missing ? 'soft' : variant
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      {...rest}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={cx(
        css.big,
        shown !== 'default' && css[shown],
        missing && css.missing,
        narrow && css.narrow,
        busy && css.busy,
        className,
      )}
    >
      {!missing && icon}
      <span>
        {children}
        {missing && <small>{missing}</small>}
      </span>
    </button>
  )
}

type SquareProps = ButtonHTMLAttributes<HTMLButtonElement> & { label: string; icon: ReactNode }

/** An icon of 64 × 56 beside the big button: a question. */
export function SquareButton({ label, icon, ...rest }: SquareProps) {
  return (
    <button type="button" aria-label={label} {...rest} className={cx(css.big, css.narrow, css.square)}>
      {icon}
    </button>
  )
}

/** A quiet act in words. */
export function TextButton({ children, ...rest }: ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type="button" {...rest} className={css.text}>
      {children}
    </button>
  )
}
