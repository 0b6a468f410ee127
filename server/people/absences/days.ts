import { insist, invalid } from '#platform/errors.ts'
import { DAY, minuteOf } from '../calendar/hours.ts'
import type { Days } from './queries.ts'

type Said = Pick<Days, 'kind' | 'from_day' | 'to_day'> & {
  from_time?: string | null | undefined
  to_time?: string | null | undefined
}

/** Days as they were said, or why they are none. A part of a day is of one day, and ends after it begins. */
export function daysSaid({ kind, from_day, to_day, from_time, to_time }: Said): Days {
  insist(to_day < from_day ? invalid('to_day', 'days.backwards') : null)
  if (!from_time && !to_time) return { kind, from_day, to_day, from_minute: null, to_minute: null }
  insist(from_day === to_day ? null : invalid('to_day', 'absence.part_of_one_day'))
  const from_minute = from_time ? minuteOf(from_time) : 0
  const end = to_time ? minuteOf(to_time) : DAY
  // Midnight as an end is that of the day itself.
  const to_minute = end === 0 ? DAY : end
  insist(to_minute <= from_minute ? invalid('to_time', 'absence.time_backwards') : null)
  return { kind, from_day, to_day, from_minute, to_minute }
}
