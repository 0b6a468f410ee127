import { useEffect, useEffectEvent, useState } from 'react'
import { type Conversation, getConversation, readConversation, type Message } from '#contract/inbox/conversations.ts'
import { useMe } from '#web/app/me.ts'
import { useCall, useReply } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { SidePanel } from '#web/ui/over/side-panel.tsx'
import { AnswerBox } from './answer-box.tsx'
import { About, Beside } from '../beside/beside.tsx'
import type { InboxFilters, SetInboxFilters } from '../inbox-page.tsx'
import { Messages } from './messages.tsx'
import { ThreadHead } from './thread-head.tsx'
import css from './thread.module.css'

type Props = { conversation_id: string; filters: InboxFilters; set: SetInboxFilters }

/** An open dialogue: its words with the place to write, and beside them who it is with and what comes of it. */
export function Dialogue({ conversation_id, filters, set }: Props) {
  const conversation = useReply(getConversation, { conversation_id })
  const [chosen, setChosen] = useState<readonly Message[]>([])
  const [answering, setAnswering] = useState<Message | null>(null)
  const [made, setMade] = useState<string | null>(null)
  const [about, setAbout] = useState(false)
  useReading(conversation)
  const choose = (messages: readonly Message[]) =>
    setChosen((all) => {
      const others = all.filter(({ id }) => messages.every((message) => message.id !== id))
      return others.length < all.length ? others : [...all, ...messages]
    })
  const begin = (messages: readonly Message[] = []) => {
    if (messages.some((message) => !chosen.some(({ id }) => id === message.id))) setChosen(messages)
    set({ order: true })
  }
  const end = () => {
    setChosen([])
    set({ order: undefined })
  }
  return (
    <>
      <section className={css.thread} data-aside={filters.order ? true : undefined}>
        <ThreadHead
          conversation={conversation}
          onBack={() => set({ open: undefined, order: undefined })}
          onOrder={filters.order ? undefined : () => begin()}
          onAbout={() => setAbout(true)}
        />
        <Messages
          conversation={conversation}
          chosen={filters.order ? chosen : []}
          onChoose={filters.order ? choose : undefined}
          onOrder={begin}
          onAnswer={setAnswering}
        />
        <AnswerBox
          conversation={conversation}
          answering={answering}
          onAnswered={() => setAnswering(null)}
          proposed={made}
          onProposed={() => setMade(null)}
        />
      </section>
      <Beside
        conversation={conversation}
        ordering={Boolean(filters.order)}
        chosen={chosen}
        onOrder={() => begin()}
        onEnd={end}
        onMade={(words) => {
          end()
          // A call cannot be answered with words.
          if (!conversation.can.answer) setMade(words)
        }}
      />
      {about && (
        <SidePanel title={t('inbox.about')} onClose={() => setAbout(false)}>
          <About conversation={conversation} />
        </SidePanel>
      )}
    </>
  )
}

/** Whoever looks at a dialogue has read it; not with the eyes of another. */
function useReading({ id, unread, last_at }: Conversation): void {
  const { viewing } = useMe()
  const read = useCall(readConversation)
  const mark = useEffectEvent(() => {
    if (unread && !viewing && document.visibilityState === 'visible') read.mutate({ conversation_id: id })
  })
  useEffect(() => {
    mark()
    const seen = () => mark()
    document.addEventListener('visibilitychange', seen)
    return () => document.removeEventListener('visibilitychange', seen)
  }, [id, unread, last_at])
}
