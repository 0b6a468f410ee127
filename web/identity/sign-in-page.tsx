import { useState } from 'react'
import { PasswordInput, TextInput } from '@mantine/core'
import { Link } from '#web/platform/link.tsx'
import { account } from '#web/platform/auth.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { submitting } from '#web/ui/submit.ts'
import { Door } from './door.tsx'
import { SecondStep } from './second-step.tsx'
import { goBack, useAct } from './use-act.ts'
import css from './door.module.css'

/** E-mail and password, then the code of those who have turned it on. */
export function SignInPage() {
  const [second, setSecond] = useState(false)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useAct(
    () => account('/sign-in/email', { email: email.trim(), password, rememberMe: true }),
    ({ twoFactorRedirect }) => (twoFactorRedirect ? setSecond(true) : goBack()),
  )
  if (second) return <SecondStep onBack={() => setSecond(false)} />
  return (
    <Door
      title={t('sign_in.heading')}
      below={
        <>
          {t('sign_in.no_company')} <Link to="/register">{t('sign_in.register')}</Link>
        </>
      }
    >
      <form className={css.form} onSubmit={submitting(() => signIn.mutate(undefined))}>
        <TextInput
          label={t('sign_in.email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <div>
          <PasswordInput
            label={t('sign_in.password')}
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
        <ProblemNote error={signIn.error} />
        <Button type="submit" variant="primary" wide className={css.submit} busy={signIn.isPending}>
          {t('sign_in.submit')}
        </Button>
        <div className={css.row}>
          <Link to="/reset-password">{t('sign_in.forgot')}</Link>
        </div>
      </form>
    </Door>
  )
}
