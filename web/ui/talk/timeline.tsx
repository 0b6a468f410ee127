import type { ReactNode } from 'react'
import { IconLock, IconSend } from '@tabler/icons-react'
import { clock, fullMoment } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { cx } from '../cx.ts'
import { Avatar, type Someone } from '../person.tsx'
import css from './talk.module.css'

/** Parts the days of a timeline: «вт, 24 нояб.», «сегодня». */
export function DayLine({ children }: { children: ReactNode }) {
  return <div className={css.day}>{children}</div>
}

const Clock = ({ at }: { at: string }) => (
  <time dateTime={at} title={fullMoment(at)}>
    {clock(at)}
  </time>
)

type EventProps = { at: string; icon?: ReactNode; who?: string | null; children: ReactNode }

/** A fact of the history in one line: mark, who, what, when. */
export function EventRow({ at, icon, who, children }: EventProps) {
  return (
    <div className={css.event}>
      <span className={css.dot}>{icon}</span>
      <span>
        {who && <b>{who}</b>} {children}
      </span>
      <Clock at={at} />
    </div>
  )
}

type MessageProps = {
  at: string
  who: Someone
  /** Words in place of the name: «Вы». */
  name?: string
  /** `outside` came from the customer or a performer; `customer` went to him; `inside` only we see. */
  to: 'outside' | 'customer' | 'inside'
  /** Beside the name: channel, task, a chip of waiting. */
  about?: ReactNode
  /** Delivery state beside the time. */
  state?: ReactNode
  /** Photos at the right. */
  media?: ReactNode
  acts?: ReactNode
  children: ReactNode
}

/** Somebody's words. The colour says who sees them, and the word beside the name says it too. */
export function MessageBlock({ at, who, name, to, about, state, media, acts, children }: MessageProps) {
  return (
    <div className={cx(css.message, to !== 'outside' && css[to])}>
      <Avatar who={who} alone={false} />
      <div className={css.box}>
        <div className={css.words}>
          <div className={css.head}>
            <b>{name ?? who.name}</b>
            {to === 'customer' && (
              <span className={css.tag}>
                <IconSend size={14} stroke={1.75} aria-hidden="true" />
                {t('composer.to_customer')}
              </span>
            )}
            {to === 'inside' && (
              <span className={css.tag}>
                <IconLock size={14} stroke={1.75} aria-hidden="true" />
                {t('composer.inside')}
              </span>
            )}
            {about}
            <span className={css.end}>
              <Clock at={at} />
              {state}
            </span>
          </div>
          <div className={css.body}>{children}</div>
          {acts && <div className={css.acts}>{acts}</div>}
        </div>
        {media && <div className={css.media}>{media}</div>}
      </div>
    </div>
  )
}
