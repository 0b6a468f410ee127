import { IconClock, IconMapPin, IconUserStar } from '@tabler/icons-react'
import { getTask, type Task } from '#contract/tasks.ts'
import { useReply } from '#web/platform/ask.ts'
import { clock, dayOf, duration, moment, span, phoneForm } from '#web/platform/format.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { Chip } from '#web/ui/chip.tsx'
import { Fact, PageHead } from '#web/ui/page-head.tsx'
import { TaskBadge } from '#web/ui/phase.tsx'
import { Properties, Property, Section } from '#web/ui/rows.tsx'
import { Notice } from '#web/ui/state.tsx'
import { Checklist } from './checklist.tsx'
import { Performers } from './performers.tsx'
import { Photos } from './photos.tsx'
import { TaskActs } from './task-acts.tsx'
import { Thread } from './thread.tsx'
import { TimeEntries } from './time-entries.tsx'
import css from './tasks.module.css'

/** A task as its manager sees it: state and what is lacking, people, points, hours, photos, words. */
export function TaskCard({ task_id, on_page = false }: { task_id: string; on_page?: boolean }) {
  const task = useReply(getTask, { task_id })
  return (
    <>
      <PageHead
        {...(on_page && {
          crumbs: [
            <Link key="all" to="/tasks">
              {t('nav.tasks')}
            </Link>,
            t('task.heading', { number: task.number }),
          ],
        })}
        title={task.title}
        badge={<TaskBadge state={task.state} />}
        facts={<Facts task={task} />}
      >
        <TaskActs task={task} />
      </PageHead>
      <State task={task} />
      <div className={css.sections}>
        <Performers task={task} />
        {task.instructions && (
          <Section title={t('task.instructions')}>
            <p className={css.text}>{task.instructions}</p>
          </Section>
        )}
        <Checklist task={task} />
        <Photos task={task} />
        <TimeEntries task={task} />
        <Thread task={task} />
        <Place task={task} />
      </div>
    </>
  )
}

function Facts({ task: { starts_at, ends_at, place, reference, curator, estimate_minutes } }: { task: Task }) {
  const same = starts_at && ends_at && dayOf(starts_at) === dayOf(ends_at)
  const range = starts_at && ends_at && (same ? `${moment(starts_at)}–${clock(ends_at)}` : span(starts_at, ends_at))
  const when = range || (starts_at && moment(starts_at))
  return (
    <>
      {reference && <Chip tone="outline">{reference}</Chip>}
      {when && (
        <Fact icon={<IconClock size={16} stroke={1.75} aria-hidden="true" />}>
          {when}
          {estimate_minutes && (
            <span className={css.quiet}>{t('task.plan', { time: duration(estimate_minutes) })}</span>
          )}
        </Fact>
      )}
      {place && <Fact icon={<IconMapPin size={16} stroke={1.75} aria-hidden="true" />}>{place}</Fact>}
      <Fact icon={<IconUserStar size={16} stroke={1.75} aria-label={t('task.curator')} />}>{curator.name}</Fact>
    </>
  )
}

function State({ task: { state, return_reason, cancel_reason, returns } }: { task: Task }) {
  if (state === 'cancelled' && cancel_reason) {
    return (
      <div className={css.notice}>
        <Notice tone="info" title={t('task.was_cancelled')}>
          {cancel_reason}
        </Notice>
      </div>
    )
  }
  if (!return_reason || state === 'closed') return null
  return (
    <div className={css.notice}>
      <Notice title={t('task.was_returned', { n: returns })}>{return_reason}</Notice>
    </div>
  )
}

function Place({ task: { access_note, site_contact_name, site_contact_phone } }: { task: Task }) {
  if (!access_note && !site_contact_name) return null
  return (
    <Section title={t('task.on_site')}>
      <Properties>
        {access_note && <Property label={t('task.access')}>{access_note}</Property>}
        {site_contact_name && (
          <Property label={t('order.contact')}>
            {site_contact_name}{' '}
            {site_contact_phone && (
              <a className={css.phone} href={`tel:${site_contact_phone}`}>
                {phoneForm(site_contact_phone)}
              </a>
            )}
          </Property>
        )}
      </Properties>
    </Section>
  )
}
