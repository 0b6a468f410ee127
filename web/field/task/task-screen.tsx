import { IconMapPin2, IconPhone } from '@tabler/icons-react'
import { getTask, type Task } from '#contract/tasks.ts'
import { useReply } from '#web/platform/ask.ts'
import { go, useParam } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { Card, CardRow } from '#web/ui/phone/card.tsx'
import { Bar, Screen } from '#web/ui/phone/screen.tsx'
import { callTo, mapOf } from '../places.ts'
import css from '../field.module.css'
import { ChecklistCard } from './checklist-card.tsx'
import { HoursCard } from './hours-card.tsx'
import { PhotosCard } from './photos-card.tsx'
import { TalkCard } from './talk-card.tsx'
import { TaskFoot } from './task-foot.tsx'

/** One task with everything the performer does in it. */
export function TaskScreen({ me }: { me: { id: string } }) {
  const task = useReply(getTask, { task_id: useParam('task_id') })
  const mine = task.assignees.find(({ member }) => member.id === me.id)
  const about = [task.reference, task.place].filter(Boolean).join(', ')
  return (
    <Screen
      top={<Bar title={task.title} about={about} onBack={() => go('/f')} />}
      foot={mine && <TaskFoot task={task} mine={mine} />}
    >
      {task.state === 'returned' && task.return_reason && (
        <p className={css.returned}>
          <b>{t('field.returned')}.</b> {task.return_reason}
        </p>
      )}
      {mine && mine.state !== 'new' && <HoursCard task={task} mine={mine} />}
      <PlaceCard task={task} />
      <TalkCard task={task} me={me} />
      <ChecklistCard task={task} />
      <PhotosCard task={task} />
    </Screen>
  )
}

function PlaceCard({ task }: { task: Task }) {
  const { place, access_note, site_contact_name, site_contact_phone, instructions, curator } = task
  const call = (name: string, phone: string) => ({
    label: t('field.call', { name }),
    icon: <IconPhone size={22} stroke={1.75} />,
    href: callTo(phone),
  })
  return (
    <Card label={t('field.instructions')}>
      {instructions && <p className={css.text}>{instructions}</p>}
      {place && (
        <CardRow
          about={access_note}
          act={{ label: t('field.map'), icon: <IconMapPin2 size={22} stroke={1.75} />, href: mapOf(place) }}
        >
          {place}
        </CardRow>
      )}
      {site_contact_phone && (
        <CardRow about={t('field.on_site')} act={call(site_contact_name ?? site_contact_phone, site_contact_phone)}>
          {site_contact_name ?? site_contact_phone}
        </CardRow>
      )}
      <CardRow about={t('field.curator')} act={curator.phone ? call(curator.name, curator.phone) : undefined}>
        {curator.name}
      </CardRow>
    </Card>
  )
}
