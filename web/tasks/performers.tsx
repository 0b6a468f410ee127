import { lazy, Suspense, useState } from 'react'
import { IconPhone } from '@tabler/icons-react'
import type { Assignee, Task } from '#contract/tasks.ts'
import { duration, moment } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { Avatar } from '#web/ui/person.tsx'
import { TaskMark } from '#web/ui/phase.tsx'
import { Section } from '#web/ui/rows.tsx'
import css from './tasks.module.css'

const AssignDialog = lazy(() => import('./assign-dialog.tsx').then((module) => ({ default: module.AssignDialog })))

/** Each performer's own part: where he stands, his hours, his phone. */
export function Performers({ task }: { task: Task }) {
  const { assignees, lead_id, can } = task
  const [assigning, setAssigning] = useState(false)
  return (
    <Section
      title={t('task.performers')}
      end={
        !can.change && (
          <Button size="sm" onClick={() => setAssigning(true)}>
            {t('task.assign')}
          </Button>
        )
      }
    >
      {assignees.length === 0 && <p className={css.quiet}>{t('task.nobody')}</p>}
      {assignees.map((one) => (
        <div key={one.member.id} className={css.performer}>
          <Avatar who={one.member} alone={false} />
          <span className={css.who}>
            <span>
              {one.member.name} {one.member.id === lead_id && assignees.length > 1 && <Chip>{t('task.lead')}</Chip>}
            </span>
            <small>
              <TaskMark state={one.state} size={12} /> {stateWords(one)}
            </small>
          </span>
          <span className={css.minutes}>{one.minutes > 0 && duration(one.minutes)}</span>
          {one.phone && (
            <a href={`tel:${one.phone}`} aria-label={t('contact.call', { name: one.member.name })} title={one.phone}>
              <IconPhone size={16} stroke={1.75} aria-hidden="true" />
            </a>
          )}
        </div>
      ))}
      <Suspense>{assigning && <AssignDialog task={task} onClose={() => setAssigning(false)} />}</Suspense>
    </Section>
  )
}

function stateWords({
  state,
  decline_reason,
  zero_reason,
  timer_since,
  done_at,
  started_at,
  accepted_at,
}: Assignee): string {
  if (state === 'declined') return t('task.part_declined', { reason: decline_reason ?? '' })
  if (timer_since) return t('task.part_running', { at: moment(timer_since) })
  if (state === 'done')
    return zero_reason ? t('task.part_zero', { reason: zero_reason }) : at('task.part_done', done_at)
  if (state === 'in_progress') return at('task.part_started', started_at)
  return state === 'accepted' ? at('task.part_accepted', accepted_at) : t('task.part_new')
}

const at = (key: 'task.part_done' | 'task.part_started' | 'task.part_accepted', when: string | null): string =>
  t(key, { at: when ? moment(when) : '' })
