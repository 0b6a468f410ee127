import { useState } from 'react'
import { Select } from '@mantine/core'
import { archiveRole, type RoleRights, type Roles } from '#contract/access/roles.ts'
import { roleName } from '#web/people/role-name.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { keyOf } from './role-draft.ts'
import settings from './settings.module.css'

type Props = { roles: Roles; row: RoleRights; onClose: () => void }

/** A role goes; whoever has it gets another in the same moment. */
export function ArchiveDialog({ roles, row, onClose }: Props) {
  const [to, setTo] = useState<string | null>(null)
  const archive = useCall(archiveRole, {
    inline: true,
    onSuccess: () => {
      toast(t('roles.put_away'))
      onClose()
    },
  })
  const heirs = roles.rows.filter((one) => one.can.give === null && one.role_id !== row.role_id)
  const submit = () => {
    const heir = heirs.find((one) => keyOf(one) === to)
    const named = heir?.role_id ? { to_role_id: heir.role_id } : heir && { to_role: heir.role as 'member' }
    archive.mutate({ role_id: row.role_id ?? '', ...named })
  }
  return (
    <Dialog
      title={t('roles.archive_title', { name: row.name ?? '' })}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={archive.isPending} disabled={row.people > 0 && !to}>
            {t('roles.archive')}
          </Button>
        </>
      }
    >
      <div className={settings.letter}>
        <p>{row.people > 0 ? t('roles.archive_people', { n: row.people }) : t('roles.archive_hint')}</p>
        {row.people > 0 && (
          <Select
            label={t('roles.successor')}
            data={heirs.map((one) => ({ value: keyOf(one), label: roleName({ role: one.role, role_name: one.name }) }))}
            value={to}
            onChange={setTo}
          />
        )}
        <ProblemNote error={archive.error} />
      </div>
    </Dialog>
  )
}
