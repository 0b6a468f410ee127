import type { QueryClient } from '@tanstack/react-query'

/** One event of the live stream: what happened, and to which thing. */
export type LiveEvent = {
  id: string
  name: string
  subject_kind: string
  subject_id: string
  actor_id: string | null
}

type Kept = { queryKey: readonly unknown[]; state: { data: unknown } }

/** How long events are gathered before the screen asks again: a bulk act makes one round, not fifty. */
const GATHER = 120
/** How long the stream may be away before it is said: it is cut and comes back at every change of session. */
const PATIENCE = 6000

/**
 * Listens to what happens in the company and asks again for what is on screen and touched by it.
 *
 * The browser resumes by Last-Event-ID itself; that names a moment, so some events come twice after a break and are
 * dropped by their own id.
 */
export function startLive(client: QueryClient, onState: (connected: boolean) => void = () => undefined): () => void {
  const source = new EventSource(`/api/live?shown_for=${shownFor(client)}`)
  const seen = recent(500)
  let waiting: LiveEvent[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let missing: ReturnType<typeof setTimeout> | undefined

  const flush = () => {
    const events = waiting
    waiting = []
    timer = undefined
    void client.invalidateQueries({ predicate: (query) => events.some((event) => touches(event, query)) })
  }
  const lost = () => (missing ??= setTimeout(() => onState(false), PATIENCE))
  let opened = false
  source.addEventListener('open', () => {
    // Cut and back: sessions have changed, perhaps this one, and with it whose eyes the page has.
    if (opened) void client.invalidateQueries({ queryKey: ['/me'] })
    opened = true
    clearTimeout(missing)
    missing = undefined
    onState(true)
  })
  source.addEventListener('error', () => void lost())
  source.addEventListener('missed', () => void client.invalidateQueries())
  source.addEventListener('message', (message: MessageEvent<string>) => {
    const event = JSON.parse(message.data) as LiveEvent
    if (!seen(event.id)) return
    waiting.push(event)
    timer ??= setTimeout(flush, GATHER)
  })
  return () => {
    clearTimeout(timer)
    clearTimeout(missing)
    source.close()
  }
}

/** The longest that an answer may have been on its way, ms. */
const LONGEST_ASKED = 10_000

/** How long ago, ms, the oldest of what is kept was asked for: the stream begins there, so that nothing falls between. */
export function shownFor(client: Pick<QueryClient, 'getQueryCache'>): number {
  const kept = client.getQueryCache().getAll()
  const oldest = Math.min(...kept.map(({ state }) => state.dataUpdatedAt || Infinity), Date.now())
  return Math.round(Math.min(performance.now(), Date.now() - oldest + LONGEST_ASKED))
}

/** Lists that tell of a kind without its name: what happens to a task changes its order's row. */
const ALSO: Record<string, readonly string[]> = {
  order: ['/board'],
  task: ['/board', '/orders'],
  pool: ['/candidates'],
  pool_request: ['/pool-requests', '/pools', '/waiting'],
}

/**
 * Whether a kept reply speaks of the event's thing: it was asked for by its id, it is a list of its kind, or the
 * thing stands somewhere in it.
 */
export function touches(
  { subject_kind, subject_id }: Pick<LiveEvent, 'subject_kind' | 'subject_id'>,
  { queryKey, state }: Kept,
): boolean {
  const [path, input] = queryKey
  if (typeof path !== 'string') return false
  if (JSON.stringify(input ?? {}).includes(subject_id)) return true
  const plural = subject_kind.endsWith('y') ? `${subject_kind.slice(0, -1)}ies` : `${subject_kind}s`
  if (path.split('/').includes(plural) && !path.includes(':')) return true
  if (ALSO[subject_kind]?.includes(path)) return true
  return state.data !== undefined && JSON.stringify(state.data).includes(subject_id)
}

/** Remembers the last ids: true for one that is new. */
export function recent(size: number): (id: string) => boolean {
  const ids = new Set<string>()
  return (id) => {
    if (ids.has(id)) return false
    ids.add(id)
    const oldest = ids.values().next().value
    if (ids.size > size && oldest !== undefined) ids.delete(oldest)
    return true
  }
}
