import { t } from '#web/platform/words.ts'
import { Heading, Screen } from '#web/ui/phone/screen.tsx'
import css from './field.module.css'

/** The day's boxes while the day is on its way. */
export function Waiting() {
  return (
    <Screen>
      <Heading title={t('field.today')} />
      <div className={css.skeleton} aria-busy="true">
        <i />
        <i />
        <i />
      </div>
    </Screen>
  )
}
