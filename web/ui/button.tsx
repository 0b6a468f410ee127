import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { Link, type LinkProps } from '#web/platform/link.tsx'
import { cx } from './cx.ts'
import css from './button.module.css'

export type Looks = {
  /** `primary` is the one next step of a screen; `note` writes inside; `danger` ends for good. */
  variant?: 'primary' | 'default' | 'quiet' | 'soft' | 'note' | 'danger' | 'link' | undefined
  size?: 'md' | 'sm' | undefined
  /** As wide as its place. */
  wide?: boolean | undefined
  icon?: ReactNode
}

type Props = Looks &
  ButtonHTMLAttributes<HTMLButtonElement> & { busy?: boolean | undefined; ref?: Ref<HTMLButtonElement> }

/** A button of ours: 32 high, 28 in panels, 44 under a finger. `busy` keeps its size and takes no second click. */
export function Button({ variant, size, wide, icon, busy, className, children, onClick, ...rest }: Props) {
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      {...rest}
      // Enter in a form's field clicks its button: while the first act runs, a second one goes nowhere.
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={cx(looks({ variant, size, wide }), busy && css.busy, className)}
    >
      {icon}
      {children !== undefined && <span>{children}</span>}
    </button>
  )
}

type IconProps = Omit<Props, 'children' | 'wide'> & { label: string }

/** An icon alone: its name is said to those who listen and shown on hover. */
export function IconButton({ label, icon, variant = 'quiet', size, className, ...rest }: IconProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={cx(looks({ variant, size }), css.square, className)}
    >
      {icon}
    </button>
  )
}

/** A link that looks like a button. */
export function LinkButton({ variant, size, wide, icon, className, children, ...rest }: Looks & LinkProps) {
  return (
    <Link {...rest} className={cx(looks({ variant, size, wide }), className)}>
      {icon}
      <span>{children}</span>
    </Link>
  )
}

/** A file of the server in the looks of a button: opened beside, or kept where `download` is set. */
export function FileLink({
  variant,
  size,
  icon,
  children,
  ...rest
}: Looks & { href: string; download?: boolean; children: ReactNode }) {
  return (
    <a target="_blank" rel="noreferrer" {...rest} className={looks({ variant, size })}>
      {icon}
      <span>{children}</span>
    </a>
  )
}

function looks({ variant = 'default', size = 'md', wide }: Looks): string {
  return cx(css.button, variant !== 'default' && css[variant], size === 'sm' && css.sm, wide && css.wide)
}
