import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Door } from '../door.tsx'
import css from '../door.module.css'

/** Whether the e-mail was known or not, the screen says this. */
export function LetterSent({ email, onBack }: { email: string; onBack: () => void }) {
  return (
    <Door
      title={t('register.sent_heading')}
      hint={t('register.sent', { email })}
      below={<Link to="/sign-in">{t('sign_in.again')}</Link>}
    >
      <div className={css.form}>
        <p className={css.hint}>{t('register.sent_hint')}</p>
        <Button wide onClick={onBack}>
          {t('do.back')}
        </Button>
      </div>
    </Door>
  )
}
