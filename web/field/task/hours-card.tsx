import { useEffect, useState } from 'react'
import { IconPencil, IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react'
import { type Assignee, startTimer, stopTimer, type Task } from '#contract/tasks.ts'
import { useCall } from '#web/platform/ask.ts'
import { clock, day, duration } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { BigButton, SquareButton } from '#web/ui/phone/big-button.tsx'
import { Card } from '#web/ui/phone/card.tsx'
import css from '../field.module.css'
import { HoursSheet } from './hours-sheet.tsx'

type Props = { task: Task; mine: Assignee }

/** The clock, and the hours that are logged: two taps for either. */
export function HoursCard({ task, mine }: Props) {
  const [writing, setWriting] = useState(false)
  const own = task.time_entries.filter(({ member, struck_at }) => member.id === mine.member.id && !struck_at)
  return (
    <Card label={t('field.hours')} end={mine.minutes > 0 ? duration(mine.minutes) : undefined}>
      {!task.can.log_time && (
        <div className={css.clock}>
          <Running since={mine.timer_since} />
          <TimerButton task_id={task.id} running={mine.timer_since !== null} />
          <SquareButton
            label={t('field.hours_by_hand')}
            icon={<IconPencil size={22} stroke={1.75} />}
            onClick={() => setWriting(true)}
          />
        </div>
      )}
      {own.map(({ id, day: on, note, minutes }) => (
        <div key={id} className={css.entry}>
          <span>
            {day(on)}
            {note && `, ${note}`}
          </span>
          <b>{duration(minutes)}</b>
        </div>
      ))}
      {own.length === 0 && !mine.timer_since && <p className={css.entry}>{t('field.hours_none')}</p>}
      {writing && <HoursSheet task_id={task.id} onClose={() => setWriting(false)} />}
    </Card>
  )
}

function Running({ since }: { since: string | null }) {
  const now = useSecond(since !== null)
  if (!since) return <small>{t('field.timer_stands')}</small>
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000))
  const two = (n: number) => String(n).padStart(2, '0')
  return (
    <div>
      <small>{t('field.since', { time: clock(since) })}</small>
      <strong role="timer">
        {Math.floor(seconds / 3600)}:{two(Math.floor(seconds / 60) % 60)}:{two(seconds % 60)}
      </strong>
    </div>
  )
}

/** The time now, every second while it is wanted. */
function useSecond(wanted: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!wanted) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [wanted])
  return now
}

function TimerButton({ task_id, running }: { task_id: string; running: boolean }) {
  const start = useCall(startTimer)
  const stop = useCall(stopTimer)
  if (running)
    return (
      <BigButton
        narrow
        icon={<IconPlayerPauseFilled size={22} />}
        busy={stop.isPending}
        onClick={() => stop.mutate({ task_id })}
      >
        {t('field.timer_stop')}
      </BigButton>
    )
  return (
    <BigButton
      narrow
      icon={<IconPlayerPlayFilled size={22} />}
      busy={start.isPending}
      onClick={() => start.mutate({ task_id })}
    >
      {t('field.timer_start')}
    </BigButton>
  )
}
