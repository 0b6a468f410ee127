import { t } from '#web/platform/words.ts'
import { STEPS } from './states.tsx'
import css from './importing.module.css'

/** What will happen to a table, for whoever brings the first one in. */
export function HowItGoes() {
  return (
    <ol className={css.goes}>
      {STEPS.map((step) => (
        <li key={step}>
          <h3>{t(`import.step.${step}`)}</h3>
          <p>{t(`import.goes.${step}`)}</p>
        </li>
      ))}
    </ol>
  )
}
