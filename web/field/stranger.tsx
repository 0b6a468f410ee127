import { IconDeviceMobileQuestion } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import { Screen } from '#web/ui/phone/screen.tsx'
import css from './field.module.css'

/** Nobody is signed in on this phone. */
export function Stranger() {
  return (
    <Screen>
      <section className={css.empty}>
        <IconDeviceMobileQuestion size={24} stroke={1.75} aria-hidden="true" />
        <h1>{t('field.stranger_title')}</h1>
        <p>{t('field.stranger_hint')}</p>
      </section>
    </Screen>
  )
}

/** Staff have a desk of their own. */
export function Staff() {
  return (
    <Screen>
      <section className={css.empty}>
        <h1>{t('field.staff_title')}</h1>
        <a href="/">{t('field.staff_go')}</a>
      </section>
    </Screen>
  )
}
