import {
  IconBeach,
  IconCertificate,
  IconCertificateOff,
  IconCircleCheck,
  IconHandStop,
  IconHelpCircle,
  IconPlugConnectedX,
  IconThumbDown,
  IconThumbUp,
  IconUserX,
  type TablerIcon,
} from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import type { getWaiting } from '#contract/history.ts'
import type { Reply } from '#contract/endpoint.ts'
import { useMayBegin } from '#web/app/me.ts'
import { withPeopleWords } from '#web/app/people-words.ts'
import { ago, clock, day as dayAsSaid, dayDigits, dayName, dayOf, moment } from '#web/platform/format.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { cx } from '#web/ui/cx.ts'
import css from './waiting.module.css'

// With the words of people, which only their pages bring.
const AnswerRequest = lazy(() =>
  withPeopleWords(() => import('#web/people/pools/answer-request.tsx')).then((module) => ({
    default: module.AnswerRequest,
  })),
)

type Row = Reply<typeof getWaiting>['rows'][number]

const LOOKS: Record<Row['kind'], [TablerIcon, 'note' | 'bad' | 'good' | 'plain']> = {
  question: [IconHelpCircle, 'note'],
  task_to_check: [IconCircleCheck, 'plain'],
  order_rejected: [IconThumbDown, 'bad'],
  order_accepted: [IconThumbUp, 'good'],
  order_silent: [IconThumbUp, 'plain'],
  task_declined: [IconUserX, 'bad'],
  pool_request: [IconHandStop, 'plain'],
  certificate_expired: [IconCertificateOff, 'bad'],
  certificate_expiring: [IconCertificate, 'plain'],
  absence_asked: [IconBeach, 'plain'],
  channel_failing: [IconPlugConnectedX, 'bad'],
}

/** What waits for this person, the longest first as the server says; each leads to where it is done. */
export function WaitingList({ rows, onGo }: { rows: Row[]; onGo?: () => void }) {
  const mayAnswer = useMayBegin()()
  return (
    <ul className={css.list}>
      {rows.map((row) => (
        <li
          key={`${row.kind}${row.task_id ?? row.order_id ?? row.pool_request_id ?? row.person?.id}${row.at}${row.title}`}
        >
          <WaitingRow row={row} {...(onGo && { onGo })} />
          {row.pool_request_id && mayAnswer && (
            <Suspense fallback={<div className={css.answer} />}>
              <AnswerRequest pool_request_id={row.pool_request_id} />
            </Suspense>
          )}
        </li>
      ))}
    </ul>
  )
}

function WaitingRow({ row, onGo }: { row: Row; onGo?: () => void }) {
  const { kind, at, person, words, day, days } = row
  const [Icon, tone] = LOOKS[kind]
  return (
    <Link {...placeOf(row)} className={css.row} onClick={onGo}>
      <Icon size={16} stroke={1.75} className={cx(css.icon, css[tone])} aria-hidden="true" />
      <span className={css.what}>
        <span className={css.head}>
          <b>
            {kind === 'absence_asked'
              ? t('waiting.absence_asked', { kind: days?.kind ?? 'other' })
              : t(`waiting.${kind}`)}
          </b>
          {person && <span>{person.name}</span>}
          {day === null ? (
            <time dateTime={at}>{ago(at)}</time>
          ) : (
            <time dateTime={day}>{t('waiting.until', { day: dayDigits(day) })}</time>
          )}
        </span>
        {words && <span className={css.words}>{words}</span>}
        <span className={css.about}>{aboutOf(row)}</span>
      </span>
    </Link>
  )
}

/** What it is about; of an absent person's matters, whose it is. */
function aboutOf({ title, order_number, days, span, whose }: Row): string {
  return [
    span && timeOf(span),
    title,
    days && [...new Set([days.from_day, days.to_day])].map((on) => dayName(on)).join(' – '),
    order_number !== null && t('waiting.order', { number: order_number }),
    whose && t('waiting.whose', { name: whose.name }),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** «вт, 24 нояб., 12:00–16:00»; with both days where they differ. */
function timeOf({ starts_at, ends_at }: NonNullable<Row['span']>): string {
  if (dayOf(starts_at) !== dayOf(ends_at)) return `${moment(starts_at)} – ${moment(ends_at)}`
  return `${dayAsSaid(starts_at)}, ${clock(starts_at)}–${clock(ends_at)}`
}

/** Where it is answered: at the task of the order's card, at the task alone, or on the person's page. */
function placeOf({ kind, order_id, task_id, pool_request_id, person, days }: Row): {
  to: string
  search?: Record<string, string>
} {
  if (kind.startsWith('certificate') && person) return { to: `/performers/${person.id}` }
  if (kind === 'channel_failing') return { to: '/settings/channels' }
  if (days) return { to: '/settings/absences', search: { open: days.absence_id } }
  if (pool_request_id) return { to: '/pools' }
  if (order_id) return { to: `/orders/${order_id}`, ...(task_id && { search: { task: task_id } }) }
  return { to: task_id ? `/tasks/${task_id}` : '/' }
}
