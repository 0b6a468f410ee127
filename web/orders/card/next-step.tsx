import type { Can } from '#contract/endpoint.ts'
import type { Order } from '#contract/orders.ts'
import { dayInWords, moment, waited } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { ActionButton } from '#web/ui/action-button.tsx'
import type { ActName, OnAct } from './use-order.ts'
import css from './card.module.css'

type Step = Exclude<Order['next_step'], 'none'>

const STEPS: Record<Step, { act: ActName; can: keyof Order['can'] }> = {
  set_counterparty: { act: 'customer', can: 'change' },
  agree: { act: 'agree', can: 'agree' },
  assign: { act: 'task', can: 'assign' },
  send_to_acceptance: { act: 'send', can: 'send_to_acceptance' },
  await_decision: { act: 'decision', can: 'record_decision' },
  issue_documents: { act: 'documents', can: 'issue_documents' },
  complete: { act: 'complete', can: 'complete' },
}

type Props = { order: Order; in_panel: boolean; onAct: OnAct }

/** The one next step of the process; where it can't be done yet, the line below says why, with links. */
export function NextStep({ order, in_panel, onAct }: Props) {
  const { next_step, can } = order
  if (next_step === 'none') {
    const refusal: Can = can.reopen
    return refusal ? null : (
      <ActionButton refusal={null} onClick={() => onAct('reopen')}>
        {t('step.reopen')}
      </ActionButton>
    )
  }
  const { act, can: right } = STEPS[next_step]
  const waits = next_step === 'await_decision'
  return (
    <span className={css.step}>
      <ActionButton
        refusal={can[right]}
        variant={waits ? 'default' : 'primary'}
        side={in_panel ? 'start' : 'end'}
        onClick={() => onAct(act)}
      >
        {t(`step.${next_step}`)}
      </ActionButton>
      {waits && <Waits order={order} />}
    </span>
  )
}

/** It is the customer's turn: since when, what comes of no answer, and whether he has looked. */
function Waits({ order: { rounds } }: { order: Order }) {
  const round = rounds.findLast(({ decision, withdrawn_at }) => !decision && !withdrawn_at)
  if (!round) return null
  const seen = round.opened_at ? t('round.opened', { at: moment(round.opened_at) }) : t('round.not_opened')
  const { sent_at, silence_broken_at } = round
  const silence = silence_broken_at ? null : round.silence
  const waits = silence
    ? t('round.silence_next', { day: dayInWords(silence.last_day) })
    : t('round.waits', { span: waited(sent_at) })
  return (
    <span className={css.why}>
      {waits}
      {silence ? <br /> : ' · '}
      {seen}
    </span>
  )
}
