import type { Member } from '#contract/people.ts'
import { t } from '#web/platform/words.ts'

type Holder = Pick<Member, 'role' | 'role_name'>

/** What a person's role is called: the company's own by its name, a fixed one by ours. */
export const roleName = ({ role, role_name }: Holder): string => role_name ?? t(`role.${role}`)
