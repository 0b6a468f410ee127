import { IconAlertCircle } from '@tabler/icons-react'
import type { ConversationRow } from '#contract/inbox/conversations.ts'
import { useMe } from '#web/app/me.ts'
import { clock, day, dayOf, fullMoment, moment, today, waited } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Chip } from '#web/ui/chip.tsx'
import { Avatar } from '#web/ui/person.tsx'
import { ChannelMark } from './channel-mark.tsx'
import { longWait, nameOf } from './dialogue-words.ts'
import css from './inbox.module.css'

type Props = { row: ConversationRow; open: boolean; onOpen: () => void }

/** One dialogue of the list: who, where from, the last words, and how long he waits. */
export function DialogueRow({ row, open, onOpen }: Props) {
  const name = nameOf(row)
  return (
    <button
      type="button"
      className={css.row}
      aria-current={open || undefined}
      data-unread={row.unread || undefined}
      onClick={onOpen}
    >
      <span className={css.face}>
        <Avatar who={{ id: row.contact?.id ?? row.id, name }} size={32} alone={false} />
        <span className={css.by}>
          <ChannelMark kind={row.channel.kind} size={12} />
        </span>
      </span>
      <span className={css.said}>
        <span className={css.top}>
          <b>{name}</b>
          {row.unread && <span className={css.hidden}>{t('inbox.unread')}</span>}
          <time dateTime={row.last_at} title={fullMoment(row.last_at)}>
            {dayOf(row.last_at) === today() ? clock(row.last_at) : day(row.last_at)}
          </time>
        </span>
        <span className={css.where}>{row.counterparty?.name ?? row.title ?? row.channel.name}</span>
        <Preview row={row} />
        <Marks row={row} />
      </span>
    </button>
  )
}

function Preview({ row }: { row: ConversationRow }) {
  const { member } = useMe()
  const by = row.preview_by
  const who = row.preview_side === 'out' ? (by?.id === member?.id ? t('message.you') : by?.name) : null
  return (
    <span className={css.preview}>
      {who && `${who}: `}
      {row.preview || t('inbox.no_words')}
    </span>
  )
}

/** How long he waits, what failed, the orders that came of it. */
function Marks({ row }: { row: ConversationRow }) {
  const { waiting_since, state, snoozed_until, failed, orders, assignee } = row
  return (
    <span className={css.marks}>
      {failed && (
        <Chip tone="bad" icon={<IconAlertCircle size={12} stroke={1.75} />}>
          {t('delivery.state.failed')}
        </Chip>
      )}
      {waiting_since && state === 'open' && (
        <Chip tone={longWait(waiting_since) ? 'bad' : 'neutral'}>
          {t('inbox.waits', { span: waited(waiting_since) })}
        </Chip>
      )}
      {state === 'snoozed' && snoozed_until && <Chip>{t('inbox.snoozed_until', { at: moment(snoozed_until) })}</Chip>}
      {state === 'closed' && <Chip>{t('inbox.state.closed')}</Chip>}
      {orders.map(({ id, number }) => (
        <span key={id}>{t('thing.order', { number })}</span>
      ))}
      {assignee && !waiting_since && orders.length === 0 && <span>{assignee.name}</span>}
    </span>
  )
}
