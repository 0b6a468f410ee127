import { IconArrowRight, IconMapPin2, IconMessageQuestion, IconPhone } from '@tabler/icons-react'
import { acceptTask, startTask, type TaskRow } from '#contract/tasks.ts'
import { useState } from 'react'
import { useCall } from '#web/platform/ask.ts'
import { clock, day, span, waited } from '#web/platform/format.ts'
import { go } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { Chip } from '#web/ui/chip.tsx'
import { TaskBadge, type TaskState } from '#web/ui/phase.tsx'
import { BigButton } from '#web/ui/phone/big-button.tsx'
import { Card, CardRow, JobHead } from '#web/ui/phone/card.tsx'
import { DeclineSheet } from './decline-sheet.tsx'
import { callTo, mapOf } from './places.ts'
import css from './field.module.css'

type Props = { row: TaskRow; me: { id: string }; dated: boolean }

/** One job of the day: when, in what state, where, whom to call, and the one next step. */
export function JobCard({ row, me, dated }: Props) {
  const others = row.assignees.filter(({ member, state }) => member.id !== me.id && state !== 'declined')
  const running = row.mine?.timer_since ?? null
  const about = [
    row.reference,
    others.length > 0 && t('field.with', { names: others.map(({ member }) => member.name).join(', ') }),
  ]
  const open = () => go(`/f/tasks/${row.id}`)
  return (
    <Card tone={running ? 'running' : row.mine?.state === 'done' ? 'quiet' : undefined}>
      <button type="button" className={css.head} onClick={open}>
        <JobHead
          time={timeOf(row, dated)}
          badge={
            running ? (
              <Chip tone="accent">{t('field.running', { time: waited(running) })}</Chip>
            ) : (
              <TaskBadge state={stateOf(row)} />
            )
          }
          title={row.title}
          about={about.filter(Boolean).join(', ')}
        />
      </button>
      {row.place && (
        <CardRow
          about={row.access_note}
          act={{ label: t('field.map'), icon: <IconMapPin2 size={22} stroke={1.75} />, href: mapOf(row.place) }}
        >
          {row.place}
        </CardRow>
      )}
      {row.site_contact_phone && (
        <CardRow
          about={t('field.on_site')}
          act={{
            label: t('field.call', { name: row.site_contact_name ?? row.site_contact_phone }),
            icon: <IconPhone size={22} stroke={1.75} />,
            href: callTo(row.site_contact_phone),
          }}
        >
          {row.site_contact_name ?? row.site_contact_phone}
        </CardRow>
      )}
      {row.state === 'returned' && row.return_reason && (
        <p className={css.returned}>
          <b>{t('field.returned')}.</b> {row.return_reason}
        </p>
      )}
      {row.open_questions > 0 && (
        <Chip tone="note" icon={<IconMessageQuestion size={14} stroke={1.75} />}>
          {t('field.questions')}: {row.open_questions}
        </Chip>
      )}
      <NextStep row={row} onOpen={open} />
    </Card>
  )
}

function timeOf({ starts_at, ends_at }: TaskRow, dated: boolean): string {
  if (!starts_at) return t('field.no_time')
  const time = ends_at ? span(starts_at, ends_at) : clock(starts_at)
  return dated ? `${day(starts_at)}, ${time}` : time
}

/** What the performer has done himself, unless the whole task has moved on. */
function stateOf({ state, mine }: TaskRow): TaskState {
  return state === 'returned' || !mine ? state : mine.state
}

function NextStep({ row, onOpen }: { row: TaskRow; onOpen: () => void }) {
  const [declining, setDeclining] = useState(false)
  const accept = useCall(acceptTask)
  const start = useCall(startTask, { onSuccess: onOpen })
  const mine = row.mine?.state ?? 'new'
  const input = { task_id: row.id }
  if (mine === 'new')
    return (
      <div className={css.pair}>
        <BigButton variant="soft" busy={accept.isPending} onClick={() => accept.mutate(input)}>
          {t('field.accept')}
        </BigButton>
        <BigButton narrow onClick={() => setDeclining(true)}>
          {t('field.decline')}
        </BigButton>
        {declining && <DeclineSheet task_id={row.id} onClose={() => setDeclining(false)} />}
      </div>
    )
  if (mine === 'accepted')
    return (
      <BigButton variant="primary" busy={start.isPending} onClick={() => start.mutate(input)}>
        {t('field.start')}
      </BigButton>
    )
  if (mine === 'in_progress')
    return (
      <BigButton variant="primary" onClick={onOpen}>
        <span className={css.arrow}>
          {t('field.continue')}
          <IconArrowRight size={22} stroke={1.75} aria-hidden="true" />
        </span>
      </BigButton>
    )
  return <BigButton onClick={onOpen}>{t('field.open')}</BigButton>
}
