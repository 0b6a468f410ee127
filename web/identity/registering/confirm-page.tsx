import { useState } from 'react'
import { PasswordInput } from '@mantine/core'
import { registerCompany } from '#contract/people.ts'
import { account } from '#web/platform/auth.ts'
import { call } from '#web/platform/call.ts'
import { Link } from '#web/platform/link.tsx'
import { useParam } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { focused, submitting } from '#web/ui/submit.ts'
import { Door } from '../door.tsx'
import { useAct } from '../use-act.ts'
import { keptCompany } from './kept-company.ts'
import css from '../door.module.css'

/** Where the letter of a registration leads: the password, and he is inside, with the company he had typed. */
export function ConfirmPage() {
  const token = useParam('token')
  const [password, setPassword] = useState('')
  const confirm = useAct(
    async () => {
      await account('/confirm', { token, password })
      const company = keptCompany()
      // Should it fail, the form of the company says why.
      return company !== null && (await call(registerCompany, company).then(Boolean, () => false))
    },
    (inside) => location.assign(inside ? '/' : '/register'),
  )
  return (
    <Door
      title={t('confirm.heading')}
      hint={t('confirm.hint')}
      below={<Link to="/register">{t('sign_in.register')}</Link>}
    >
      <form className={css.form} onSubmit={submitting(() => password && confirm.mutate(undefined))}>
        <PasswordInput
          label={t('sign_in.password')}
          autoComplete="current-password"
          ref={focused}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <ProblemNote error={confirm.error} />
        <Button type="submit" variant="primary" wide className={css.submit} busy={confirm.isPending}>
          {t('factor.finish')}
        </Button>
      </form>
    </Door>
  )
}
