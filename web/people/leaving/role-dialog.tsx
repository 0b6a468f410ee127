import { useState } from 'react'
import { Select } from '@mantine/core'
import { listRoles, setRole } from '#contract/access/roles.ts'
import type { Member } from '#contract/people.ts'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { roleName } from '../role-name.ts'
import css from './leaving.module.css'

/** Another role for one of the staff, of those that the viewer may give. */
export function RoleDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const offered = (useMaybe(listRoles, {})?.rows ?? []).filter(({ can }) => can.give === null)
  const now = member.role_id ?? member.role
  const [chosen, setChosen] = useState<string | null>(now)
  const give = useCall(setRole, {
    inline: true,
    onSuccess: () => {
      toast(t('roles.given', { name: member.name }))
      onClose()
    },
  })
  const submit = () => {
    const row = offered.find(({ role_id, role }) => (role_id ?? role) === chosen)
    if (!row) return
    const { role, role_id } = row
    give.mutate({ member_id: member.id, ...(role_id ? { role_id } : { role: role as 'member' }) })
  }
  return (
    <Dialog
      title={t('roles.give_title', { name: member.name })}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={give.isPending} disabled={!chosen || chosen === now}>
            {t('do.save')}
          </Button>
        </>
      }
    >
      <div className={css.fields}>
        <Select
          label={t('roles.one')}
          description={t('roles.give_hint')}
          data={offered.map((row) => ({
            value: row.role_id ?? row.role,
            label: roleName({ role: row.role, role_name: row.name }),
          }))}
          value={chosen}
          onChange={setChosen}
        />
        <ProblemNote error={give.error} />
      </div>
    </Dialog>
  )
}
