import type { ReactNode } from 'react'
import type { Entry } from '#contract/history.ts'
import type { HistoryLine } from '#contract/parties/history.ts'
import { actorName } from '#web/history/days.tsx'
import { EventIcon } from '#web/history/event-icon.tsx'
import { differencesOf, eventWords } from '#web/history/event-words.ts'
import { ChannelMark } from '#web/inbox/channel-mark.tsx'
import { ContentLine } from '#web/inbox/thread/content-line.tsx'
import { MessageFiles } from '#web/inbox/thread/message-files.tsx'
import { OriginChip } from '#web/inbox/thread/origin-chip.tsx'
import { MessageWords } from '#web/inbox/thread/message-words.tsx'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { cx } from '#web/ui/cx.ts'
import { EventRow, MessageBlock } from '#web/ui/talk/timeline.tsx'
import css from './history.module.css'

const TO = { in: 'outside', out: 'customer', note: 'inside' } as const

/** One line: words with who said them and where, or a fact; the mark at its side opens what it is of. */
export function HistoryRow({ line }: { line: HistoryLine }) {
  if (line.message) return <MessageLine line={line} message={line.message} />
  return line.fact && <FactLine line={line} fact={line.fact} />
}

type OfMessage = { line: HistoryLine; message: NonNullable<HistoryLine['message']> }

function MessageLine({ line: { id, dialogue }, message }: OfMessage) {
  const { side, member, contact, author_name, content, sent_at, channel } = message
  if (content?.kind === 'notice') return <ContentLine message={message} />
  const name = author_name ?? t('inbox.program')
  const who = (side === 'in' ? contact : member) ?? { id, name }
  const place = dialogue?.title ?? t(`channel.kind.${channel}`)
  return (
    <MessageBlock
      at={sent_at}
      who={who}
      to={TO[side]}
      about={
        <>
          <Link
            className={css.door}
            to="/contacts"
            search={{ open: dialogue?.id }}
            aria-label={t('history.in_dialogue', { name: place })}
          >
            <ChannelMark kind={channel} alone={false} />
            <span>{place}</span>
          </Link>
          <OriginChip message={message} />
        </>
      }
    >
      <MessageWords message={message} />
      <MessageFiles message={message} />
    </MessageBlock>
  )
}

type OfFact = { line: HistoryLine; fact: Entry }

function FactLine({ line, fact }: OfFact) {
  const said = saidIn(fact)
  const door = <OrderDoor line={line} />
  const words = eventWords(fact)
  if (said)
    return (
      <MessageBlock
        at={fact.at}
        who={{ id: fact.actor?.id ?? fact.id, name: fact.actor?.name ?? t('history.system') }}
        to={fact.actor?.kind === 'customer' ? 'outside' : 'inside'}
        about={
          <>
            {door}
            {fact.task && <span>{fact.task.title}</span>}
          </>
        }
      >
        {said}
      </MessageBlock>
    )
  return (
    <EventRow at={fact.at} icon={<EventIcon entry={fact} />} who={actorName(fact)}>
      {namesItsOrder(fact) ? <OrderDoor line={line}>{words}</OrderDoor> : words} {!namesItsOrder(fact) && door}
      {differencesOf(fact).map(({ id, field, from, to }) => (
        <span key={id} className={css.change}>
          {field}: {from !== null && <s>{from}</s>} <b>{to}</b>
        </span>
      ))}
      <Photo fact={fact} />
    </EventRow>
  )
}

/** The words that a fact is: said in a task, noted among ourselves, or written by the customer to his decision. */
function saidIn({ name, facts, comment }: Entry): string | null {
  if (comment) return comment.text
  if (name === 'order.noted') return String(facts['text'])
  const words = facts['words']
  return (name === 'order.accepted' || name === 'order.rejected') && typeof words === 'string' && words
    ? `${t(name === 'order.accepted' ? 'history.accepted' : 'history.rejected')}: ${words}`
    : null
}

/** Its sentence has the number of the order already, and is the door itself. */
const namesItsOrder = ({ name }: Entry): boolean => name === 'order.created'

/** Leads to the order that a line is of. */
function OrderDoor({ line: { order }, children }: { line: HistoryLine; children?: ReactNode }) {
  if (!order) return children
  return (
    <Link className={cx(!children && css.door)} to={`/orders/${order.id}`} title={order.title}>
      {children ?? t('history.order', { number: order.number })}
    </Link>
  )
}

function Photo({ fact: { name, facts } }: { fact: Entry }) {
  const file_id = facts['file_id']
  if (name !== 'task.photo_added' || typeof file_id !== 'string') return null
  return (
    <a className={css.photo} href={`/api/files/${file_id}`} target="_blank" rel="noreferrer">
      <img src={`/api/files/${file_id}?w=240`} alt={t('task.photos')} loading="lazy" />
    </a>
  )
}
