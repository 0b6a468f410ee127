import { useState } from 'react'
import { account } from '#web/platform/auth.ts'
import { go } from '#web/platform/route.ts'
import { chooseLocale, locale, t } from '#web/platform/words.ts'
import { Avatar } from '#web/ui/person.tsx'
import { BigButton } from '#web/ui/phone/big-button.tsx'
import { Sheet } from '#web/ui/phone/sheet.tsx'
import css from './field.module.css'

/** Who is signed in on this phone; opens language and sign-out. */
export function Me({ me }: { me: { id: string; name: string } }) {
  const [open, setOpen] = useState(false)
  const other = locale() === 'ru' ? 'en' : 'ru'
  return (
    <>
      <button
        type="button"
        className={css.me}
        aria-label={t('field.me', { name: me.name })}
        onClick={() => setOpen(true)}
      >
        <Avatar who={me} size={40} alone={false} />
      </button>
      {open && (
        <Sheet title={me.name} onClose={() => setOpen(false)}>
          <BigButton onClick={() => go('/f/days-off')}>{t('days_off.title')}</BigButton>
          <BigButton onClick={() => void chooseLocale(other)}>{t(`field.language_${other}`)}</BigButton>
          <BigButton onClick={() => void account('/sign-out').then(() => location.assign('/f'))}>
            {t('field.leave')}
          </BigButton>
        </Sheet>
      )}
    </>
  )
}
