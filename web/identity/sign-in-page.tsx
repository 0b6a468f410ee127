import { useEffect, useRef, useState } from 'react'
import { PasswordInput, TextInput } from '@mantine/core'
import { Link } from '#web/platform/link.tsx'
import { account } from '#web/platform/auth.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { submitting } from '#web/ui/submit.ts'
import { Door } from './door.tsx'
import { knowsPasskeys, signInByPasskey } from './passkey-device.ts'
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
  const stopOffering = useOfferedPasskey()
  const byPasskey = useAct(
    () => {
      stopOffering()
      return signInByPasskey(false)
    },
    (passed) => passed && goBack(),
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
          autoComplete="username webauthn"
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
        <ProblemNote error={signIn.error ?? byPasskey.error} />
        <Button type="submit" variant="primary" wide className={css.submit} busy={signIn.isPending}>
          {t('sign_in.submit')}
        </Button>
        {knowsPasskeys() && (
          <Button wide busy={byPasskey.isPending} onClick={() => byPasskey.mutate(undefined)}>
            {t('passkey.sign_in')}
          </Button>
        )}
        <div className={css.row}>
          <Link to="/reset-password">{t('sign_in.forgot')}</Link>
        </div>
      </form>
    </Door>
  )
}

/**
 * The browser offers passkeys in the field of the e-mail; one that is chosen there signs in at once. Gives the way to
 * stop it: a browser asks for one passkey at a time.
 */
function useOfferedPasskey(): () => void {
  const offering = useRef<AbortController>(null)
  useEffect(() => {
    if (!knowsPasskeys()) return
    const ended = new AbortController()
    offering.current = ended
    void PublicKeyCredential.isConditionalMediationAvailable().then(async (offers) => {
      if (offers && (await signInByPasskey(true, ended.signal).catch(() => false))) goBack()
    })
    return () => ended.abort()
  }, [])
  return () => offering.current?.abort()
}
