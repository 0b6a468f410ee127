import {
  IconMapPin,
  IconPhoneIncoming,
  IconPhoneOff,
  IconPhoneOutgoing,
  IconQuestionMark,
  IconUser,
} from '@tabler/icons-react'
import type { Message } from '#contract/inbox/conversations.ts'
import { duration, phoneForm } from '#web/platform/format.ts'
import { knows, t } from '#web/platform/words.ts'
import { EventRow } from '#web/ui/talk/timeline.tsx'
import css from './content.module.css'

/** What a message is beside or instead of words: a call, a place, a card, a sticker, something unknown. */
export function ContentLine({ message: { content, sent_at, author_name, text } }: { message: Message }) {
  if (!content) return null
  switch (content.kind) {
    case 'notice':
      return (
        <EventRow at={sent_at} who={content.who ?? author_name}>
          {[knows(content.code) ? t(content.code) : content.code, text].filter(Boolean).join(': ')}
        </EventRow>
      )
    case 'call':
      return (
        <span className={css.content}>
          {callIcon(content)}
          {t(content.missed ? 'call.missed' : content.incoming ? 'call.in' : 'call.out')}
          {content.seconds ? `, ${duration(Math.max(1, Math.round(content.seconds / 60)))}` : ''}
          <a href={`tel:${content.phone}`}>{phoneForm(content.phone)}</a>
        </span>
      )
    case 'location':
      return (
        <a className={css.content} href={mapOf(content)} target="_blank" rel="noreferrer">
          <IconMapPin size={14} stroke={1.75} aria-hidden="true" />
          {[content.title, content.address].filter(Boolean).join(', ') || t('inbox.place')}
        </a>
      )
    case 'contact':
      return (
        <span className={css.content}>
          <IconUser size={14} stroke={1.75} aria-hidden="true" />
          {content.name} <a href={`tel:${content.phone}`}>{phoneForm(content.phone)}</a>
        </span>
      )
    case 'sticker':
      return <span className={css.sticker}>{content.emoji || t('inbox.sticker')}</span>
    case 'unknown':
      return (
        <span className={css.content}>
          <IconQuestionMark size={14} stroke={1.75} aria-hidden="true" />
          {t('inbox.unknown', { name: content.name })}
        </span>
      )
  }
}

const mapOf = ({ latitude, longitude }: { latitude: number; longitude: number }): string =>
  `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`

function callIcon({ missed, incoming }: { missed: boolean; incoming: boolean }) {
  const Icon = missed ? IconPhoneOff : incoming ? IconPhoneIncoming : IconPhoneOutgoing
  return <Icon size={14} stroke={1.75} aria-hidden="true" />
}
