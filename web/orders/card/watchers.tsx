import { Menu } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { setWatcher } from '#contract/order-watchers.ts'
import type { Order } from '#contract/orders.ts'
import { listMembers } from '#contract/people.ts'
import { useMe } from '#web/app/me.ts'
import { useCall, useMaybeList } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Avatar } from '#web/ui/person.tsx'
import { Property } from '#web/ui/rows.tsx'
import { MenuCheck } from '#web/ui/over/menu-check.tsx'
import css from './watchers.module.css'

/** Who follows the order besides: whoever leads it chooses them, everybody else begins and ends for himself. */
export function Watchers({ order: { id, watchers, responsible, can } }: { order: Order }) {
  const me = useMe().member
  const leads = can.watch === null
  const { rows } = useMaybeList(listMembers, { kind: 'staff' }, leads)
  const set = useCall(setWatcher)
  const watching = new Set(watchers.map((one) => one.id))
  const offered = (leads ? rows : me ? [me] : []).filter((one) => one.id !== responsible.id)
  return (
    <Property label={t('order.watchers')}>
      <span className={css.row}>
        {watchers.length > 0 && <span>{watchers.map(({ name }) => name).join(', ')}</span>}
        <Menu position="bottom-start" width={240} closeOnItemClick={false}>
          <Menu.Target>
            <Button variant="link" icon={<IconEye size={14} stroke={1.75} aria-hidden="true" />}>
              {t(leads ? 'order.watchers_set' : 'order.watch')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown className={css.choices ?? ''}>
            {offered.map((one) => (
              <MenuCheck
                key={one.id}
                icon={<Avatar who={one} size={20} alone={false} />}
                checked={watching.has(one.id)}
                onToggle={() => set.mutate({ order_id: id, member_id: one.id, watches: !watching.has(one.id) })}
              >
                {one.name}
              </MenuCheck>
            ))}
          </Menu.Dropdown>
        </Menu>
      </span>
    </Property>
  )
}
