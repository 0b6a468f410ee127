import { lazy, Suspense } from 'react'
import { Checkbox } from '@mantine/core'
import { changeCompany, getCompanySettings } from '#contract/people.ts'
import { listRoles, type RoleRights } from '#contract/access/roles.ts'
import { useMayBegin } from '#web/app/me.ts'
import { withPeopleWords } from '#web/app/people-words.ts'
import { useCall, useReply } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { toast } from '#web/ui/over/toast.tsx'
import { cx } from '#web/ui/cx.ts'
import { Notice } from '#web/ui/state.tsx'
import { roleName } from '#web/people/role-name.ts'
import { RolesTable } from './roles-table.tsx'
import { SettingsHead } from './settings-head.tsx'
import { VIEWED, ViewRole } from './view-role.tsx'
import css from './roles.module.css'
import settings from './settings.module.css'

// The list of people to choose from is for those who may look with their eyes.
const ViewAs = lazy(() => withPeopleWords(() => import('./view-as.tsx')).then((module) => ({ default: module.ViewAs })))

/** «Роли и доступ»: what each role sees and may do, the company's own roles, and its two switches. */
export function RolesPage() {
  const roles = useReply(listRoles, { archived: true })
  const mayBegin = useMayBegin()
  const [may, looks] = [mayBegin('company.settings'), mayBegin('people.view_as')]
  const shown = roles.rows.filter(({ archived }) => !archived)
  return (
    <div className={settings.scrolls}>
      <SettingsHead />
      <div className={cx(settings.sheet, css.page)}>
        {!may && <Notice tone="info">{t('settings.read_only')}</Notice>}
        <section>
          <h2>{t('roles.sight')}</h2>
          <dl className={css.sight}>
            {shown.map((row) => (
              <div key={row.role_id ?? row.role}>
                <dt>{roleName({ role: row.role, role_name: row.name })}</dt>
                <dd>{t(`roles.sees.${seesOf(row.role, row.rights)}`)}</dd>
                {looks && !row.archived && VIEWED.has(row.role) && (
                  <dd>
                    <ViewRole role={row} />
                  </dd>
                )}
              </div>
            ))}
          </dl>
          <Switches may={may} />
        </section>
        {looks && (
          <Suspense>
            <ViewAs />
          </Suspense>
        )}
        <RolesTable roles={roles} />
      </div>
    </div>
  )
}

function seesOf(role: RoleRights['role'], held: readonly string[]) {
  if (role === 'performer') return held.includes('site_contact.read') ? 'performer' : 'performer_closed'
  if (held.includes('orders.all')) return 'all'
  return held.includes('orders.lead') ? 'below' : 'own'
}

function Switches({ may }: { may: boolean }) {
  const { orders_open, site_contact_open, version } = useReply(getCompanySettings, {})
  const change = useCall(changeCompany, { onSuccess: () => toast(t('settings.saved')) })
  const busy = !may || change.isPending
  return (
    <div className={settings.form}>
      <Checkbox
        label={t('roles.orders_open')}
        description={t('roles.orders_open_hint')}
        checked={orders_open}
        disabled={busy}
        onChange={(event) => change.mutate({ orders_open: event.currentTarget.checked, version })}
      />
      <Checkbox
        label={t('roles.site_contact_open')}
        description={t('roles.site_contact_open_hint')}
        checked={site_contact_open}
        disabled={busy}
        onChange={(event) => change.mutate({ site_contact_open: event.currentTarget.checked, version })}
      />
    </div>
  )
}
