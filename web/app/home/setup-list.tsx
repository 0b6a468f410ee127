import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import { LinkButton } from '#web/ui/button.tsx'
import { cx } from '#web/ui/cx.ts'
import type { Step } from './setup-steps.ts'
import css from './home.module.css'

/** The way from an empty company to its first order: each step says whether it is done, the first open one is pressed. */
export function SetupList({ steps }: { steps: Step[] }) {
  const done = steps.filter((step) => step.done).length
  const next = steps.find((step) => !step.done)
  return (
    <section className={css.setup} aria-label={t('setup.heading')}>
      <div className={css.boxHead}>
        <h2>{t('setup.heading')}</h2>
        <span className={css.quiet}>{t('setup.progress', { done, all: steps.length })}</span>
      </div>
      <ol>
        {steps.map((step) => (
          <li key={step.id} className={cx(css.step, step.done && css.done)}>
            {step.done ? (
              <IconCircleCheckFilled size={20} className={css.tick} aria-label={t('setup.done')} />
            ) : (
              <IconCircleDashed size={20} stroke={1.75} aria-hidden="true" />
            )}
            <span className={css.stepWords}>
              <b>{t(`setup.${step.id}`)}</b>
              {step.done ? step.so_far && <small>{step.so_far}</small> : <small>{t(`setup.${step.id}_hint`)}</small>}
            </span>
            {!step.done && step.many && (
              <LinkButton to={step.many} variant="quiet">
                {t('customers.import_offer')}
              </LinkButton>
            )}
            {!step.done && (
              <LinkButton to={step.to} search={step.search} variant={step === next ? 'primary' : 'default'}>
                {t(`setup.${step.id}_do`)}
              </LinkButton>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
