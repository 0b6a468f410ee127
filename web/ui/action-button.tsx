import { type ReactNode, useId } from 'react'
import { IconLock } from '@tabler/icons-react'
import type { Can } from '#contract/endpoint.ts'
import { t } from '#web/platform/words.ts'
import { Button, type Looks } from './button.tsx'
import { cx } from './cx.ts'
import { Reason } from './reason.tsx'
import css from './button.module.css'

type Props = Looks & {
  /** Null: it may be done. Otherwise why not; the button stays, keeps focus, and the line below says it with links. */
  refusal: Can
  busy?: boolean
  onClick: () => void
  children: ReactNode
  /** On which side the reason stands: `end` in heads, `start` in forms and panels. */
  side?: 'start' | 'end'
}

/** A step of the process: possible, or impossible with its reason beside it. */
export function ActionButton({ refusal, onClick, children, icon, side = 'end', ...looks }: Props) {
  const why = useId()
  if (!refusal) {
    return (
      <Button {...looks} icon={icon} onClick={onClick}>
        {children}
      </Button>
    )
  }
  return (
    <span className={css.stack} data-side={side}>
      <Button
        {...looks}
        variant="default"
        className={cx(css.refused)}
        aria-disabled
        aria-describedby={why}
        icon={<IconLock size={16} stroke={1.75} />}
      >
        {children}
      </Button>
      <span className={css.why} id={why}>
        <span>
          {t('problem.not_yet')} <Reason code={refusal.code} facts={refusal.facts} goes_on />
        </span>
      </span>
    </span>
  )
}
