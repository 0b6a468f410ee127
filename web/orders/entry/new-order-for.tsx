import type { Order } from '#contract/orders.ts'
import { getCounterparty } from '#contract/counterparties.ts'
import { useReply } from '#web/platform/ask.ts'
import { NewOrder } from './new-order.tsx'

type Props = {
  call: boolean
  counterparty_id: string | undefined
  onClose: () => void
  onCreated: (order: Order) => void
}

/** Quick entry; begun from a counterparty's card, it knows whose order it will be. */
export function NewOrderFor({ counterparty_id, ...entry }: Props) {
  return counterparty_id ? <ForKnown counterparty_id={counterparty_id} {...entry} /> : <NewOrder {...entry} />
}

function ForKnown({ counterparty_id, ...entry }: Props & { counterparty_id: string }) {
  const { id, name, contacts, sites } = useReply(getCounterparty, { counterparty_id })
  return <NewOrder {...entry} known={{ counterparty: { id, name }, contact: contacts[0] ?? null, sites }} />
}
