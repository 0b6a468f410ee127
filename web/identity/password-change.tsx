import { useState } from 'react'
import { PasswordInput } from '@mantine/core'
import { account } from '#web/platform/auth.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Section } from '#web/ui/rows.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { submitting } from '#web/ui/submit.ts'
import { useAct } from './use-act.ts'
import css from './profile.module.css'

/** Another password; other devices are signed out with it. */
export function PasswordChange() {
  const [open, setOpen] = useState(false)
  const [currentPassword, setCurrent] = useState('')
  const [newPassword, setNew] = useState('')
  const change = useAct(
    () => account('/change-password', { currentPassword, newPassword, revokeOtherSessions: true }),
    () => {
      setOpen(false)
      setCurrent('')
      setNew('')
      toast(t('profile.password_changed'))
    },
  )
  return (
    <Section
      title={t('profile.password')}
      end={
        !open && (
          <Button size="sm" onClick={() => setOpen(true)}>
            {t('profile.password_change')}
          </Button>
        )
      }
    >
      {open && (
        <form className={css.form} onSubmit={submitting(() => change.mutate(undefined))}>
          <PasswordInput
            label={t('profile.password_now')}
            autoComplete="current-password"
            value={currentPassword}
            onChange={(event) => setCurrent(event.target.value)}
          />
          <PasswordInput
            label={t('profile.password_new')}
            description={t('register.password_hint')}
            autoComplete="new-password"
            minLength={10}
            value={newPassword}
            onChange={(event) => setNew(event.target.value)}
          />
          <ProblemNote error={change.error} />
          <Button type="submit" variant="primary" busy={change.isPending}>
            {t('do.save')}
          </Button>
        </form>
      )}
    </Section>
  )
}
