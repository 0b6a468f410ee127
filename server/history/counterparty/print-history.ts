import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import type { FastifyReply } from 'fastify'
import type { HistoryFilter, HistoryLine } from '#contract/parties/history.ts'
import type { Message } from '#contract/inbox/conversations.ts'
import type { Ctx, Viewer } from '#platform/ctx.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { insist, invalid } from '#platform/errors.ts'
import type { Frame } from '#platform/http/serve.ts'
import { print } from '#platform/pdf/the-press.ts'
import { findCounterparty } from '#server/counterparties/index.ts'
import { disposition } from '#server/files/index.ts'
import type { Locale } from '#words/index.ts'
import { factDifferences, factWords } from '#words/spoken-facts.ts'
import { told } from './get-history.ts'
import { linesOf } from './lines.ts'
import { type Clerk, speakerOf } from './speaker.ts'

/** More are no reading for anybody, and no document for a day's work of the press. */
const MOST = 3000

/** Facts that both sides know; the others stay in the house. */
const OUTWARD = new Set([
  'order.created',
  'order.agreed',
  'order.priced',
  'order.files_added',
  'order.sent_to_acceptance',
  'order.accepted',
  'order.rejected',
  'order.decision_recorded',
  'order.accepted_by_silence',
  'order.silence_broken',
  'order.customer_reminded',
  'order.documents_issued',
  'order.document_voided',
  'order.completed',
  'order.reopened',
  'order.cancelled',
])

const workspace = fileURLToPath(new URL('./templates/', import.meta.url))

export type Asked = HistoryFilter & { counterparty_id: string; lang?: Locale; inside?: boolean }

/**
 * The history as one PDF, oldest first, for a dispute (HIS-9): what was written and said, word for word, and what was
 * done about orders. Notes, tasks and other matters of the house are in it only when asked for with `inside`.
 */
export async function sendHistory(
  frame: Frame,
  viewer: Viewer,
  { lang = 'ru', inside = false, ...asked }: Asked,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const clerk = speakerOf(lang, viewer.time_zone)
  const now = frame.world.now()
  const { name, data } = await inTransaction(frame, viewer, {
    read_only: true,
    steady: true,
    run: async (db) =>
      gather({ db, viewer, now, if_match: null, world: frame.world, afterCommit: [] }, { ...asked, inside }, clerk),
  })
  const { bytes } = await print({ workspace, template: 'history.typ', data, created_at: now })
  reply.headers({
    'content-type': 'application/pdf',
    'content-disposition': disposition('attachment', `${clerk.say('history.file', { name })}.pdf`),
    'cache-control': 'private, no-store',
  })
  return reply.send(Buffer.from(bytes))
}

/** What is printed: the heading, and its lines by days of the company. */
export async function gather(ctx: Ctx, { inside, ...asked }: Asked, clerk: Clerk) {
  const { name, tax_number } = await findCounterparty(ctx, asked.counterparty_id)
  const lines = await linesOf(ctx, asked, MOST + 1)
  insist(lines.length > MOST ? invalid('from', 'history.too_long', { most: MOST }) : null)
  const rows = (await told(ctx, lines)).filter((row) => inside || isOutward(row)).toReversed()
  const said = await earlierWords(ctx, rows)
  const prints = await fingerprints(ctx, rows)
  const { say } = clerk
  const [first, last] = [rows[0], rows.at(-1)]
  const by = ctx.viewer.name ?? say('history.system')
  return {
    name,
    data: {
      lang: say('history.lang'),
      title: say('history.pdf_title', { name }),
      about: [
        ...(tax_number ? [say('history.pdf_tax', { number: tax_number })] : []),
        ...(first && last
          ? [say('history.pdf_period', { from: clerk.dayOf(first.at), till: clerk.dayOf(last.at) })]
          : [say('history.pdf_none')]),
        say(inside ? 'history.pdf_inside' : 'history.pdf_outward'),
        say('history.pdf_made', { at: clerk.moment(ctx.now.toISOString()), by, zone: ctx.viewer.time_zone }),
      ],
      days: byDays(rows, clerk, (row) => lineOf(row, clerk, { said, prints })),
    },
  }
}

const isOutward = ({ fact, message }: HistoryLine): boolean =>
  fact ? OUTWARD.has(fact.name) : message !== null && message.side !== 'note'

type Known = { said: Map<string, { at: string; text: string }[]>; prints: Map<string, string> }

function lineOf({ at, fact, message, dialogue, order }: HistoryLine, clerk: Clerk, known: Known) {
  const { say } = clerk
  const time = clerk.clock(at)
  if (message) return { time, ...messageLine(message, dialogue?.title ?? null, clerk, known) }
  if (!fact) return { time, who: '', about: '', text: '', notes: [] }
  const words = factWords(clerk, fact)
  return {
    time,
    kind: 'fact',
    who: fact.actor?.name ?? say('history.system'),
    about: order ? say('thing.order', { number: order.number }) : '',
    text: fact.comment?.text ? `${words}: ${fact.comment.text}` : words,
    notes: factDifferences(clerk, fact).map(
      ({ field, from, to }) => `${field}: ${from === null ? '' : `${from} → `}${to}`,
    ),
  }
}

function messageLine(message: Message, title: string | null, clerk: Clerk, { said, prints }: Known) {
  const { say } = clerk
  const who = message.member?.name ?? message.author_name ?? message.contact?.name ?? say('history.system')
  const { side, member, machine } = message
  const origin = machine ? say(`inbox.machine.${machine}`) : side === 'out' && !member && say('inbox.elsewhere')
  const state = message.delivery && say(`delivery.state.${message.delivery.state}`)
  return {
    kind: side,
    who,
    about: [say(`source.${message.channel}`), title, origin, side === 'note' ? say('history.pdf_note') : state]
      .filter(Boolean)
      .join(', '),
    text: message.text || contentWords(message, clerk),
    notes: [
      ...(message.forwarded_from ? [say('history.pdf_forwarded', { name: message.forwarded_from })] : []),
      ...(said.get(message.id) ?? []).map(({ at, text }) => say('history.pdf_before', { at: clerk.moment(at), text })),
      ...(message.removed_at ? [say('history.pdf_removed', { at: clerk.moment(message.removed_at) })] : []),
      ...message.files.map(({ name, file }) =>
        file
          ? say('history.pdf_file', { name, size: clerk.count(file.size), print: prints.get(file.id) ?? '' })
          : say('history.pdf_file_lost', { name }),
      ),
    ],
  }
}

/** A message without words of its own: a call, a place, a card. */
function contentWords({ content }: Message, { say }: Clerk): string {
  if (!content) return ''
  switch (content.kind) {
    case 'call':
      return say(
        content.missed ? 'history.pdf_missed' : content.incoming ? 'history.pdf_call_in' : 'history.pdf_call_out',
        { phone: content.phone },
      )
    case 'location':
      return [content.title, content.address, `${content.latitude}, ${content.longitude}`].filter(Boolean).join(', ')
    case 'contact':
      return `${content.name}, ${content.phone}`
    case 'sticker':
      return content.emoji
    case 'notice':
      return content.who ?? ''
    case 'unknown':
      return content.name
  }
}

function byDays<T>(rows: readonly HistoryLine[], { dayOf }: Clerk, made: (row: HistoryLine) => T) {
  const days: { day: string; lines: T[] }[] = []
  for (const row of rows) {
    const day = dayOf(row.at)
    if (days.at(-1)?.day !== day) days.push({ day, lines: [] })
    days.at(-1)?.lines.push(made(row))
  }
  return days
}

/** What messages said before their writers changed them, oldest first. */
async function earlierWords(ctx: Ctx, rows: readonly HistoryLine[]): Promise<Known['said']> {
  const ids = rows.flatMap(({ message }) => (message?.edited_at ? [message.id] : []))
  const said: Known['said'] = new Map()
  if (ids.length === 0) return said
  const { rows: versions } = await sql<{ message_id: string; at: string; text: string }>`
    select v.message_id, v.at, v.text from message_versions v where v.company_id = ${ctx.viewer.company_id}
      and v.message_id = any(${ids}::uuid[]) order by v.message_id, v.at`.execute(ctx.db)
  for (const { message_id, ...version } of versions) said.set(message_id, [...(said.get(message_id) ?? []), version])
  return said
}

/** SHA-256 of the files that messages carry: whoever has the file can tell that it is the same. */
async function fingerprints(ctx: Ctx, rows: readonly HistoryLine[]): Promise<Known['prints']> {
  const ids = rows.flatMap(({ message }) => message?.files.flatMap(({ file }) => file?.id ?? []) ?? [])
  if (ids.length === 0) return new Map()
  const { rows: files } = await sql<{
    id: string
    print: string
  }>`select f.id, encode(f.sha256, 'hex') as print from files f
    where f.company_id = ${ctx.viewer.company_id} and f.id = any(${ids}::uuid[])`.execute(ctx.db)
  return new Map(files.map(({ id, print: text }) => [id, text]))
}
