import { getOrder } from '#contract/orders.ts'
import { useMaybe } from '#web/platform/ask.ts'
import type { Act } from '../board/use-moves.ts'
import { CancelDialog, CompleteDialog } from './ending-dialogs.tsx'
import { SendDialog } from './send-dialog.tsx'

type Props = { order_id: string; act: Act; onClose: () => void }

/** A drop that needs words or a confirmation opens the dialog of its act. */
export function AfterMove({ order_id, act, onClose }: Props) {
  const order = useMaybe(getOrder, { order_id })
  if (!order) return null
  if (act === 'send') return <SendDialog order={order} onClose={onClose} />
  if (act === 'complete') return <CompleteDialog order={order} onClose={onClose} />
  return <CancelDialog order={order} onClose={onClose} />
}
