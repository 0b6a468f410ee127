import type { ReactNode } from 'react'
import { Menu } from '@mantine/core'
import { IconBuilding, IconClock, IconFlame, IconMapPin } from '@tabler/icons-react'
import { changeOrder, type Order } from '#contract/orders.ts'
import { listMembers } from '#contract/people.ts'
import { useCall, useMaybeList } from '#web/platform/ask.ts'
import { dayOf, today } from '#web/platform/format.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { Chip } from '#web/ui/chip.tsx'
import { When } from '#web/ui/figures.tsx'
import { InPlace } from '#web/ui/fields/in-place.tsx'
import { Fact, PageHead } from '#web/ui/page-head.tsx'
import { Avatar } from '#web/ui/person.tsx'
import { PhaseBadge } from '#web/ui/phase.tsx'
import { MoreMenu } from './more-menu.tsx'
import { NextStep } from './next-step.tsx'
import type { OnAct } from './use-order.ts'
import css from './card.module.css'

type Props = { order: Order; in_panel: boolean; onAct: OnAct; children: ReactNode }

/** Number, title, phase; who answers, for whom, where, till when; and the one next step. */
export function OrderHead({ order, in_panel, onAct, children }: Props) {
  const { number, phase, stage, funnel } = order
  return (
    <PageHead
      {...(!in_panel && {
        crumbs: [
          <Link key="all" to="/orders">
            {t('nav.orders')}
          </Link>,
          <Link key="funnel" to="/orders" search={{ funnel: funnel.id }}>
            {funnel.name}
          </Link>,
          t('thing.order', { number }),
        ],
        number: t('thing.order', { number }),
      })}
      title={<Title order={order} />}
      badge={
        <>
          <PhaseBadge phase={phase} name={stage.name} />
          {order.urgent && (
            <Chip tone="bad" icon={<IconFlame size={12} stroke={1.75} />}>
              {t('orders.urgent')}
            </Chip>
          )}
        </>
      }
      facts={<Facts order={order} onAct={onAct} />}
      acts={
        <div className={css.acts} data-wide>
          <MoreMenu order={order} onAct={onAct} />
          <NextStep order={order} onAct={onAct} in_panel={in_panel} />
        </div>
      }
    >
      <div className={css.tabs}>{children}</div>
    </PageHead>
  )
}

function Title({ order: { id, version, title, can } }: { order: Order }) {
  const change = useCall(changeOrder)
  return (
    <InPlace
      value={title}
      label={t('order.title')}
      hint={t('order.edit_title')}
      max={300}
      {...(!can.change && {
        onKeep: (next: string) => change.mutateAsync({ order_id: id, version, title: next }),
      })}
    />
  )
}

function Facts({ order, onAct }: Pick<Props, 'order' | 'onAct'>) {
  const { counterparty, address, due_at, phase, warning } = order
  const late = warning?.code === 'order.overdue'
  // The deadline is of the work: once the customer has it, the deadline presses nobody.
  const presses = phase === 'new' || phase === 'agreement' || phase === 'work'
  const soon = due_at !== null && presses && dayOf(due_at) <= today()
  return (
    <>
      <Responsible order={order} />
      {counterparty ? (
        <Fact icon={<IconBuilding size={16} stroke={1.75} aria-hidden="true" />}>
          <Link className={css.plain} to={`/counterparties/${counterparty.id}`}>
            {counterparty.name}
          </Link>
        </Fact>
      ) : (
        <button type="button" className={css.missing} onClick={() => onAct('customer')}>
          {t('order.no_customer')}
        </button>
      )}
      {address && <Fact icon={<IconMapPin size={16} stroke={1.75} aria-hidden="true" />}>{address}</Fact>}
      {due_at && (
        <Fact
          icon={<IconClock size={16} stroke={1.75} aria-hidden="true" />}
          tone={late ? 'bad' : soon ? 'warn' : undefined}
        >
          <When at={due_at} due={presses} />
        </Fact>
      )}
    </>
  )
}

/** Who answers for the order; another is chosen in place. */
function Responsible({ order: { id, version, responsible, can } }: { order: Order }) {
  const change = useCall(changeOrder)
  const { rows } = useMaybeList(listMembers, { kind: 'staff' }, can.change === null)
  const fact = (
    <Fact icon={<Avatar who={responsible} size={20} alone={false} />}>
      <span className={css.name}>{responsible.name}</span>
    </Fact>
  )
  if (can.change) return fact
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <button type="button" className={css.choice} title={t('order.responsible')}>
          {fact}
        </button>
      </Menu.Target>
      <Menu.Dropdown className={css.drop ?? ''}>
        <Menu.Label>{t('order.responsible')}</Menu.Label>
        {rows.map((who) => (
          <Menu.Item
            key={who.id}
            leftSection={<Avatar who={who} size={20} alone={false} />}
            onClick={() =>
              who.id !== responsible.id && change.mutate({ order_id: id, version, responsible_id: who.id })
            }
          >
            {who.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
