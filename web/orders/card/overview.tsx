import { lazy, Suspense } from 'react'
import type { Order } from '#contract/orders.ts'
import { useMayBegin } from '#web/app/me.ts'
import { RowBones } from '#web/ui/state.tsx'
import { AgreementSection } from './agreement-section.tsx'
import { DemandsSection } from './demands-section.tsx'
import { MoneySection } from './money-section.tsx'
import { NoteBox } from './note-box.tsx'
import { PropertiesSection } from './properties-section.tsx'
import { RoundSection } from './round-section.tsx'
import { TasksSection } from './tasks-section.tsx'
import { Timeline } from './timeline.tsx'
import type { OnAct } from './use-order.ts'
import css from './card.module.css'

// Below what is looked at first, and asked for after it.
const AttachmentsSection = lazy(() =>
  import('./attachments/attachments-section.tsx').then((module) => ({ default: module.AttachmentsSection })),
)

export type PartProps = { order: Order; onAct: OnAct; onTask: (task_id: string) => void }

/** Left what happened and was said, right what the order has. */
export function Overview({ order, onAct, onTask }: PartProps) {
  const mayWrite = useMayBegin()()
  return (
    <div className={css.overview}>
      <section className={css.left}>
        <Suspense fallback={<RowBones rows={6} />}>
          <Timeline order={order} onTask={onTask} />
        </Suspense>
        {mayWrite && <NoteBox key={order.id} order_id={order.id} />}
      </section>
      <aside className={css.right}>
        <PropertiesSection order={order} onAct={onAct} />
        <AgreementSection order={order} onAct={onAct} />
        <DemandsSection order={order} onAct={onAct} />
        <TasksSection order={order} onAct={onAct} onTask={onTask} />
        {order.rounds.length > 0 && <RoundSection order={order} />}
        <Suspense>
          <AttachmentsSection order_id={order.id} />
        </Suspense>
        {order.money && (order.money.minutes > 0 || order.money.amount !== null) && (
          <MoneySection order={order} money={order.money} />
        )}
      </aside>
    </div>
  )
}
