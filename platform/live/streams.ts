import type { ServerResponse } from 'node:http'
import type { Viewer } from '../ctx.ts'
import type { Doorway } from '../db/transaction.ts'
import { openTail, readSince, type Hint, type Seen } from './tail.ts'

/** What a viewer may hear of; given by the application, which knows the rights. Asked in batches. */
export type MayHear = (viewer: Viewer, hints: Hint[]) => Promise<Hint[]>

type Stream = {
  viewer: Viewer
  /** Whether he may still listen: asked when sessions changed. */
  still: () => Promise<boolean>
  out: ServerResponse
  /** Facts that come while the past is being replayed. */ held: Seen[] | null
}

type Opening = Pick<Stream, 'viewer' | 'still' | 'out'> & {
  last_mark: string | null
  /** How old the oldest of what the page shows is, ms; null where it shows nothing yet. */
  shown_for: number | null
}

/** What a page's clock and the way to here may differ by, ms. */
const ON_THE_WAY = 2000

/**
 * The node's open streams (server-sent events). A message's id is a mark; a browser that comes back with it as
 * Last-Event-ID gets everything since, perhaps some of it twice: messages carry the fact's id. Whoever comes first gets
 * what happened since his page began to load. Where that cannot be told, `missed` says to ask for everything anew.
 * @param hear what this node itself learns from the facts, before they are told
 */
export function openStreams(doorway: Doorway, may_hear: MayHear, hear: (hints: readonly Hint[]) => void = () => {}) {
  const streams = new Set<Stream>()
  const deliver = delivery(may_hear)
  const tail = openTail(doorway, (seen) => {
    hear(seen.hints)
    for (const stream of streams) {
      if (stream.held) stream.held.push(seen)
      else void deliver(stream, seen).catch(() => stream.out.end())
    }
  })
  const pulse = setInterval(() => streams.forEach(({ out }) => out.write(': still here\n\n')), 25_000)
  pulse.unref()
  const open = async ({ viewer, out, still, last_mark, shown_for }: Opening) => {
    const stream: Stream = { viewer, still, out, held: [] }
    streams.add(stream)
    out.on('close', () => streams.delete(stream))
    const mark = last_mark ?? (shown_for === null ? null : tail.markBefore(shown_for + ON_THE_WAY))
    const past = await readSince(doorway, { mark, company_id: viewer.company_id })
    out.write(`retry: 2000\nid: ${past.mark}\nevent: hello\ndata: {}\n\n`)
    if (past.rest || (mark === null && shown_for !== null)) out.write('event: missed\ndata: {}\n\n')
    else await deliver(stream, past)
    const held = stream.held ?? []
    stream.held = null
    for (const seen of held) await deliver(stream, seen)
  }
  return {
    wake: tail.wake,
    ready: tail.first,
    count: () => streams.size,
    /** Ends the streams of those who may no longer listen: of this user, or of anybody. */
    recheck: (user_id: string | null) => streams.forEach((stream) => endUnlessStill(stream, user_id)),
    open,
    close: () => {
      clearInterval(pulse)
      streams.forEach(({ out }) => out.end())
    },
  }
}

function endUnlessStill({ viewer, still, out }: Stream, user_id: string | null): void {
  if (user_id !== null && viewer.user_id !== user_id) return
  const end = () => void out.end()
  void still().then((may) => may || end(), end)
}

const delivery =
  (may_hear: MayHear) =>
  async (stream: Stream, { mark, hints }: Seen) => {
    const own = hints.filter((hint) => hint.company_id === stream.viewer.company_id)
    if (own.length === 0) return
    for (const { id, name, subject_kind, subject_id, actor_id } of await may_hear(stream.viewer, own))
      stream.out.write(`id: ${mark}\ndata: ${JSON.stringify({ id, name, subject_kind, subject_id, actor_id })}\n\n`)
  }
