import { useMe } from '#web/app/me.ts'
import { t } from '#web/platform/words.ts'
import { PageHead } from '#web/ui/page-head.tsx'
import { Properties, Property, Section } from '#web/ui/rows.tsx'
import { ApiKeys } from './api-keys.tsx'
import { EmailSection } from './email-section.tsx'
import { FactorSoon } from './factor-needed.tsx'
import { Passkeys } from './passkeys.tsx'
import { PasswordChange } from './password-change.tsx'
import { ProofAsked } from './proof-dialog.tsx'
import { SecondFactor } from './second-factor.tsx'
import { SignIns } from './sign-ins.tsx'
import { Sessions } from './sessions.tsx'
import { Notice } from '#web/ui/state.tsx'
import css from './profile.module.css'

/** Who I am and how I get in: name, password, second step, and where I am signed in. */
export function ProfilePage() {
  const { user, member, viewing } = useMe()
  return (
    <>
      <PageHead title={t('profile.heading')} />
      <div className={css.page}>
        <Section>
          <Properties>
            <Property label={t('profile.name')}>{member?.name ?? user.name}</Property>
          </Properties>
        </Section>
        {viewing && <Notice tone="info">{t('viewing.private')}</Notice>}
        <FactorSoon />
        {user.email && <EmailSection email={user.email} fixed={viewing !== null} />}
        {user.email && <PasswordChange />}
        {user.email && <SecondFactor on={user.two_factor} />}
        {user.email && <Passkeys />}
        {!viewing && <Sessions />}
        {user.email && <SignIns />}
        {member?.kind === 'staff' && !viewing && <ApiKeys />}
      </div>
      <ProofAsked />
    </>
  )
}
