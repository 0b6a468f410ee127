import { useState } from 'react'
import { TextInput } from '@mantine/core'
import { account } from '#web/platform/auth.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Section } from '#web/ui/rows.tsx'
import { Notice, ProblemNote } from '#web/ui/state.tsx'
import { submitting } from '#web/ui/submit.ts'
import { useAct } from './use-act.ts'
import css from './profile.module.css'

/** The e-mail by which one signs in, and another in its place: a letter at the new one makes it so. */
export function EmailSection({ email: now, fixed }: { email: string; fixed: boolean }) {
  const [open, setOpen] = useState(false)
  const [email, setEmail] = useState('')
  const ask = useAct(
    () => account('/email/ask', { email }),
    () => setOpen(false),
  )
  const begin = () => {
    ask.reset()
    setOpen(true)
  }
  return (
    <Section
      title={t('profile.email')}
      end={
        !open &&
        !fixed && (
          <Button size="sm" onClick={begin}>
            {t('profile.email_change')}
          </Button>
        )
      }
    >
      <p>{now}</p>
      {ask.isSuccess && !open && <Notice tone="good">{t('profile.email_sent')}</Notice>}
      {open && (
        <form className={css.form} onSubmit={submitting(() => email && ask.mutate(undefined))}>
          <TextInput
            label={t('profile.email_new')}
            type="email"
            autoComplete="email"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
          <ProblemNote error={ask.error} />
          <Button type="submit" variant="primary" busy={ask.isPending}>
            {t('profile.email_ask')}
          </Button>
        </form>
      )}
    </Section>
  )
}
