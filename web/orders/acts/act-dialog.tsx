import { lazy, Suspense } from 'react'
import type { Order } from '#contract/orders.ts'
import type { Ask } from '../card/use-order.ts'

// A dialog's code comes when it is first asked for.
const AgreeDialog = lazy(() => import('./agree-dialog.tsx').then((m) => ({ default: m.AgreeDialog })))
const CustomerDialog = lazy(() => import('./customer-dialog.tsx').then((m) => ({ default: m.CustomerDialog })))
const DemandsDialog = lazy(() => import('./demands-dialog.tsx').then((m) => ({ default: m.DemandsDialog })))
const GiveTask = lazy(() => import('./give-task.tsx').then((m) => ({ default: m.GiveTask })))
const SendDialog = lazy(() => import('./send-dialog.tsx').then((m) => ({ default: m.SendDialog })))
const LinkDialog = lazy(() => import('./link-dialog.tsx').then((m) => ({ default: m.LinkDialog })))
const DecisionDialog = lazy(() => import('./decision-dialog.tsx').then((m) => ({ default: m.DecisionDialog })))
const DocumentsDialog = lazy(() => import('./documents-dialog.tsx').then((m) => ({ default: m.DocumentsDialog })))
const CompleteDialog = lazy(() => import('./ending-dialogs.tsx').then((m) => ({ default: m.CompleteDialog })))
const ReopenDialog = lazy(() => import('./ending-dialogs.tsx').then((m) => ({ default: m.ReopenDialog })))
const CancelDialog = lazy(() => import('./ending-dialogs.tsx').then((m) => ({ default: m.CancelDialog })))

type Props = { asked: Ask; order: Order; onClose: () => void }

/** The dialog of what was asked for. */
export function ActDialog(props: Props) {
  return (
    <Suspense>
      <Asked {...props} />
    </Suspense>
  )
}

function Asked({ asked: { act, demand_id }, order, onClose }: Props) {
  const both = { order, onClose }
  switch (act) {
    case 'agree':
      return <AgreeDialog {...both} />
    case 'customer':
      return <CustomerDialog {...both} />
    case 'demands':
      return <DemandsDialog {...both} />
    case 'task':
      return <GiveTask {...both} demand_id={demand_id} />
    case 'send':
      return <SendDialog {...both} />
    case 'link':
      return <LinkDialog {...both} />
    case 'decision':
      return <DecisionDialog {...both} />
    case 'documents':
      return <DocumentsDialog {...both} />
    case 'complete':
      return <CompleteDialog {...both} />
    case 'reopen':
      return <ReopenDialog {...both} />
    case 'cancel':
      return <CancelDialog {...both} />
  }
}
