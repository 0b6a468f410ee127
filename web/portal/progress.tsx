import type { Purchase } from '#contract/portal.ts'
import { t } from '#web/platform/words.ts'
import { cx } from '#web/ui/cx.ts'
import { PhaseMark } from '#web/ui/phase.tsx'
import css from './portal.module.css'

const STEPS = ['new', 'agreement', 'work', 'acceptance', 'closing'] as const

/** Where the order stands, as a plain line of five steps. */
export function Progress({ purchase: { phase } }: { purchase: Purchase }) {
  if (phase === 'cancelled') return null
  const at = phase === 'done' ? STEPS.length : STEPS.indexOf(phase)
  return (
    <ol className={css.steps} aria-label={t('portal.steps')}>
      {STEPS.map((step, i) => (
        <li
          key={step}
          className={cx(i === at && css.now, i > at && css.ahead)}
          {...(i === at && { 'aria-current': 'step' })}
        >
          <PhaseMark phase={i < at ? 'done' : i === at ? step : 'new'} size={18} />
          {t(`portal.step_${step}`)}
        </li>
      ))}
    </ol>
  )
}
