import { useMe } from '#web/app/me.ts'
import { moment } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Notice } from '#web/ui/state.tsx'
import { Door } from './door.tsx'
import { Passkeys } from './passkeys.tsx'
import { SecondFactor } from './second-factor.tsx'

/** Before anything else: a person of a role that must have a second factor sets it up. */
export function FactorNeeded() {
  const { user } = useMe()
  return (
    <Door title={t('needed.heading')} hint={t('account.second_factor_required')}>
      <SecondFactor on={user.two_factor} />
      <Passkeys />
    </Door>
  )
}

/** Until then: by when, in the profile. */
export function FactorSoon() {
  const { second_factor_from } = useMe()
  if (!second_factor_from) return null
  return <Notice>{t('needed.soon', { when: moment(second_factor_from) })}</Notice>
}
