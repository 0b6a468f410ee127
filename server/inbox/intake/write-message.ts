import { uuidv7 } from 'uuidv7'
import type { Ctx } from '#platform/ctx.ts'
import type { KnownWriter } from '#server/counterparties/index.ts'
import { writeFile } from '#server/files/index.ts'
import { knownMessage } from './edits.ts'
import type { Place } from './find-conversation.ts'
import type { Ready, ReadyFile } from './keep-message.ts'
import type { ChannelRef } from './receive.ts'

type Whole = { channel: ChannelRef; received: Ready; writer: Pick<KnownWriter, 'contact_id'> | null; place: Place }

/** Writes a message that came, with its files and as it was. */
export async function writeMessage(ctx: Ctx, { channel, received, writer, place }: Whole): Promise<string> {
  const { company_id } = ctx.viewer
  const id = uuidv7()
  const source = await sourceOf(ctx, received)
  const reply_to_id = await answered(ctx, { channel, place, received })
  const { text, folded = '', content, position = 0, edited_at, machine } = received
  const message = {
    company_id,
    id,
    conversation_id: place.id,
    channel_id: channel.id,
    external_id: received.external_id,
    contact_id: writer?.contact_id ?? null,
    ...writerIn(received),
    forwarded_from: received.forwarded_from?.slice(0, 200) ?? null,
    album: received.album ?? null,
    machine: machine ?? null,
    text,
    folded,
    content: (content ?? null) as never,
    reply_to_id,
    sent_at: notLater(received.sent_at, ctx.now),
    position: String(position),
    created_at: ctx.now,
    edited_at: edited_at ?? null,
  }
  await ctx.db
    .with('written', (db) => db.insertInto('messages').values(message))
    .insertInto('message_sources')
    .values({ company_id, message_id: id, ...source })
    .execute()
  await writeFiles(ctx, id, received.files)
  return id
}

/** Whose side it is on, and as who he calls himself there. */
function writerIn({ elsewhere, sender }: Ready) {
  const name = elsewhere ? elsewhere.author : sender?.name
  return { side: elsewhere ? ('out' as const) : ('in' as const), author_name: name?.slice(0, 200) ?? null }
}

/** As it came. */
async function sourceOf(ctx: Ctx, { raw, html, references = [] }: Ready) {
  const kept = 'taken' in raw ? { raw_file_id: await writeFile(ctx, raw.taken) } : { raw: raw.json as never }
  return { html: html || null, refs: [...references], ...kept }
}

async function writeFiles(ctx: Ctx, message_id: string, files: readonly ReadyFile[]): Promise<void> {
  if (files.length === 0) return
  const { company_id } = ctx.viewer
  const rows = []
  for (const [position, file] of files.entries()) {
    const { name, part, content_id = null } = file
    const fault = 'fault' in file ? file.fault : null
    rows.push({ company_id, message_id, position, file_id: await idOf(ctx, file), name, part, content_id, fault })
  }
  await ctx.db.insertInto('message_files').values(rows).execute()
}

async function idOf(ctx: Ctx, file: ReadyFile): Promise<string | null> {
  if ('taken' in file) return writeFile(ctx, file.taken)
  return 'file_id' in file ? file.file_id : null
}

/** The message of its own dialogue that this one answers: a stranger who names one of another does not show it as his. */
async function answered(
  ctx: Ctx,
  { channel, place, received: { reply_to } }: Pick<Whole, 'channel' | 'place' | 'received'>,
): Promise<string | null> {
  if (!reply_to) return null
  const known = await knownMessage(ctx, channel, reply_to)
  return known?.conversation_id === place.id ? known.id : null
}

/** A clock that runs ahead must not keep its words at the end of a dialogue for ever. */
const notLater = (at: Date, now: Date): Date => (at.getTime() <= now.getTime() ? at : now)
