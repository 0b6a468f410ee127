import { IconCheck } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import { type StepId, STEPS } from './states.tsx'
import css from './step-line.module.css'

/** Where one is on the way: what is behind has a tick. */
export function StepLine({ at, over }: { at: StepId; over: boolean }) {
  const now = over ? STEPS.length : STEPS.indexOf(at)
  return (
    <ol className={css.steps} aria-label={t('import.steps')}>
      {STEPS.map((step, n) => (
        <li key={step} data-done={n < now || undefined} {...(n === now && { 'aria-current': 'step' as const })}>
          <span className={css.mark} aria-hidden="true">
            {n < now ? <IconCheck size={12} stroke={2.25} /> : n + 1}
          </span>
          {t(`import.step.${step}`)}
        </li>
      ))}
    </ol>
  )
}
