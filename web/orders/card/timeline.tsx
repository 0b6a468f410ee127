import type { Entry } from '#contract/history.ts'
import { getOrderTimeline } from '#contract/history.ts'
import type { Order } from '#contract/orders.ts'
import { actorName, Days } from '#web/history/days.tsx'
import { EventIcon } from '#web/history/event-icon.tsx'
import { differencesOf, eventWords } from '#web/history/event-words.ts'
import { useList } from '#web/platform/ask.ts'
import { day, dayOf } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { DayLine, EventRow, MessageBlock } from '#web/ui/talk/timeline.tsx'
import { isSaid, OrderWords } from './order-words.tsx'
import { Said } from './said.tsx'
import css from './card.module.css'

/** What is too small for the overview; the history has it. */
const SMALL = new Set([
  'task.created',
  'task.accepted',
  'task.changed',
  'task.ticked',
  'task.photo_shown',
  'task.time_logged',
  'task.time_corrected',
  'order.link_made',
])

/** What happened and was said, in order of time: the newest at the bottom, where the box opens. */
export function Timeline({ order, onTask }: { order: Order; onTask: (task_id: string) => void }) {
  const { rows, has_more, loading_more, more } = useList(getOrderTimeline, { order_id: order.id })
  const entries = rows.filter(({ name }) => !SMALL.has(name)).toReversed()
  const photos = photosOf(entries)
  return (
    <div className={css.timeline}>
      <div className={css.entries}>
        {has_more && (
          <Button size="sm" variant="quiet" busy={loading_more} onClick={more}>
            {t('order.earlier')}
          </Button>
        )}
        {!has_more && <Request order={order} />}
        <Days
          entries={entries.filter(({ id, name }) => name !== PHOTO || photos.has(id))}
          first={has_more ? null : dayOf(order.requested_at)}
        >
          {(entry) => <Line entry={entry} order={order} photos={photos.get(entry.id)} onTask={onTask} />}
        </Days>
      </div>
    </div>
  )
}

/** The customer's own words, where everything began. */
function Request({ order: { request, requested_at, contact, counterparty, source } }: { order: Order }) {
  const who = contact ?? counterparty
  return (
    <>
      <DayLine>{day(requested_at)}</DayLine>
      <MessageBlock
        at={requested_at}
        who={{ id: who?.id ?? '', name: who?.name ?? t('order.customer') }}
        to="outside"
        about={t(`source.${source}`)}
      >
        {request}
      </MessageBlock>
    </>
  )
}

const PHOTO = 'task.photo_added'

/** Photos that one person added one after the other make one line: its first entry, with all their files. */
function photosOf(entries: Entry[]): ReadonlyMap<string, string[]> {
  const shots = new Map<string, string[]>()
  let open: { key: string; files: string[] } | undefined
  for (const { id, name, actor, facts } of entries) {
    const key = `${name} ${actor?.id ?? ''} ${String(facts['number'])}`
    const file = facts['file_id']
    if (name !== PHOTO || typeof file !== 'string') open = undefined
    else if (open?.key === key) open.files.push(file)
    else {
      open = { key, files: [file] }
      shots.set(id, open.files)
    }
  }
  return shots
}

type LineProps = { entry: Entry; order: Order; photos: string[] | undefined; onTask: (task_id: string) => void }

function Line({ entry, order, photos, onTask }: LineProps) {
  if (entry.comment) return <Said entry={entry} comment={entry.comment} onTask={onTask} />
  if (isSaid(entry)) return <OrderWords entry={entry} order={order} />
  const words = eventWords(entry)
  const fields = detailsOf(entry)
  return (
    <EventRow at={entry.at} icon={<EventIcon entry={entry} />} who={actorName(entry)}>
      {fields.length > 0 ? t('history.changed_fields', { words, fields: fields.join(', ') }) : words}
      {photos && (
        <span className={css.shots}>
          {photos.map((file_id) => (
            <a key={file_id} href={`/api/files/${file_id}`} target="_blank" rel="noreferrer">
              <img src={`/api/files/${file_id}?w=240`} alt={t('task.photos')} loading="lazy" />
            </a>
          ))}
        </span>
      )}
    </EventRow>
  )
}

/** What changed, after the sentence: of a change the fields, of terms the sum and the days as they now are. */
function detailsOf(entry: Entry): string[] {
  const changes = differencesOf(entry)
  if (entry.name === 'order.changed') return changes.map(({ field }) => field.toLowerCase())
  if (entry.name !== 'order.agreed' && entry.name !== 'order.priced') return []
  return changes.filter(({ id }) => id in TERMS).map(({ field, to }) => `${field.toLowerCase()} ${to}`)
}

/** The terms that are short enough for a line. */
const TERMS = { price: true, starts_at: true, due_at: true }
