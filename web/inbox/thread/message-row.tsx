import { useState } from 'react'
import { IconArrowBackUp, IconFilePlus } from '@tabler/icons-react'
import type { Conversation, Message } from '#contract/inbox/conversations.ts'
import { useMayBegin, useMe } from '#web/app/me.ts'
import { t } from '#web/platform/words.ts'
import { IconButton } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { cx } from '#web/ui/cx.ts'
import { MessageBlock } from '#web/ui/talk/timeline.tsx'
import { ChannelMark } from '../channel-mark.tsx'
import { ContentLine } from './content-line.tsx'
import { nameOf } from '../dialogue-words.ts'
import { DeliveryState, DeliveryTrouble } from './delivery.tsx'
import { LetterDialog } from './letter-dialog.tsx'
import { MessageFiles } from './message-files.tsx'
import { MessageWords } from './message-words.tsx'
import { OriginChip } from './origin-chip.tsx'
import css from './thread.module.css'

type Props = {
  message: Message
  conversation: Conversation
  chosen: boolean
  /** Present while an order is being made: messages are chosen for it. */
  onChoose: ((message: Message) => void) | undefined
  onOrder: (message: Message) => void
  onAnswer: (message: Message) => void
}

const TO = { in: 'outside', out: 'customer', note: 'inside' } as const

/** One message: the ground says who sees it. What is no words is said in words. */
export function MessageRow({ message, conversation, chosen, onChoose, onOrder, onAnswer }: Props) {
  const { side, content, member, contact } = message
  const me = useMe().member
  if (content?.kind === 'notice') return <ContentLine message={message} />
  const who =
    side === 'in' ? (contact ?? { id: conversation.id, name: message.author_name ?? nameOf(conversation) }) : member
  const mine = member !== null && member.id === me?.id
  return (
    <div className={cx(css.message, css[side], chosen && css.chosen)}>
      {onChoose && side !== 'note' && (
        <label className={css.choose}>
          <input type="checkbox" checked={chosen} onChange={() => onChoose(message)} />
          <span className={css.hidden}>{t('inbox.take_message')}</span>
        </label>
      )}
      <MessageBlock
        at={message.sent_at}
        who={who ?? { id: 'program', name: message.author_name ?? t('inbox.program') }}
        {...(mine && { name: t('message.you') })}
        to={TO[side]}
        about={<About message={message} conversation={conversation} />}
        state={<DeliveryState message={message} />}
        acts={<Acts {...{ message, conversation, onOrder, onAnswer }} />}
      >
        <MessageWords message={message} />
        <MessageFiles message={message} />
        <DeliveryTrouble message={message} />
      </MessageBlock>
    </div>
  )
}

/** Where from, whether a machine wrote it or a person elsewhere, whether it was changed. */
function About({ message, conversation }: Pick<Props, 'message' | 'conversation'>) {
  const { channel, edited_at, removed_at, side } = message
  return (
    <>
      {side === 'in' && channel !== conversation.channel.kind && <ChannelMark kind={channel} />}
      <OriginChip message={message} />
      {edited_at && <span>{t('inbox.edited')}</span>}
      {removed_at && <Chip tone="warn">{t('inbox.removed')}</Chip>}
    </>
  )
}

function Acts({
  message,
  conversation,
  onOrder,
  onAnswer,
}: Pick<Props, 'message' | 'conversation' | 'onOrder' | 'onAnswer'>) {
  const may = useMayBegin()
  const [letter, setLetter] = useState(false)
  const { side, has_html } = message
  if (side === 'note') return null
  return (
    <span className={cx(css.rowActs, !has_html && css.lone)}>
      {!conversation.can.answer && (
        <IconButton
          size="sm"
          label={t('inbox.answer_this')}
          icon={<IconArrowBackUp size={16} stroke={1.75} />}
          onClick={() => onAnswer(message)}
        />
      )}
      {side === 'in' && may('orders.lead') && (
        <IconButton
          size="sm"
          label={t('inbox.order_of_this')}
          icon={<IconFilePlus size={16} stroke={1.75} />}
          onClick={() => onOrder(message)}
        />
      )}
      {has_html && (
        <button type="button" className={css.fold} onClick={() => setLetter(true)}>
          {t('inbox.letter')}
        </button>
      )}
      {letter && <LetterDialog message={message} onClose={() => setLetter(false)} />}
    </span>
  )
}
