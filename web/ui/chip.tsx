import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { IconCheck, IconPlus, IconX } from '@tabler/icons-react'
import { count } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { cx } from './cx.ts'
import css from './chip.module.css'

export type Tone = 'neutral' | 'bad' | 'warn' | 'good' | 'accent' | 'note' | 'outline'

type ChipProps = { tone?: Tone; icon?: ReactNode; title?: string; children: ReactNode }

/** A fact in words: «электрики 1 из 2». */
export function Chip({ tone = 'neutral', icon, title, children }: ChipProps) {
  return (
    <span className={cx(css.chip, tone !== 'neutral' && css[tone])} title={title}>
      {icon}
      <span>{children}</span>
    </span>
  )
}

/** How full a demand is: amber when nobody is there, a tick when everybody is. */
export function FilledChip({ filled, of, children }: { filled: number; of: number; children: ReactNode }) {
  const full = filled >= of
  return (
    <Chip tone={filled === 0 && of > 0 ? 'warn' : 'neutral'} icon={full && <IconCheck size={12} stroke={1.75} />}>
      {children}
    </Chip>
  )
}

/** A number beside a word: grey, how many; `hot`, waits for this very person. */
export function Count({ n, tone }: { n: number; tone?: 'hot' | 'soft' }) {
  return <span className={cx(css.count, tone && css[tone])}>{count(n)}</span>
}

export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className={css.kbd}>{children}</kbd>
}

type FilterProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  label: string
  /** What it is set to, in words; without it the chip is dashed and offers itself. */
  value?: string | undefined
  onClear?: (() => void) | undefined
  /** A filter of trouble wears its colour also when it is not set. */
  trouble?: boolean
  icon?: ReactNode
  ref?: Ref<HTMLButtonElement>
}

/** One filter of a list: opens its choice on a click, drops it on the cross. Works as a Popover's target. */
export function FilterChip({ label, value, onClear, trouble, icon, ...button }: FilterProps) {
  return (
    <span className={cx(css.filter, value !== undefined && css.set, trouble && css.trouble)}>
      <button type="button" {...button}>
        {icon ?? (value === undefined && !trouble && <IconPlus size={14} stroke={1.75} />)}
        <span>
          {value === undefined ? label : `${label}: `}
          {value !== undefined && <b>{value}</b>}
        </span>
      </button>
      {value !== undefined && onClear && (
        <button type="button" onClick={onClear} aria-label={`${t('do.clear')}: ${label}`}>
          <IconX size={14} stroke={1.75} />
        </button>
      )}
    </span>
  )
}
