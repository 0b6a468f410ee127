import { useQuery } from '@tanstack/react-query'
import { useMe } from '#web/app/me.ts'
import { listPasskeys } from '#web/platform/auth.ts'
import { moment } from '#web/platform/format.ts'
import { leave } from '#web/platform/leave.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Bone, Bones, Notice } from '#web/ui/state.tsx'
import { submitting } from '#web/ui/submit.ts'
import { Door } from './door.tsx'
import { Passkeys } from './passkeys.tsx'
import { ProofAsked } from './proof-dialog.tsx'
import { SecondFactor } from './second-factor.tsx'
import { useShowing } from './showing.tsx'
import css from './door.module.css'

/** Before anything else, a person of a role that must have a second factor shows it, or sets it up. */
export function FactorNeeded() {
  const { user } = useMe()
  const passkeys = useQuery({ queryKey: ['passkeys'], queryFn: listPasskeys })
  const out = (
    <Button variant="link" onClick={() => void leave()}>
      {t('me.sign_out')}
    </Button>
  )
  if (!passkeys.data)
    return (
      <Door title=" ">
        <Bones>
          <Bone h={120} />
        </Bones>
      </Door>
    )
  if (user.two_factor || passkeys.data.length > 0)
    return (
      <Door title={t('needed.show')} hint={t('needed.show_hint')} below={out}>
        <Show />
      </Door>
    )
  return (
    <Door title={t('needed.heading')} hint={t('account.second_factor_required')} below={out}>
      <SecondFactor on={false} />
      <Passkeys />
      <ProofAsked />
    </Door>
  )
}

/** He has it, and came in by the password alone. */
function Show() {
  const { fields, passkey, typing, submit, busy } = useShowing(() => location.reload(), { second: true })
  return (
    <form className={css.form} onSubmit={submitting(submit)}>
      {fields}
      {!typing && !passkey && <Notice tone="bad">{t('needed.no_device')}</Notice>}
      {typing && (
        <Button type="submit" variant="primary" wide className={css.submit} busy={busy}>
          {t('factor.finish')}
        </Button>
      )}
      {passkey}
    </form>
  )
}

/** Until then: by when, in the profile. */
export function FactorSoon() {
  const { second_factor_from } = useMe()
  if (!second_factor_from) return null
  return <Notice>{t('needed.soon', { when: moment(second_factor_from) })}</Notice>
}
