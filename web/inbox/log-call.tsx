import { useState } from 'react'
import { Textarea, TextInput } from '@mantine/core'
import { findCaller } from '#contract/counterparties.ts'
import { logCall } from '#contract/inbox/calls.ts'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import { phoneForm } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { Segments } from '#web/ui/tabs.tsx'
import css from './inbox.module.css'

type Props = { phone: string; onClose: () => void; onLogged: (conversation_id: string) => void }
type Direction = 'in' | 'missed' | 'out'

/** A call in ten seconds: the number finds who it is, a line says what about. */
export function LogCall({ phone: known, onClose, onLogged }: Props) {
  const [phone, setPhone] = useState(known)
  const [direction, setDirection] = useState<Direction>('in')
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const digits = phone.replaceAll(/\D/g, '')
  const found = useMaybe(findCaller, { phone }, digits.length >= 7)?.rows[0]
  const log = useCall(logCall, {
    inline: true,
    onSuccess: ({ conversation }) => onLogged(conversation.id),
  })
  const save = () => {
    const missed = direction === 'missed'
    const about = { ...(text.trim() && { text: text.trim() }), ...(!found && name.trim() && { name: name.trim() }) }
    log.mutate({ phone, incoming: direction !== 'out', missed, ...about })
  }
  return (
    <Dialog
      title={t('inbox.log_call')}
      onClose={onClose}
      onSubmit={() => digits && save()}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={log.isPending}>
            {t('inbox.log')}
          </Button>
        </>
      }
    >
      <div className={css.call}>
        <Segments
          label={t('call.which')}
          at={direction}
          onGo={setDirection}
          tabs={[
            { id: 'in', name: t('call.in') },
            { id: 'missed', name: t('call.missed') },
            { id: 'out', name: t('call.out') },
          ]}
        />
        <TextInput
          data-autofocus
          type="tel"
          label={t('entry.phone')}
          placeholder="+375 29 000-00-00"
          maxLength={40}
          value={phone}
          description={
            found && t('call.found', { name: found.contact.name, at: found.counterparty?.name ?? phoneForm(phone) })
          }
          onChange={(event) => setPhone(event.target.value)}
        />
        {!found && (
          <TextInput
            label={t('entry.name')}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
        <Textarea
          label={t('call.about')}
          autosize
          minRows={2}
          maxLength={5000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <ProblemNote error={log.error} />
      </div>
    </Dialog>
  )
}
