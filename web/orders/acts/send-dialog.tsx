import { useState } from 'react'
import { Select, Textarea } from '@mantine/core'
import { getCounterparty } from '#contract/counterparties.ts'
import type { Reply } from '#contract/endpoint.ts'
import { getResult, type Order, sendToAcceptance, type Silence } from '#contract/orders.ts'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import { dayDigits, dayInWords } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { Bone, Bones, ProblemNote } from '#web/ui/state.tsx'
import { lower } from '../list/warning-line.tsx'
import { PhotoChoice } from './photo-choice.tsx'
import { SentLink } from './sent-link.tsx'
import css from './acts.module.css'

type Props = { order: Order; onClose: () => void }

/** Shows the result to the customer: what was done, which photos, to whom; then the link to hand over. */
export function SendDialog({ order, onClose }: Props) {
  const result = useMaybe(getResult, { order_id: order.id })
  const send = useCall(sendToAcceptance, { inline: true })
  // As it was when the dialog opened: the sent round is counted by then.
  const [title] = useState(() => t('send.heading', { n: order.rounds.length + 1 }))
  if (send.data) {
    return (
      <Dialog title={title} onClose={onClose} foot={<Button onClick={onClose}>{t('do.close')}</Button>}>
        <SentLink url={send.data.url} mailed_to={send.data.mailed_to} title={t('send.sent')} />
      </Dialog>
    )
  }
  if (!result) {
    return (
      <Dialog wide title={title} onClose={onClose}>
        <Bones>
          <Bone h={120} />
        </Bones>
      </Dialog>
    )
  }
  return <Look title={title} result={result} order={order} send={send} onClose={onClose} />
}

type LookProps = Props & {
  title: string
  result: Reply<typeof getResult>
  send: ReturnType<typeof useCall<typeof sendToAcceptance>>
}

function Look({ title, result, order, send, onClose }: LookProps) {
  const [summary, setSummary] = useState(result.summary)
  const [photos, setPhotos] = useState(
    () => new Set(result.photos.filter(({ photo }) => photo.for_customer).map(({ photo }) => photo.file.id)),
  )
  const [contact, setContact] = useState(order.contact?.id ?? null)
  const [answer_by, setAnswerBy] = useState<string | null>(null)
  const known = useMaybe(
    getCounterparty,
    { counterparty_id: order.counterparty?.id ?? '' },
    order.counterparty !== null,
  )
  const contacts = known?.contacts ?? (order.contact ? [order.contact] : [])
  const go = () =>
    send.mutate({
      order_id: order.id,
      version: order.version,
      ...(summary.trim() && { summary: summary.trim() }),
      photo_ids: [...photos],
      ...(contact && { contact_id: contact }),
      ...(answer_by && { answer_by }),
    })
  const toggle = (id: string) =>
    setPhotos((now) => {
      const next = new Set(now)
      if (!next.delete(id)) next.add(id)
      return next
    })
  return (
    <Dialog
      wide
      title={title}
      onClose={onClose}
      onSubmit={go}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={send.isPending}>
            {t('send.send')}
          </Button>
        </>
      }
    >
      <div className={css.stack}>
        <Textarea
          label={t('send.done')}
          description={t('send.done_hint')}
          autosize
          minRows={4}
          maxLength={10_000}
          value={summary}
          onChange={(event) => setSummary(event.target.value)}
        />
        <PhotoChoice photos={result.photos.map(({ photo }) => photo)} chosen={photos} onToggle={toggle} />
        {result.workers.length > 0 && (
          <p className={css.quiet}>
            {t('send.workers', {
              names: result.workers
                .map(({ member, trade }) => (trade ? `${member.name} (${lower(trade)})` : member.name))
                .join(', '),
            })}
          </p>
        )}
        <div className={css.two}>
          <Select
            label={t('send.to')}
            placeholder={t('send.nobody')}
            data={contacts.map(({ id, name }) => ({ value: id, label: name }))}
            value={contact}
            onChange={setContact}
          />
          <WhenField label={t('send.answer_by')} hour="18:00" value={answer_by} onChange={setAnswerBy} />
        </div>
        {result.silence && <SilenceNote silence={result.silence} />}
        <ProblemNote error={send.error} />
      </div>
    </Dialog>
  )
}

/** What comes of no answer, before the manager sends. */
function SilenceNote({ silence }: { silence: Silence }) {
  const { days: n, last_day, contract_number: contract, contract_signed_on } = silence
  const about = { n, day: dayInWords(last_day), contract, signed_on: dayDigits(contract_signed_on) }
  // Of one day the letter of today says it all.
  return <p className={css.quiet}>{t('send.silence', { ...about, reminded: n > 1 ? 'yes' : 'no' })}</p>
}
