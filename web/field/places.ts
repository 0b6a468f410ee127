import type { TaskRow } from '#contract/tasks.ts'

/** A task's states in which a performer still has something to do. */
export const OPEN = ['new', 'accepted', 'in_progress', 'done', 'returned'] as const

/** Where a map of the phone finds an address. */
export const mapOf = (place: string): string =>
  `https://www.openstreetmap.org/search?query=${encodeURIComponent(place)}`

export const callTo = (phone: string): string => `tel:${phone}`

/** By the time of the work; what has none comes last. */
export const byTime = (a: TaskRow, b: TaskRow): number =>
  (a.starts_at ?? '9').localeCompare(b.starts_at ?? '9') || a.number - b.number
