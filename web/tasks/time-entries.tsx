import { useState } from 'react'
import { IconPencil, IconPlus, IconStrikethrough } from '@tabler/icons-react'
import { strikeTime, type Task, type TimeEntry } from '#contract/tasks.ts'
import { useCall } from '#web/platform/ask.ts'
import { dayName, duration } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { IconButton } from '#web/ui/button.tsx'
import { cx } from '#web/ui/cx.ts'
import { ReasonDialog } from '#web/ui/fields/reason-dialog.tsx'
import { Section } from '#web/ui/rows.tsx'
import { HoursDialog } from './hours-dialog.tsx'
import css from './tasks.module.css'

/** Who worked how long on which day. Corrected or struck with a reason; what was struck stays visible. */
export function TimeEntries({ task }: { task: Task }) {
  const [asked, setAsked] = useState<{ entry: TimeEntry | null; act: 'hours' | 'strike' } | null>(null)
  const { time_entries, can } = task
  const total = time_entries.filter(({ struck_at }) => !struck_at).reduce((sum, { minutes }) => sum + minutes, 0)
  const close = () => setAsked(null)
  return (
    <Section
      title={t('task.hours')}
      aside={total > 0 && duration(total)}
      end={
        !can.log_time &&
        task.assignees.length > 0 && (
          <IconButton
            size="sm"
            label={t('hours.add')}
            icon={<IconPlus size={16} stroke={1.75} />}
            onClick={() => setAsked({ entry: null, act: 'hours' })}
          />
        )
      }
    >
      {time_entries.length === 0 && <p className={css.quiet}>{t('hours.none')}</p>}
      {time_entries.map((entry) => (
        <div key={entry.id} className={cx(css.entry, entry.struck_at && css.struck)}>
          <span className={css.entryDay}>{dayName(entry.day)}</span>
          <span className={css.who}>
            <span>{entry.member.name}</span>
            {entry.note && <small>{entry.note}</small>}
          </span>
          <span className={css.minutes}>{duration(entry.minutes)}</span>
          {entry.struck_at && <span className={css.quiet}>{t('hours.struck_mark')}</span>}
          {!entry.struck_at && !can.log_time && (
            <span className={css.entryActs}>
              <IconButton
                size="sm"
                label={t('hours.correct')}
                icon={<IconPencil size={14} stroke={1.75} />}
                onClick={() => setAsked({ entry, act: 'hours' })}
              />
              <IconButton
                size="sm"
                label={t('hours.strike')}
                icon={<IconStrikethrough size={14} stroke={1.75} />}
                onClick={() => setAsked({ entry, act: 'strike' })}
              />
            </span>
          )}
        </div>
      ))}
      {asked?.act === 'hours' && <HoursDialog task={task} entry={asked.entry} onClose={close} />}
      {asked?.act === 'strike' && asked.entry && <Strike entry={asked.entry} onClose={close} />}
    </Section>
  )
}

function Strike({ entry: { id, member, minutes }, onClose }: { entry: TimeEntry; onClose: () => void }) {
  const strike = useCall(strikeTime, { inline: true, onSuccess: onClose })
  return (
    <ReasonDialog
      title={t('hours.strike_heading', { name: member.name, time: duration(minutes) })}
      hint={t('hours.strike_hint')}
      label={t('cancel.reason')}
      act={t('hours.strike')}
      busy={strike.isPending}
      error={strike.error}
      onAct={(reason) => strike.mutate({ time_entry_id: id, reason })}
      onClose={onClose}
    />
  )
}
