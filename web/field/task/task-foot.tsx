import { useState } from 'react'
import { IconCheck } from '@tabler/icons-react'
import { acceptTask, type Assignee, sayDone, startTask, type Task } from '#contract/tasks.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { BigButton, TextButton } from '#web/ui/phone/big-button.tsx'
import { PhoneField } from '#web/ui/phone/card.tsx'
import { Foot } from '#web/ui/phone/screen.tsx'
import { Sheet } from '#web/ui/phone/sheet.tsx'
import { DeclineSheet } from '../decline-sheet.tsx'
import css from '../field.module.css'
import { HoursSheet } from './hours-sheet.tsx'

type Props = { task: Task; mine: Assignee }
type Asked = 'decline' | 'hours' | 'zero' | null

/** The one button that moves the task on; while something is missing it says what, and leads there. */
export function TaskFoot({ task, mine }: Props) {
  const [asked, setAsked] = useState<Asked>(null)
  const input = { task_id: task.id }
  const accept = useCall(acceptTask)
  const start = useCall(startTask)
  const done = useCall(sayDone)
  if (task.state === 'closed') return <p className={css.state}>{t('field.closed')}</p>
  if (task.state === 'cancelled')
    return <p className={css.state}>{t('field.cancelled', { reason: task.cancel_reason ?? '' })}</p>
  if (mine.state === 'done')
    return <p className={css.state}>{t(task.state === 'done' ? 'field.waits_check' : 'field.others_work')}</p>
  const lacks = ownLacks(task, mine)
  const lead = () => (lacks[0]?.code === 'task.lacks_hours' ? setAsked('hours') : leadTo(lacks[0]?.code))
  return (
    <Foot
      under={
        lacks.some(({ code }) => code === 'task.lacks_hours') &&
        mine.state === 'in_progress' && (
          <TextButton onClick={() => setAsked('zero')}>{t('field.hours_zero')}</TextButton>
        )
      }
    >
      {mine.state === 'new' && (
        <>
          <BigButton variant="primary" busy={accept.isPending} onClick={() => accept.mutate(input)}>
            {t('field.accept')}
          </BigButton>
          <BigButton narrow onClick={() => setAsked('decline')}>
            {t('field.decline')}
          </BigButton>
        </>
      )}
      {mine.state === 'accepted' && (
        <BigButton variant="primary" busy={start.isPending} onClick={() => start.mutate(input)}>
          {t('field.start')}
        </BigButton>
      )}
      {mine.state === 'in_progress' && (
        <BigButton
          variant="primary"
          icon={<IconCheck size={22} stroke={1.75} />}
          busy={done.isPending}
          missing={lacks.length > 0 ? t('field.done_first', { what: lacks.map(words).join(', ') }) : undefined}
          onClick={() => (lacks.length > 0 ? lead() : done.mutate(input))}
        >
          {t('field.done')}
        </BigButton>
      )}
      {asked === 'decline' && <DeclineSheet task_id={task.id} onClose={() => setAsked(null)} />}
      {asked === 'hours' && <HoursSheet task_id={task.id} onClose={() => setAsked(null)} />}
      {asked === 'zero' && <ZeroSheet task_id={task.id} onClose={() => setAsked(null)} />}
    </Foot>
  )
}

type Lack = Task['lacks'][number]

/** What stands in this performer's own way: not the hours of the others. */
function ownLacks({ lacks }: Task, mine: Assignee): Lack[] {
  return lacks.filter(({ member }) => member === null || member.id === mine.member.id)
}

const SAID = {
  'task.lacks_hours': 'field.lack_hours',
  'task.lacks_checklist': 'field.lack_checklist',
  'task.lacks_photos_before': 'field.lack_photos_before',
  'task.lacks_photos_after': 'field.lack_photos_after',
} as const

/** As short as the button asks for: «2 пункта», «1 фото «до»». */
const words = ({ code, count }: Lack): string => t(SAID[code], { count: count ?? 0 })

function leadTo(code: Lack['code'] | undefined): void {
  const place = code === 'task.lacks_checklist' ? 'checklist' : 'photos'
  document.getElementById(place)?.scrollIntoView({ behavior: 'smooth', block: 'center' })
}

function ZeroSheet({ task_id, onClose }: { task_id: string; onClose: () => void }) {
  const [zero_reason, setReason] = useState('')
  const done = useCall(sayDone, { inline: true, onSuccess: onClose })
  return (
    <Sheet title={t('field.zero_title')} about={t('field.zero_about')} onClose={onClose}>
      <PhoneField label={t('field.zero_why')} value={zero_reason} onChange={setReason} note={done.error?.words} />
      <BigButton
        variant="primary"
        disabled={!zero_reason.trim()}
        busy={done.isPending}
        onClick={() => done.mutate({ task_id, zero_reason })}
      >
        {t('field.zero_send')}
      </BigButton>
    </Sheet>
  )
}
