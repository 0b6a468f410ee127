import type { Endpoint, Input } from '#contract/endpoint.ts'
import type { Entry } from '#contract/history.ts'
import { useList } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
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

type TimelineProps<E extends Endpoint> = { at: E; of: Omit<Input<E>, 'after'>; about?: string }

/** The whole history of a thing, page by page. */
export function Timeline<E extends Endpoint>({ at, of, about }: TimelineProps<E>) {
  const { rows, has_more, loading_more, more } = useList(at, of)
  return (
    <div className={css.list}>
      <Entries entries={rows as Entry[]} {...(about !== undefined && { about })} />
      {has_more && (
        <Button size="sm" busy={loading_more} onClick={more}>
          {t('do.more')}
        </Button>
      )}
    </div>
  )
}
