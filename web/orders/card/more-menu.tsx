import { Menu } from '@mantine/core'
import {
  IconBan,
  IconChecklist,
  IconDots,
  IconFileText,
  IconFlame,
  IconGavel,
  IconLink,
  IconRotate,
  IconSend,
  IconUsers,
  IconWriting,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Can } from '#contract/endpoint.ts'
import { changeOrder, type Order } from '#contract/orders.ts'
import { useCall } from '#web/platform/ask.ts'
import { spoken } from '#web/platform/problem.ts'
import { sentence, t } from '#web/platform/words.ts'
import { IconButton } from '#web/ui/button.tsx'
import { isEnded } from '../board/stage.ts'
import type { ActName, OnAct } from './use-order.ts'
import css from './card.module.css'

type Item = { act: ActName; icon: TablerIcon; can: Can }

/** All that can be done, the next step or not; what cannot be done says why. */
export function MoreMenu({ order, onAct }: { order: Order; onAct: OnAct }) {
  const { id, version, urgent, can } = order
  const ended = isEnded(order.phase) ? can.change : null
  const change = useCall(changeOrder)
  const shown = order.rounds.length > 0
  const items: Item[] = [
    { act: 'agree', icon: IconWriting, can: can.agree },
    { act: 'demands', icon: IconUsers, can: can.change },
    { act: 'task', icon: IconChecklist, can: can.assign },
    { act: 'send', icon: IconSend, can: can.send_to_acceptance },
    ...(shown ? [{ act: 'link', icon: IconLink, can: can.change } as const] : []),
    { act: 'decision', icon: IconGavel, can: can.record_decision },
    { act: 'documents', icon: IconFileText, can: can.issue_documents },
  ]
  return (
    <Menu width={280} position="bottom-end">
      <Menu.Target>
        <IconButton
          variant="default"
          label={t('order.more')}
          icon={<IconDots size={16} stroke={1.75} aria-hidden="true" />}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {ended ? (
          // One reason for everything is said once.
          <Menu.Label className={css.ended ?? ''}>{sentence(ended.code, spoken(ended.facts ?? {}))}</Menu.Label>
        ) : (
          <>
            {items.map((item) => (
              <Row key={item.act} {...item} onAct={onAct} />
            ))}
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconFlame size={16} stroke={1.75} />}
              disabled={can.change !== null}
              onClick={() => change.mutate({ order_id: id, version, urgent: !urgent })}
            >
              {t(urgent ? 'order.not_urgent' : 'order.make_urgent')}
            </Menu.Item>
          </>
        )}
        {can.reopen === null && <Row act="reopen" icon={IconRotate} can={null} onAct={onAct} />}
        {can.cancel === null && <Row act="cancel" icon={IconBan} can={null} onAct={onAct} />}
      </Menu.Dropdown>
    </Menu>
  )
}

function Row({ act, icon: Icon, can, onAct }: Item & { onAct: OnAct }) {
  return (
    <Menu.Item leftSection={<Icon size={16} stroke={1.75} />} disabled={can !== null} onClick={() => onAct(act)}>
      {t(`act.${act}`)}
      {can && <small className={css.refusal}>{sentence(can.code, spoken(can.facts ?? {}))}</small>}
    </Menu.Item>
  )
}
