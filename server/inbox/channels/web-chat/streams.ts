import type { ServerResponse } from 'node:http'
import { sql } from 'kysely'
import type { ChatMessage, ChatNews } from '#contract/inbox/web-chat.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Frame } from '#platform/http/serve.ts'
import { systemIn } from '#platform/jobs/worker.ts'
import type { Hint } from '#platform/live/tail.ts'
import { oneAtATime } from '#platform/one-at-a-time.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { memberNames } from '#server/people/index.ts'
import type { Chat } from './chats.ts'
import { messagesOf, type Place } from './talk.ts'

const PULSE_MS = 25_000
const TYPING_MS = 2500
/** What came shortly before the last that a browser knows may have become visible after it. */
const BEFORE = '10 minutes'
/** Streams of one visitor on one node: he has so many pages open, no more. */
const MOST = 8

type Stream = Place & { chat: Chat; out: ServerResponse; sent: Set<string>; since: string | null; look: () => void }
export type Opening = Place & { chat: Chat; out: ServerResponse; since: string | null }

/**
 * The node's open streams of visitors. Each hears of his own dialogue only, and what it hears is read anew with that
 * dialogue's id: a fact only says that there is something to look for.
 */
export function visitorStreams(frame: Frame) {
  const streams = new Set<Stream>()
  const pulse = setInterval(() => streams.forEach(({ out }) => out.write(': still here\n\n')), PULSE_MS)
  const typing = setInterval(() => void tellTyping(frame, streams).catch(() => {}), TYPING_MS)
  pulse.unref()
  typing.unref()
  return {
    hear(hints: readonly Hint[]): void {
      if (streams.size === 0) return
      const ids = new Set(hints.map(({ subject_id }) => subject_id))
      for (const stream of streams) if (ids.has(stream.conversation_id)) stream.look()
    },
    open(opening: Opening): void {
      const own = [...streams].filter(({ visitor_id }) => visitor_id === opening.visitor_id)
      if (own.length >= MOST) own[0]?.out.end()
      const stream: Stream = { ...opening, sent: new Set(), look: () => {} }
      stream.look = oneAtATime(
        () => tellNew(frame, stream),
        () => stream.out.end(),
      )
      streams.add(stream)
      opening.out.on('close', () => streams.delete(stream))
      opening.out.write('retry: 2000\n\n')
      stream.look()
    },
    close(): void {
      clearInterval(pulse)
      clearInterval(typing)
      streams.forEach(({ out }) => out.end())
    },
  }
}

async function tellNew(frame: Frame, stream: Stream): Promise<void> {
  const since = stream.since
  const which = since
    ? sql`m.sent_at >= coalesce((select n.sent_at from messages n where n.company_id = m.company_id and n.id = ${since}
        and n.conversation_id = m.conversation_id), '-infinity') - ${BEFORE}::interval`
    : sql`true`
  const messages = await reading(frame, stream.chat.company_id, (ctx) => messagesOf(ctx, stream.chat, stream, which))
  const fresh = messages.filter((message) => !stream.sent.has(versionOf(message)))
  for (const message of fresh) stream.sent.add(versionOf(message))
  const last = messages.at(-1)
  if (last) stream.since = last.id
  if (fresh.length > 0) write(stream, { kind: 'messages', messages: fresh }, last?.id)
}

const versionOf = ({ id, text, read }: ChatMessage): string => `${id} ${read} ${text}`

async function tellTyping(frame: Frame, streams: ReadonlySet<Stream>): Promise<void> {
  for (const [company_id, theirs] of Map.groupBy(streams, ({ chat }) => chat.company_id)) {
    const names = await reading(frame, company_id, (ctx) => writersOf(ctx, [...theirs]))
    for (const stream of theirs) {
      const name = names.get(stream.conversation_id)
      if (name !== undefined) write(stream, { kind: 'typing', name })
    }
  }
}

/** Who of the staff writes in these dialogues just now, by dialogue. */
async function writersOf(ctx: Ctx, places: readonly Place[]): Promise<Map<string, string | null>> {
  const ids = [...new Set(places.map(({ conversation_id }) => conversation_id))]
  const rows = await ctx.db
    .selectFrom('conversation_presences')
    .select(['conversation_id', 'member_id'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where(sql<boolean>`conversation_id = any(${ids}::uuid[])`)
    .where(sql<boolean>`typing_at > now() - interval '5 seconds'`)
    .execute()
  const names = await memberNames(ctx, [...new Set(rows.map(({ member_id }) => member_id))])
  return new Map(rows.map(({ conversation_id, member_id }) => [conversation_id, names.get(member_id) ?? null]))
}

function write({ out }: Stream, news: ChatNews, id?: string): void {
  out.write(`${id ? `id: ${id}\n` : ''}data: ${JSON.stringify(news)}\n\n`)
}

const reading = <T>(frame: Frame, company_id: string, read: (ctx: Ctx) => Promise<T>): Promise<T> => {
  const viewer = systemIn(company_id)
  const base = { viewer, now: frame.world.now(), if_match: null, world: frame.world, afterCommit: [] }
  return inTransaction(frame, viewer, { read_only: true, run: (db) => read({ ...base, db }) })
}
