import { useState } from 'react'
import {
  IconArrowRight,
  IconCalendar,
  IconCalendarEvent,
  IconClock,
  IconMapPin,
  IconMessageQuestion,
  IconPhone,
} from '@tabler/icons-react'
import { Avatar } from '#web/ui/person.tsx'
import { TaskBadge } from '#web/ui/phase.tsx'
import { BigButton, SquareButton, TextButton } from '#web/ui/phone/big-button.tsx'
import { Card, CardRow, CheckRow, Choices, JobHead, KeptMark, PhoneField } from '#web/ui/phone/card.tsx'
import { AddPhoto, Photos, PhotoTile } from '#web/ui/phone/photo.tsx'
import { Acts, Bar, BottomNav, Foot, Heading, NetworkStrip, Screen, SentMark } from '#web/ui/phone/screen.tsx'
import { Sheet } from '#web/ui/phone/sheet.tsx'
import '#web/ui/phone/phone.css'
import s from './phone-sample.json'

const SECTIONS = [
  { id: 'today', name: s.today, icon: <IconCalendarEvent size={22} stroke={1.75} /> },
  { id: 'week', name: s.week, icon: <IconCalendar size={22} stroke={1.75} /> },
  { id: 'hours', name: s.hours, icon: <IconClock size={22} stroke={1.75} /> },
  { id: 'questions', name: s.questions, icon: <IconMessageQuestion size={22} stroke={1.75} />, n: 1 },
]
const REASONS = [
  { id: 'quality', name: s.quality, about: s.qualityAbout },
  { id: 'volume', name: s.volume, about: s.volumeAbout },
  { id: 'other', name: s.other, about: s.otherAbout },
] as const
const nothing = () => undefined

/** The phone's pieces for our own eyes: the day, a job (`?job`), a rejection (`?reject`). */
export function PhoneParts() {
  return <div data-phone>{location.search === '?job' ? <Job /> : <Today />}</div>
}

function Today() {
  return (
    <>
      <Screen
        top={
          <Heading title={s.today} about={s.date}>
            <SentMark kept={0} />
            <Avatar who={{ id: 'p1', name: s.contact }} size={40} />
          </Heading>
        }
        foot={<BottomNav label={s.today} sections={SECTIONS} at="today" onGo={nothing} />}
      >
        <Card tone="running">
          <JobHead time="12:00–15:00" badge={<TaskBadge state="in_progress" />} title={s.job} about={s.about} />
          <CardRow
            about={s.access}
            act={{ label: s.map, icon: <IconMapPin size={22} stroke={1.75} />, href: 'https://x' }}
          >
            {s.address}
          </CardRow>
          <CardRow
            about={s.company}
            act={{ label: s.call, icon: <IconPhone size={22} stroke={1.75} />, href: 'tel:1' }}
          >
            {s.contact}
          </CardRow>
          <CardRow>{s.take}</CardRow>
          <BigButton variant="primary">
            {s.go} <IconArrowRight size={20} stroke={1.75} />
          </BigButton>
        </Card>
        <Card>
          <JobHead time="15:00–17:30" badge={<TaskBadge state="accepted" />} title={s.next} />
          <Acts>
            <BigButton variant="soft">{s.accept}</BigButton>
            <BigButton narrow>{s.cannot}</BigButton>
          </Acts>
        </Card>
      </Screen>
      {location.search === '?reject' && <Reject />}
    </>
  )
}

function Job() {
  const [checked, setChecked] = useState(true)
  return (
    <Screen
      top={
        <>
          <NetworkStrip kept={4} onOpen={nothing} />
          <Bar title={s.job} about={s.title} onBack={nothing} />
        </>
      }
      foot={
        <Foot>
          <SquareButton label={s.ask} icon={<IconMessageQuestion size={22} stroke={1.75} />} />
          <BigButton variant="primary" missing={s.missing}>
            {s.done}
          </BigButton>
        </Foot>
      }
    >
      <Card label={s.todo} end={s.n}>
        <CheckRow checked={checked} onChange={setChecked} end={<KeptMark>14:41</KeptMark>}>
          {s.p1}
        </CheckRow>
        <CheckRow checked={false} onChange={nothing}>
          {s.p2}
        </CheckRow>
        <CheckRow checked={false} onChange={nothing}>
          {s.p3}
        </CheckRow>
      </Card>
      <Card label={s.photos} end={s.photosN}>
        <Photos>
          <PhotoTile src="/icon.svg" alt={s.before} word={s.before} />
          <PhotoTile src="/icon.svg" alt={s.before} word={s.before} kept />
          <AddPhoto camera wide label={s.after} onFiles={nothing} />
        </Photos>
      </Card>
    </Screen>
  )
}

function Reject() {
  const [at, setAt] = useState<'quality' | 'volume' | 'other'>('quality')
  const [text, setText] = useState(s.fixText)
  return (
    <Sheet title={s.wrong} about={s.back} onClose={nothing}>
      <Choices label={s.wrong} choices={REASONS} at={at} onChoose={setAt} />
      <PhoneField label={s.fix} value={text} onChange={setText} />
      <Photos>
        <PhotoTile src="/icon.svg" alt={s.before} onDrop={nothing} />
        <AddPhoto quiet onFiles={nothing} />
      </Photos>
      <BigButton variant="danger">{s.reject}</BigButton>
      <TextButton>{s.first}</TextButton>
    </Sheet>
  )
}
