import { lazy, Suspense } from 'react'
import { Checkbox, VisuallyHidden } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { changeCompany, getCompanySettings } from '#contract/people.ts'
import { listRoles, type RoleRights } from '#contract/access/roles.ts'
import { useRight } from '#web/app/me.ts'
import { withPeopleWords } from '#web/app/people-words.ts'
import { useCall, useReply } from '#web/platform/ask.ts'
import { sentence, t } from '#web/platform/words.ts'
import { toast } from '#web/ui/over/toast.tsx'
import { Notice } from '#web/ui/state.tsx'
import { SettingsHead } from './settings-head.tsx'
import { VIEWED, ViewRole } from './view-role.tsx'
import css from './roles.module.css'
import settings from './settings.module.css'

// The list of people to choose from is for those who may look with their eyes.
const ViewAs = lazy(() => withPeopleWords(() => import('./view-as.tsx')).then((module) => ({ default: module.ViewAs })))

/** «Роли и доступ»: what each role sees, what it may do, and the company's two switches. */
export function RolesPage() {
  const { rights, rows } = useReply(listRoles, {})
  const right = useRight()
  const [may, looks] = [right('company.settings'), right('people.view_as')]
  return (
    <div className={settings.scrolls}>
      <SettingsHead />
      <div className={settings.sheet}>
        {!may && <Notice tone="info">{t('settings.read_only')}</Notice>}
        <section>
          <h2>{t('roles.sight')}</h2>
          <dl className={css.sight}>
            {rows.map(({ role, rights: held }) => (
              <div key={role}>
                <dt>{t(`role.${role}`)}</dt>
                <dd>{t(`roles.sees.${seesOf(role, held)}`)}</dd>
                {looks && VIEWED.has(role) && <ViewRole role={role} />}
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
        <section>
          <h2>{t('roles.rights')}</h2>
          <p className={settings.hint}>{t('roles.rights_hint')}</p>
          <Table rights={rights} rows={rows} />
        </section>
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

/** A row is a right, a column a role. */
function Table({ rights, rows }: { rights: readonly string[]; rows: readonly RoleRights[] }) {
  return (
    <div className={css.wide}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('roles.right')}</th>
            {rows.map(({ role }) => (
              <th key={role} scope="col">
                {t(`role.${role}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rights.map((right) => (
            <tr key={right}>
              <th scope="row">{sentence(`right.${right}`, {})}</th>
              {rows.map(({ role, rights: held }) => (
                <td key={role}>
                  {held.includes(right) ? (
                    <>
                      <IconCheck size={18} stroke={2} aria-hidden="true" />
                      <VisuallyHidden>{t('roles.yes')}</VisuallyHidden>
                    </>
                  ) : (
                    <>
                      <span aria-hidden="true">–</span>
                      <VisuallyHidden>{t('roles.no')}</VisuallyHidden>
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
