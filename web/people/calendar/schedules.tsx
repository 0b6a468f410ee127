import { lazy, Suspense, useState } from 'react'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { endSchedule, listSchedules, removeSchedule, type Schedule } from '#contract/time/schedules.ts'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import { dayDigits, today } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Section } from '#web/ui/rows.tsx'
import { patternWords } from './pattern-words.ts'
import css from './schedules.module.css'

// Seldom opened: fetched then.
const Form = lazy(() => import('./schedule-dialog.tsx').then((module) => ({ default: module.ScheduleDialog })))

/** «График работы»: when a person works where it is not as the company does. */
export function Schedules({ member_id }: { member_id: string }) {
  const loaded = useMaybe(listSchedules, { member_id })
  const [adding, setAdding] = useState(false)
  if (!loaded) return null
  const may = loaded.can.change === null
  return (
    <Section
      title={t('schedule.heading')}
      end={
        may && (
          <IconButton
            size="sm"
            label={t('schedule.add')}
            icon={<IconPlus size={16} stroke={1.75} />}
            onClick={() => setAdding(true)}
          />
        )
      }
    >
      {loaded.today_id === null && <p className={css.quiet}>{t('schedule.as_company')}</p>}
      <ul className={css.list}>
        {loaded.rows.map((one) => (
          <Row key={one.id} one={one} member_id={member_id} now={one.id === loaded.today_id} may={may} />
        ))}
      </ul>
      <Suspense>{adding && <Form member_id={member_id} onClose={() => setAdding(false)} />}</Suspense>
    </Section>
  )
}

type RowProps = { one: Schedule; member_id: string; now: boolean; may: boolean }

function Row({ one, member_id, now, may }: RowProps) {
  const { id, from_day, to_day, note } = one
  const words = patternWords(one)
  const remove = useCall(removeSchedule, { onSuccess: () => toast(t('schedule.removed')) })
  const end = useCall(endSchedule, { onSuccess: () => toast(t('schedule.ended')) })
  const [from, to] = [dayDigits(from_day), to_day && dayDigits(to_day)]
  return (
    <li>
      <span>
        <b>{words}</b>
        <small>
          {[to ? t('schedule.until', { from, to }) : t('schedule.since', { from }), note].filter(Boolean).join(' · ')}
        </small>
        {may && now && to_day === null && from_day < today() && (
          <Button
            variant="link"
            busy={end.isPending}
            onClick={() => end.mutate({ member_id, schedule_id: id, to_day: today() })}
          >
            {t('schedule.end')}
          </Button>
        )}
      </span>
      {now && <Chip tone="good">{t('schedule.now')}</Chip>}
      {may && (
        <IconButton
          size="sm"
          label={t('schedule.remove', { name: words })}
          icon={<IconTrash size={16} stroke={1.75} />}
          busy={remove.isPending}
          onClick={() => remove.mutate({ member_id, schedule_id: id })}
        />
      )}
    </li>
  )
}
