import { IconAlertCircle, IconCheck, IconChecks, IconClock } from '@tabler/icons-react'
import { type Message, resendMessage } from '#contract/inbox/conversations.ts'
import { useMayBegin } from '#web/app/me.ts'
import { useCall } from '#web/platform/ask.ts'
import { clock, moment } from '#web/platform/format.ts'
import { knows, t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { cx } from '#web/ui/cx.ts'
import css from './content.module.css'

/** How far a message of ours has got, beside its time. */
export function DeliveryState({ message: { delivery } }: { message: Message }) {
  if (!delivery) return null
  const { state, changed_at } = delivery
  const Icon = {
    waiting: IconClock,
    sending: IconClock,
    sent: IconCheck,
    delivered: IconChecks,
    read: IconChecks,
    failed: IconAlertCircle,
  }[state]
  return (
    <span className={cx(css.delivery, css[`is_${state}`])}>
      <Icon size={14} stroke={1.75} aria-hidden="true" />
      {state === 'read' ? t('delivery.read_at', { at: clock(changed_at) }) : t(`delivery.state.${state}`)}
    </span>
  )
}

/** Why it did not go out, in words, with the provider's own; and once more. */
export function DeliveryTrouble({ message: { id, delivery } }: { message: Message }) {
  const again = useCall(resendMessage)
  const maySend = useMayBegin()()
  if (!delivery?.fault) return null
  const { state, fault, fault_words, due_at } = delivery
  return (
    <span className={css.trouble}>
      <span>
        {knows(fault) ? t(fault) : fault} {fault_words && <q>{fault_words}</q>}{' '}
        {state === 'waiting' && due_at && t('delivery.again_at', { at: moment(due_at) })}
      </span>
      {maySend && (state === 'failed' || state === 'waiting') && (
        <Button variant="link" busy={again.isPending} onClick={() => again.mutate({ message_id: id })}>
          {t('delivery.again')}
        </Button>
      )}
    </span>
  )
}
