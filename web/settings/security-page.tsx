import { useState } from 'react'
import { Checkbox } from '@mantine/core'
import { changeCompanySecurity, type CompanySecurity, getCompanySecurity } from '#contract/access/security.ts'
import { useMayBegin } from '#web/app/me.ts'
import { useCall, useReply } from '#web/platform/ask.ts'
import { moment } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { submitting } from '#web/ui/submit.ts'
import { SettingsHead } from './settings-head.tsx'
import css from './settings.module.css'

const ROLES = ['owner', 'admin', 'manager', 'accountant', 'member'] as const
type Required = (typeof ROLES)[number]

/** «Безопасность компании»: who must have a second step at sign-in, and who has one. */
export function SecurityPage() {
  const security = useReply(getCompanySecurity, {})
  return (
    <div className={css.scrolls}>
      <SettingsHead />
      <div className={css.sheet}>
        <Roles key={security.version} security={security} />
        <section>
          <h2>{t('secure.people')}</h2>
          <ul className={css.people}>
            {security.people.map((person) => (
              <li key={person.id}>
                <span>
                  {person.name}
                  <small>
                    {person.last_sign_in_at
                      ? t('secure.last', { when: moment(person.last_sign_in_at) })
                      : t('secure.never')}
                  </small>
                </span>
                <Chip tone={person.second_factor ? 'good' : 'neutral'}>
                  {t(person.second_factor ? 'secure.has' : 'secure.lacks')}
                </Chip>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  )
}

function Roles({ security }: { security: CompanySecurity }) {
  const [roles, setRoles] = useState<Required[]>(ROLES.filter((role) => security.roles.includes(role)))
  const change = useCall(changeCompanySecurity, { inline: true, onSuccess: () => toast(t('settings.saved')) })
  const may = useMayBegin()()
  const touched = roles.toSorted().join() !== security.roles.toSorted().join()
  return (
    <section>
      <h2>{t('secure.heading')}</h2>
      <p className={css.hint}>{security.from ? t('secure.from', { when: moment(security.from) }) : t('secure.hint')}</p>
      <form className={css.form} onSubmit={submitting(() => change.mutate({ roles, version: security.version }))}>
        <Checkbox.Group value={roles} onChange={(next) => setRoles(next)}>
          <div className={css.form}>
            {ROLES.map((role) => (
              <Checkbox key={role} value={role} label={t(`role.${role}`)} disabled={!may} />
            ))}
          </div>
        </Checkbox.Group>
        <ProblemNote error={change.error} />
        {touched && (
          <div>
            <Button type="submit" variant="primary" busy={change.isPending}>
              {t('do.save')}
            </Button>
          </div>
        )}
      </form>
    </section>
  )
}
