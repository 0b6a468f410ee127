import { IconEye } from '@tabler/icons-react'
import type { RoleRights } from '#contract/access/roles.ts'
import { beginToView } from '#web/identity/viewing/viewing.ts'
import { roleName } from '#web/people/role-name.ts'
import { t } from '#web/platform/words.ts'
import { IconButton } from '#web/ui/button.tsx'
import { toastProblem } from '#web/ui/over/toast.tsx'

/** Roles that can be looked with without naming a person. */
export const VIEWED: ReadonlySet<RoleRights['role']> = new Set(['admin', 'manager', 'accountant', 'member'])

/** With the eyes of a role, beside what it sees. */
export function ViewRole({ role: { role, role_id, name } }: { role: RoleRights }) {
  return (
    <IconButton
      size="sm"
      label={t('viewing.do_role', { role: roleName({ role, role_name: name }) })}
      icon={<IconEye size={16} stroke={1.75} />}
      onClick={() => void beginToView(role_id ? { role_id } : { role }).catch(toastProblem)}
    />
  )
}
