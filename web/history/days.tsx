import { Fragment, type ReactNode } from 'react'
import type { Entry } from '#contract/history.ts'
import { day, dayOf } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { DayLine } from '#web/ui/talk/timeline.tsx'

type OfDay = { id: string; at: string }
type DaysProps<T> = { entries: readonly T[]; first: string | null; children: (entry: T) => ReactNode }

/** A line between the days; `first` is a day that has its line already. */
export function Days<T extends OfDay>({ entries, first, children }: DaysProps<T>) {
  return entries.map((entry, i) => {
    const on = dayOf(entry.at)
    const before = entries[i - 1]
    const known = before ? dayOf(before.at) === on : on === first
    return (
      <Fragment key={entry.id}>
        {!known && <DayLine>{day(entry.at)}</DayLine>}
        {children(entry)}
      </Fragment>
    )
  })
}

export const actorName = ({ actor }: Entry): string => t('history.actor', { name: actor?.name ?? t('history.system') })
