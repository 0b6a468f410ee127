import { useState } from 'react'
import { restoreRole, type RoleRights, type Roles } from '#contract/access/roles.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { ArchiveDialog } from './archive-role.tsx'
import css from './roles.module.css'
import settings from './settings.module.css'

type Props = { roles: Roles; onChange: (row: RoleRights) => void }

/** The company's own roles: how many people have them, and what can be done to them; those put away stand last. */
export function OwnRoles({ roles, onChange }: Props) {
  const [leaving, setLeaving] = useState<RoleRights | null>(null)
  const own = roles.rows.filter(({ role_id, archived }) => role_id !== null && !archived)
  const away = roles.can.make ? [] : roles.rows.filter(({ archived }) => archived)
  return (
    <>
      <ul className={settings.people}>
        {own.map((row) => (
          <li key={row.role_id}>
            <span>
              {row.name}
              <small>{t('roles.people', { n: row.people })}</small>
            </span>
            {!row.can.change && (
              <span className={css.acts}>
                <Act word="roles.change" row={row} onClick={() => onChange(row)} />
                <Act word="roles.archive" row={row} onClick={() => setLeaving(row)} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {away.length > 0 && <Archived rows={away} />}
      {leaving && <ArchiveDialog roles={roles} row={leaving} onClose={() => setLeaving(null)} />}
    </>
  )
}

type ActProps = { word: 'roles.change' | 'roles.archive' | 'roles.restore'; row: RoleRights; onClick: () => void }

function Act({ word, row: { name }, onClick }: ActProps) {
  return (
    <Button
      size="sm"
      variant={word === 'roles.change' ? 'default' : 'quiet'}
      aria-label={`${t(word)}: ${name}`}
      onClick={onClick}
    >
      {t(word)}
    </Button>
  )
}

function Archived({ rows }: { rows: readonly RoleRights[] }) {
  const restore = useCall(restoreRole)
  return (
    <>
      <h3 className={css.away}>{t('roles.in_archive')}</h3>
      <ul className={settings.people}>
        {rows.map((row) => (
          <li key={row.role_id}>
            <span>{row.name}</span>
            <Act
              word="roles.restore"
              row={row}
              onClick={() => row.role_id && restore.mutate({ role_id: row.role_id })}
            />
          </li>
        ))}
      </ul>
    </>
  )
}
