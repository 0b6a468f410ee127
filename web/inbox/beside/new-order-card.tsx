import { useState } from 'react'
import { IconPaperclip, IconX } from '@tabler/icons-react'
import type { Conversation, Message } from '#contract/inbox/conversations.ts'
import { orderFromDialogue } from '#contract/inbox/order-dialogues.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { type Draft, emptyDraft, toSend } from '#web/orders/entry/draft.ts'
import { ReadingRows } from '#web/orders/entry/reading-rows.tsx'
import { RequestText } from '#web/orders/entry/request-text.tsx'
import { useReading } from '#web/orders/entry/use-reading.ts'
import { CustomerField } from './customer-field.tsx'
import css from './beside.module.css'

type Props = {
  conversation: Conversation
  chosen: readonly Message[]
  onEnd: () => void
  onMade: (words: string) => void
}

/**
 * The order that is made of a dialogue: what was read out of the chosen words is offered, never silently decided, and
 * doubts do not stop it. Until messages are chosen, those count that nobody has answered.
 */
export function NewOrderCard({ conversation, chosen, onEnd, onMade }: Props) {
  const { contact_card: contact, counterparty_card: counterparty, sites } = conversation
  const [known] = useState(() => ({ ...emptyDraft, contact, counterparty, sites }))
  const [draft, setDraft] = useState<Draft>(known)
  const [typed, setTyped] = useState<string | null>(null)
  const [customer, setCustomer] = useState<{ id: string | null; name: string } | null>(null)
  const words = wordsOf(chosen)
  const request = typed ?? words
  const { reading, pending, latest } = useReading(request)
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const files = chosen.flatMap((message) => message.files).filter(({ file }) => file !== null)
  const create = useCall(orderFromDialogue, {
    inline: true,
    onSuccess: ({ number }) => {
      toast(t('entry.created', { number }))
      onMade(t('inbox.order_taken', { number }))
    },
  })
  const make = () =>
    void latest().then((read) => {
      const { source: _source, caller: _caller, ...fields } = toSend({ ...draft, request }, read)
      create.mutate({
        ...fields,
        conversation_id: conversation.id,
        message_ids: chosen.map(({ id }) => id),
        ...(!counterparty && customer?.id && { counterparty_id: customer.id }),
        ...(!counterparty && customer && !customer.id && { counterparty_name: customer.name }),
      })
    })
  return (
    <section className={css.card} aria-label={t('inbox.new_order')}>
      <header>
        <span>
          <h2>{t(`inbox.new_order_of.${conversation.channel.kind}`)}</h2>
          <small>{t(chosen.length > 0 ? 'inbox.read_check' : 'inbox.choose_messages')}</small>
        </span>
        <IconButton size="sm" label={t('do.close')} icon={<IconX size={16} stroke={1.75} />} onClick={onEnd} />
      </header>
      <div className={css.fields}>
        <RequestText
          value={request}
          reading={reading}
          autofocus={false}
          error={undefined}
          onChange={setTyped}
          onEnter={make}
        />
        <ReadingRows draft={{ ...draft, request }} reading={reading} pending={pending} onChange={change} />
        <CustomerField known={counterparty} value={customer} onChange={setCustomer} />
        {files.length > 0 && (
          <span className={css.files}>
            <IconPaperclip size={14} stroke={1.75} aria-hidden="true" />
            {t('inbox.files_along', { n: files.length })}
          </span>
        )}
        <ProblemNote error={create.error} />
        <Button wide variant="primary" busy={create.isPending} onClick={() => request.trim() && make()}>
          {t('entry.create')}
        </Button>
      </div>
    </section>
  )
}

/** The chosen messages in the order of their time, as one request. */
const wordsOf = (chosen: readonly Message[]): string =>
  chosen
    .toSorted((one, other) => one.sent_at.localeCompare(other.sent_at))
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .join('\n\n')
