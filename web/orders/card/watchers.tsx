import { useState } from 'react'
import { Popover } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import type { Order } from '#contract/orders.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Property } from '#web/ui/rows.tsx'
import { WatcherChoices } from './watcher-choices.tsx'
import css from './watchers.module.css'

/** Who follows the order besides: whoever leads it chooses them, everybody else begins and ends for himself. */
export function Watchers({ order }: { order: Order }) {
  const [opened, setOpened] = useState(false)
  const label = t(order.can.watch === null ? 'order.watchers_set' : 'order.watch')
  return (
    <Property label={t('order.watchers')}>
      <span className={css.row}>
        {order.watchers.length > 0 && <span>{order.watchers.map(({ name }) => name).join(', ')}</span>}
        <Popover opened={opened} onChange={setOpened} position="bottom-start" width={260} trapFocus returnFocus>
          <Popover.Target>
            <Button
              variant="link"
              icon={<IconEye size={14} stroke={1.75} aria-hidden="true" />}
              onClick={() => setOpened(!opened)}
            >
              {label}
            </Button>
          </Popover.Target>
          <Popover.Dropdown className={css.choices ?? ''} aria-label={t('order.watchers')}>
            <WatcherChoices order={order} />
          </Popover.Dropdown>
        </Popover>
      </span>
    </Property>
  )
}
