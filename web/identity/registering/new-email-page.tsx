import { account } from '#web/platform/auth.ts'
import { Link } from '#web/platform/link.tsx'
import { useParam } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Notice, ProblemNote } from '#web/ui/state.tsx'
import { submitting } from '#web/ui/submit.ts'
import { Door } from '../door.tsx'
import { useAct } from '../use-act.ts'
import css from '../door.module.css'

/** Where the letter at a new e-mail leads. A press, for messengers and mailboxes open links by themselves. */
export function NewEmailPage() {
  const token = useParam('token')
  const confirm = useAct(() => account('/email/confirm', { token }))
  return (
    <Door
      title={t('new_email.heading')}
      hint={t('new_email.hint')}
      below={<Link to="/sign-in">{t('sign_in.heading')}</Link>}
    >
      {confirm.data ? (
        <Notice tone="good">{t('new_email.done', { email: confirm.data.email })}</Notice>
      ) : (
        <form className={css.form} onSubmit={submitting(() => confirm.mutate(undefined))}>
          <ProblemNote error={confirm.error} />
          <Button type="submit" variant="primary" wide className={css.submit} busy={confirm.isPending}>
            {t('new_email.confirm')}
          </Button>
        </form>
      )}
    </Door>
  )
}
