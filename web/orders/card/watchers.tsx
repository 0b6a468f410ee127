import { useState } from 'react'
import { Menu, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
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

const FEW = 8

/** Who follows the order besides: whoever leads it chooses them, everybody else begins and ends for himself. */
export function Watchers({ order: { id, watchers, responsible, can } }: { order: Order }) {
  const me = useMe().member
  const leads = can.watch === null
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 200)
  const { rows, has_more } = useMaybeList(listMembers, { kind: 'staff', ...(search && { search }) }, leads)
  // A short list is read at a glance.
  const long = leads && (has_more || search !== '' || rows.length > FEW)
  const set = useCall(setWatcher)
  const watching = new Set(watchers.map((one) => one.id))
  const offered = (leads ? rows : me ? [me] : []).filter((one) => one.id !== responsible.id)
  return (
    <Property label={t('order.watchers')}>
      <span className={css.row}>
        {watchers.length > 0 && <span>{watchers.map(({ name }) => name).join(', ')}</span>}
        <Menu position="bottom-start" width={240} closeOnItemClick={false} onClose={() => setTyped('')}>
          <Menu.Target>
            <Button variant="link" icon={<IconEye size={14} stroke={1.75} aria-hidden="true" />}>
              {t(leads ? 'order.watchers_set' : 'order.watch')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown className={css.choices ?? ''}>
            {long && (
              <TextInput
                size="sm"
                aria-label={t('order.watchers_find')}
                placeholder={t('order.watchers_find')}
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
            )}
            {offered.length === 0 && search !== '' && <p className={css.none}>{t('order.watchers_none')}</p>}
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
