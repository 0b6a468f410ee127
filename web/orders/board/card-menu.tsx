import { Menu } from '@mantine/core'
import { IconArrowsRightLeft } from '@tabler/icons-react'
import type { OrderRow } from '#contract/orders.ts'
import { t } from '#web/platform/words.ts'
import { PhaseMark } from '#web/ui/phase.tsx'
import type { Stage } from './stage.ts'
import css from './board.module.css'

type Props = { order: OrderRow; stages: Stage[]; onMove: (order: OrderRow, stage: Stage) => void }

/** Moves a card without a mouse: the stages as a menu. */
export function CardMenu({ order, stages, onMove }: Props) {
  return (
    <Menu position="bottom-end" width={232}>
      <Menu.Target>
        <button
          type="button"
          className={css.menu}
          aria-label={t('board.move', { number: order.number })}
          title={t('board.move_to')}
        >
          <IconArrowsRightLeft size={14} stroke={1.75} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('board.move_to')}</Menu.Label>
        {stages
          .filter(({ id }) => id !== order.stage.id)
          .map((stage) => (
            <Menu.Item
              key={stage.id}
              leftSection={<PhaseMark phase={stage.phase} />}
              onClick={() => onMove(order, stage)}
            >
              {stage.name}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}
