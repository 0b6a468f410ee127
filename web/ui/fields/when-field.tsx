import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Popover, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { dayName, dayOf, clock } from '#web/platform/format.ts'
import { readTyped, typedForm, typedInstant } from '#web/platform/typed-when.ts'
import { t } from '#web/platform/words.ts'
import { IconButton } from '../button.tsx'
import { Bone } from '../state.tsx'

// The calendar is heavy and rarely opened: most people type.
const Calendar = lazy(() => import('./calendar.tsx').then((module) => ({ default: module.Calendar })))

type Props = {
  label: ReactNode
  /** An instant, or a day where `only_day` is set; null is «not given». */
  value: string | null
  onChange: (value: string | null) => void
  /** The hour that a day without one gets: `09:00` for beginnings, `18:00` for deadlines. */
  hour?: string
  only_day?: boolean
  error?: ReactNode
  className?: string
}

/**
 * A moment, typed or chosen: «10.03 12:00», «завтра 9», «пт». It is the company's clock, whatever the browser's is.
 * What cannot be read stays as typed, and says so.
 */
export function WhenField({ label, value, onChange, hour = '09:00', only_day = false, error, className }: Props) {
  const [text, setText] = useState(value ? typedForm(value) : '')
  const [shown, setShown] = useState(value)
  const [wrong, setWrong] = useState(false)
  if (value !== shown) {
    setShown(value)
    setText(value ? typedForm(value) : '')
    setWrong(false)
  }
  const put = (next: string | null) => {
    setShown(next)
    setWrong(false)
    if (next !== value) onChange(next)
  }
  const read = (typed: string) => (only_day ? (readTyped(typed)?.day ?? null) : typedInstant(typed, hour))
  const leave = () => {
    const next = read(text)
    if (text.trim() === '') return put(null)
    if (!next) return setWrong(true)
    put(next)
    setText(typedForm(next))
  }
  return (
    <TextInput
      label={label}
      className={className ?? ''}
      placeholder={only_day ? t('field.day_example') : t('field.when_example')}
      value={text}
      error={wrong ? t('field.when_unread') : error}
      description={value && !wrong ? inWords(value) : undefined}
      onChange={(event) => {
        setText(event.target.value)
        const next = event.target.value.trim() === '' ? null : read(event.target.value)
        if (next || event.target.value.trim() === '') put(next)
      }}
      onBlur={leave}
      rightSection={
        <DayChoice
          day={value && (only_day ? value : dayOf(value))}
          onDay={(day) => {
            const at = value && !only_day ? clock(value) : hour
            const next = only_day ? day : typedInstant(`${day} ${at}`, hour)
            put(next)
            if (next) setText(typedForm(next))
          }}
        />
      }
    />
  )
}

/** The calendar behind its button: Esc closes it and nothing else. */
function DayChoice({ day, onDay }: { day: string | null; onDay: (day: string) => void }) {
  const [open, setOpen] = useState(false)
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <IconButton
          size="sm"
          label={t('field.open_calendar')}
          icon={<IconCalendar size={16} stroke={1.75} />}
          onClick={() => setOpen(!open)}
        />
      </Popover.Target>
      <Popover.Dropdown>
        {open && (
          <Suspense fallback={<Bone w={224} h={236} />}>
            <Calendar
              day={day}
              onDay={(next) => {
                onDay(next)
                setOpen(false)
              }}
            />
          </Suspense>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

const inWords = (value: string): string => {
  const name = dayName(value.length === 10 ? value : dayOf(value))
  return value.length === 10 ? name : t('time.at', { day: name, clock: clock(value) })
}
