import { useState } from 'react'
import { useRight } from '#web/app/me.ts'
import { t } from '#web/platform/words.ts'
import { cx } from '#web/ui/cx.ts'
import { Tabs } from '#web/ui/tabs.tsx'
import { TaskPanel } from '#web/tasks/task-panel.tsx'
import { ActDialog } from '../acts/act-dialog.tsx'
import { DocumentsTab } from './documents-tab.tsx'
import { HistoryTab } from './history-tab.tsx'
import { OrderHead } from './order-head.tsx'
import { Overview } from './overview.tsx'
import { TasksTab } from './tasks-tab.tsx'
import { type Ask, type OnAct, useCardPlace, useOrder } from './use-order.ts'
import css from './card.module.css'

type Props = { order_id: string; in_panel?: boolean }

/** Everything about an order: head with the next step, tabs, and beside the work its properties. */
export function OrderCard({ order_id, in_panel = false }: Props) {
  const order = useOrder(order_id)
  const [{ tab, task }, set] = useCardPlace()
  const [asked, setAsked] = useState<Ask | null>(null)
  const onAct: OnAct = (act, demand_id) => setAsked({ act, ...(demand_id && { demand_id }) })
  const onTask = (id: string) => set({ task: id }, { step: true })
  const at = tab ?? 'overview'
  const money = useRight()('money.read')
  const parts = { order, onAct, onTask }
  return (
    <div className={cx(css.card, in_panel && css.inPanel)}>
      <OrderHead order={order} in_panel={in_panel} onAct={onAct}>
        <Tabs
          label={t('order.tabs')}
          at={at}
          onGo={(next) => set({ tab: next === 'overview' ? undefined : next })}
          tabs={[
            { id: 'overview', name: t('order.tab_overview') },
            { id: 'tasks', name: t('order.tab_tasks'), n: order.tasks.length },
            ...(money ? [{ id: 'documents', name: t('order.tab_documents'), n: order.documents.length } as const] : []),
            { id: 'history', name: t('order.tab_history') },
          ]}
        />
      </OrderHead>
      <div className={css.body} role="tabpanel" aria-label={t(`order.tab_${at}`)}>
        {at === 'overview' && <Overview {...parts} />}
        {at === 'tasks' && <TasksTab {...parts} />}
        {at === 'documents' && money && <DocumentsTab {...parts} />}
        {at === 'history' && <HistoryTab order={order} />}
      </div>
      {task && <TaskPanel task_id={task} onClose={() => set({ task: undefined })} />}
      {asked && <ActDialog asked={asked} order={order} onClose={() => setAsked(null)} />}
    </div>
  )
}
