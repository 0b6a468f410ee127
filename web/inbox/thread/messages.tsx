import { Fragment, useLayoutEffect, useRef } from 'react'
import { type Conversation, listMessages, type Message } from '#contract/inbox/conversations.ts'
import { useList } from '#web/platform/ask.ts'
import { day, dayOf } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { DayLine } from '#web/ui/talk/timeline.tsx'
import { withAlbums } from './albums.ts'
import { MessageRow } from './message-row.tsx'
import css from './thread.module.css'

type Props = {
  conversation: Conversation
  chosen: readonly Message[]
  onChoose: ((messages: readonly Message[]) => void) | undefined
  onOrder: (messages: readonly Message[]) => void
  onAnswer: (message: Message) => void
}

/** The words of a dialogue in their order, the youngest at the bottom, where it opens and stays. */
export function Messages({ conversation, chosen, onChoose, onOrder, onAnswer }: Props) {
  const { rows, has_more, loading_more, more } = useList(listMessages, { conversation_id: conversation.id })
  const messages = withAlbums(rows.toReversed())
  const box = useRef<HTMLDivElement>(null)
  useBottom(box, rows[0]?.id)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
    <div ref={box} className={css.messages} tabIndex={0} role="log" aria-label={t('inbox.messages')}>
      {has_more && (
        <Button size="sm" variant="quiet" busy={loading_more} onClick={more}>
          {t('inbox.earlier')}
        </Button>
      )}
      {messages.map(({ message, parts }, i) => (
        <Fragment key={message.id}>
          {dayOf(message.sent_at) !== dayOf(messages[i - 1]?.message.sent_at ?? '1970-01-01T00:00:00Z') && (
            <DayLine>{day(message.sent_at)}</DayLine>
          )}
          <MessageRow
            message={message}
            conversation={conversation}
            chosen={chosen.some(({ id }) => id === message.id)}
            onChoose={onChoose && (() => onChoose(parts))}
            onOrder={() => onOrder(parts)}
            onAnswer={onAnswer}
          />
        </Fragment>
      ))}
    </div>
  )
}

/** Opens at the youngest word, and follows the next one only when the reader is there already. */
function useBottom(box: React.RefObject<HTMLDivElement | null>, newest: string | undefined): void {
  const near = useRef(true)
  useLayoutEffect(() => {
    const at = box.current
    if (!at) return
    const follow = () => {
      if (near.current) at.scrollTo({ top: at.scrollHeight })
    }
    follow()
    // Pictures come later and push the words away from the bottom.
    const grown = new ResizeObserver(follow)
    for (const child of at.children) grown.observe(child)
    const scrolled = () => {
      near.current = at.scrollHeight - at.scrollTop - at.clientHeight < 80
    }
    at.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      grown.disconnect()
      at.removeEventListener('scroll', scrolled)
    }
  }, [box, newest])
}
