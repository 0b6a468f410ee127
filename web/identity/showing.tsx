import { useState } from 'react'
import { PasswordInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { account, listPasskeys } from '#web/platform/auth.ts'
import { t } from '#web/platform/words.ts'
import { useMe } from '#web/app/me.ts'
import { Button } from '#web/ui/button.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { knowsPasskeys, signInByPasskey } from './passkey-device.ts'
import { useAct } from './use-act.ts'
import css from './profile.module.css'

type By = 'password' | 'code'

/**
 * How a person shows that it is he: by a passkey, a code of his app, or his password, whichever he has. `second` leaves
 * the password out: it was given already.
 */
export function useShowing(onShown: () => void, { second = false }: { second?: boolean } = {}) {
  const { two_factor } = useMe().user
  const passkeys = useQuery({ queryKey: ['passkeys'], queryFn: listPasskeys })
  const by_passkey = knowsPasskeys() && (passkeys.data?.length ?? 0) > 0
  const [by, setBy] = useState<By>(second ? 'code' : 'password')
  const [typed, setTyped] = useState('')
  const show = useAct(
    () =>
      by === 'password'
        ? account('/verify-password', { password: typed })
        : account('/two-factor/verify-totp', { code: typed.replace(/\s/g, '') }),
    onShown,
  )
  const byPasskey = useAct(
    () => signInByPasskey(false),
    (shown) => shown && onShown(),
  )
  const typing = !second || two_factor
  const go = (next: By) => {
    setBy(next)
    setTyped('')
    show.reset()
  }
  return {
    typing,
    submit: () => typed && show.mutate(undefined),
    busy: show.isPending,
    fields: (
      <div className={css.showing}>
        {typing && <Field {...{ by, typed, setTyped }} />}
        <ProblemNote error={show.error ?? byPasskey.error} />
        {!second && two_factor && <Other by={by} onGo={go} />}
      </div>
    ),
    passkey: by_passkey && (
      <Button
        variant={typing ? 'default' : 'primary'}
        busy={byPasskey.isPending}
        onClick={() => byPasskey.mutate(undefined)}
      >
        {t(second ? 'passkey.sign_in' : 'proof.by_passkey')}
      </Button>
    ),
  }
}

const Other = ({ by, onGo }: { by: By; onGo: (by: By) => void }) => (
  <Button variant="link" onClick={() => onGo(by === 'code' ? 'password' : 'code')}>
    {t(by === 'code' ? 'proof.by_password' : 'proof.by_code')}
  </Button>
)

type FieldProps = { by: By; typed: string; setTyped: (typed: string) => void }

function Field({ by, typed, setTyped }: FieldProps) {
  const given = { value: typed, onChange: (event: { target: { value: string } }) => setTyped(event.target.value) }
  if (by === 'password')
    return <PasswordInput label={t('sign_in.password')} autoComplete="current-password" data-autofocus {...given} />
  return (
    <TextInput label={t('second.code')} inputMode="numeric" autoComplete="one-time-code" data-autofocus {...given} />
  )
}
