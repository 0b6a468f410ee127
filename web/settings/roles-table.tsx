import { lazy, Suspense, useState } from 'react'
import { Checkbox, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconPlus } from '@tabler/icons-react'
import type { RoleRights, Roles } from '#contract/access/roles.ts'
import { useRight } from '#web/app/me.ts'
import { roleName } from '#web/people/role-name.ts'
import { sentence, t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { cx } from '#web/ui/cx.ts'
import { type Draft, draftOf, emptyDraft, keyOf, toggled } from './role-draft.ts'
import css from './roles.module.css'
import settings from './settings.module.css'

// For those who set up roles, when they do.
const RoleForm = lazy(() => import('./role-form.tsx').then((module) => ({ default: module.RoleForm })))
const OwnRoles = lazy(() => import('./own-roles.tsx').then((module) => ({ default: module.OwnRoles })))

/** What each role may do as one table; a role that is made or changed is ticked in it. */
export function RolesTable({ roles }: { roles: Roles }) {
  const [draft, setDraft] = useState<Draft | null>(null)
  const rows = roles.rows.filter((row) => !row.archived && keyOf(row) !== draft?.role_id)
  const own = roles.rows.some(({ role_id }) => role_id !== null)
  return (
    <section>
      <div className={css.head}>
        <h2>{t('roles.rights')}</h2>
        {!roles.can.make && !draft && (
          <Button icon={<IconPlus size={16} stroke={1.75} />} onClick={() => setDraft(emptyDraft(roles))}>
            {t('roles.make')}
          </Button>
        )}
      </div>
      <p className={settings.hint}>{t(draft ? 'roles.editing' : 'roles.rights_hint')}</p>
      <Suspense>
        {draft && <RoleForm roles={roles} draft={draft} onDraft={setDraft} />}
        {!draft && own && <OwnRoles roles={roles} onChange={(row) => setDraft(draftOf(row))} />}
      </Suspense>
      <Table roles={roles} rows={rows} draft={draft} onDraft={setDraft} />
    </section>
  )
}

type TableProps = {
  roles: Roles
  rows: readonly RoleRights[]
  draft: Draft | null
  onDraft: (next: Draft) => void
}

/** A row is a right, a column a role; the one that is being ticked comes first, and is alone on a phone. */
function Table({ roles, rows, draft, onDraft }: TableProps) {
  return (
    <div className={css.wide}>
      <table className={cx(css.table, draft && css.ticking)}>
        <thead>
          <tr>
            <th scope="col">{t('roles.right')}</th>
            {draft && (
              <th scope="col" className={css.draft}>
                {draft.name.trim() || t('roles.new')}
              </th>
            )}
            {rows.map((row) => (
              <th key={keyOf(row)} scope="col">
                {roleName({ role: row.role, role_name: row.name })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {roles.rights.map(({ right, always }) => (
            <tr key={right}>
              <th scope="row">{sentence(`right.${right}`, {})}</th>
              {draft && <Cell roles={roles} right={right} always={always} draft={draft} onDraft={onDraft} />}
              {rows.map((row) => (
                <td key={keyOf(row)}>
                  <Mark on={row.rights.includes(right)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type CellProps = { roles: Roles; right: string; always: boolean; draft: Draft; onDraft: (next: Draft) => void }

/** What all staff have, and what the viewer has not himself, cannot be ticked, and says why. */
function Cell({ roles, right, always, draft, onDraft }: CellProps) {
  const mine = useRight()(right)
  const why = always ? t('roles.always') : mine ? undefined : t('roles.beyond')
  return (
    <td className={css.draft} title={why}>
      <div className={css.tick}>
        <Checkbox
          aria-label={`${sentence(`right.${right}`, {})}${why ? `. ${why}` : ''}`}
          checked={always || draft.rights.includes(right)}
          disabled={why !== undefined}
          onChange={() => onDraft({ ...draft, rights: toggled(roles, draft.rights, right) })}
        />
      </div>
    </td>
  )
}

function Mark({ on }: { on: boolean }) {
  return (
    <>
      {on ? <IconCheck size={18} stroke={2} aria-hidden="true" /> : <span aria-hidden="true">–</span>}
      <VisuallyHidden>{t(on ? 'roles.yes' : 'roles.no')}</VisuallyHidden>
    </>
  )
}
