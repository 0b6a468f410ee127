import { useState } from 'react'
import { PasswordInput, TextInput } from '@mantine/core'
import { Link } from '#web/platform/link.tsx'
import { useQueryValue } from '#web/platform/route.ts'
import { account } from '#web/platform/auth.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Notice, ProblemNote } from '#web/ui/state.tsx'
import { submitting } from '#web/ui/submit.ts'
import { Door } from './door.tsx'
import { useAct } from './use-act.ts'
import css from './door.module.css'

/** A forgotten password: asks for the letter, and by the letter's link takes the new password. */
export function ResetPage() {
  const token = useQueryValue('token')
  const error = useQueryValue('error')
  return (
    <Door
      title={t('reset.heading')}
      hint={!token && t('reset.hint')}
      below={<Link to="/sign-in">{t('sign_in.again')}</Link>}
    >
      {error && <Notice tone="bad">{t('reset.expired')}</Notice>}
      {token && !error ? <NewPassword token={token} /> : <AskForLetter />}
    </Door>
  )
}

function AskForLetter() {
  const [email, setEmail] = useState('')
  const ask = useAct(() =>
    account('/request-password-reset', { email: email.trim(), redirectTo: `${location.origin}/reset-password` }),
  )
  if (ask.isSuccess) {
    return (
      <div className={css.form}>
        <Notice tone="good">{t('reset.sent')}</Notice>
      </div>
    )
  }
  return (
    <form className={css.form} onSubmit={submitting(() => ask.mutate(undefined))}>
      <TextInput
        label={t('sign_in.email')}
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <ProblemNote error={ask.error} />
      <Button type="submit" variant="primary" wide className={css.submit} busy={ask.isPending}>
        {t('reset.submit')}
      </Button>
    </form>
  )
}

function NewPassword({ token }: { token: string }) {
  const [newPassword, setNewPassword] = useState('')
  const reset = useAct(() => account('/reset-password', { newPassword, token }))
  if (reset.isSuccess) {
    return (
      <div className={css.form}>
        <Notice tone="good">{t('reset.done')}</Notice>
      </div>
    )
  }
  return (
    <form className={css.form} onSubmit={submitting(() => reset.mutate(undefined))}>
      <PasswordInput
        label={t('reset.new_password')}
        description={t('register.password_hint')}
        autoComplete="new-password"
        required
        withAsterisk={false}
        minLength={10}
        value={newPassword}
        onChange={(event) => setNewPassword(event.target.value)}
      />
      <ProblemNote error={reset.error} />
      <Button type="submit" variant="primary" wide className={css.submit} busy={reset.isPending}>
        {t('reset.set')}
      </Button>
    </form>
  )
}
