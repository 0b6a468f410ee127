import { lazy, Suspense, useState } from 'react'
import { Popover } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { dayName, today } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { FilterChip } from '#web/ui/chip.tsx'
import { Bone } from '#web/ui/state.tsx'

const Calendar = lazy(() => import('#web/ui/fields/calendar.tsx').then((module) => ({ default: module.Calendar })))

type Props = { on: string | undefined; onChange: (on: string | undefined) => void }

/** «На дату»: the tree as it was at the end of that day. A day that has not come is today. */
export function DayFilter({ on, onChange }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <FilterChip
          label={t('structure.on_day')}
          value={on && dayName(on)}
          icon={<IconCalendar size={14} stroke={1.75} />}
          onClick={() => setOpen(!open)}
          onClear={() => onChange(undefined)}
        />
      </Popover.Target>
      <Popover.Dropdown>
        {open && (
          <Suspense fallback={<Bone w={224} h={236} />}>
            <Calendar
              day={on ?? today()}
              onDay={(day) => {
                setOpen(false)
                onChange(day < today() ? day : undefined)
              }}
            />
          </Suspense>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
