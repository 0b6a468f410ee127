import type { Entry } from '#contract/history.ts'
import { EventRow } from '#web/ui/talk/timeline.tsx'
import { actorName, Days } from './days.tsx'
import { EventIcon } from './event-icon.tsx'
import { differencesOf, eventWords } from './event-words.ts'
import css from './history.module.css'

type Props = {
  entries: Entry[]
  /** What each sentence names anyway, because the page is about it: left out at its end. */
  about?: string
}

/** Facts by days, newest first, with what was and what is at each change. */
export function Entries({ entries, about }: Props) {
  return (
    <Days entries={entries} first={null}>
      {(entry) => (
        <EventRow at={entry.at} icon={<EventIcon entry={entry} />} who={actorName(entry)}>
          {about === undefined ? eventWords(entry) : without(eventWords(entry), `: ${about}`)}
          {differencesOf(entry).map(({ field, from, to }) => (
            <span key={field} className={css.change}>
              {field}: {from !== null && <s>{from}</s>} <b>{to}</b>
            </span>
          ))}
        </EventRow>
      )}
    </Days>
  )
}

const without = (words: string, end: string): string => (words.endsWith(end) ? words.slice(0, -end.length) : words)
