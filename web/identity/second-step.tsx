import { useState } from 'react'
import { Checkbox, TextInput } from '@mantine/core'
import { account } from '#web/platform/auth.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { focused, submitting } from '#web/ui/submit.ts'
import { Door } from './door.tsx'
import { goBack, useAct } from './use-act.ts'
import css from './door.module.css'

/** The second step of signing in: six digits of the app, or one of the codes kept for a lost phone. */
export function SecondStep({ onBack }: { onBack: () => void }) {
  const [backup, setBackup] = useState(false)
  const [code, setCode] = useState('')
  const [trusted, setTrusted] = useState(false)
  const verify = useAct((given: string) => {
    const body = { code: given.replace(/\s/g, ''), trustDevice: trusted }
    return account(backup ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp', body)
  }, goBack)
  const type = (next: string) => {
    setCode(next)
    // The last digit is as good as Enter.
    if (!backup && /^\d{6}$/.test(next.replace(/\s/g, ''))) verify.mutate(next)
  }
  return (
    <Door
      title={t('second.heading')}
      hint={t('second.hint')}
      below={
        <Button variant="link" onClick={onBack}>
          {t('do.back')}
        </Button>
      }
    >
      <form className={css.form} onSubmit={submitting(() => verify.mutate(code))}>
        <TextInput
          key={String(backup)}
          label={t(backup ? 'second.backup_code' : 'second.code')}
          className={css.code ?? ''}
          autoComplete="one-time-code"
          inputMode={backup ? 'text' : 'numeric'}
          ref={focused}
          required
          withAsterisk={false}
          value={code}
          onChange={(event) => type(event.target.value)}
        />
        <Checkbox label={t('second.trust')} checked={trusted} onChange={(event) => setTrusted(event.target.checked)} />
        <ProblemNote error={verify.error} />
        <Button type="submit" variant="primary" wide className={css.submit} busy={verify.isPending}>
          {t('factor.finish')}
        </Button>
        <Button
          variant="link"
          onClick={() => {
            setBackup(!backup)
            setCode('')
            verify.reset()
          }}
        >
          {t(backup ? 'second.use_app' : 'second.use_backup')}
        </Button>
      </form>
    </Door>
  )
}
