import { buffer } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { World } from '#platform/ctx.ts'
import { type Access, ChannelFault, type Outgoing, type OutgoingFile, type Sent } from '../adapter.ts'
import { splitText } from '../split-text.ts'
import { type Max, maxOf } from './api.ts'
import type { MaxMessage } from './updates.ts'

const TEXT_LIMIT = 4000
const PICTURES = 10
/** A file goes through memory on its way: more than this is a link's matter. */
const FILE_LIMIT = 50 * 1024 * 1024
/** How long MAX is given to look through a file before the message that carries it is tried again later. */
const PAUSES_MS = [300, 700, 1500, 3000, 6000]

type Part = { text: string; files: readonly OutgoingFile[] }

/** What of a message in several parts is out already, for the next try: MAX has no name for a try. */
const out = new LRUCache<string, { parts: number; first: string }>({ max: 1000 })

/** Sends a message, in as many parts as MAX wants of it; it is called by its first part. */
export async function send(message: Outgoing, access: Access, world: World): Promise<Sent> {
  const to = whereTo(message)
  const parts = partsOf(message)
  if (!parts.length) throw new ChannelFault('channel.nothing_to_send', '', { permanent: true })
  const max = maxOf(access, world)
  const memory = `${access.channel_id}:${message.message_id}`
  let { parts: done, first } = out.get(memory) ?? { parts: 0, first: '' }
  for (const [at, part] of parts.entries()) {
    if (at < done) continue
    const mid = await sendPart(max, part, { to, answers: at === 0 ? (message.reply_to?.external_id ?? null) : null })
    first ||= mid
    out.set(memory, { parts: (done = at + 1), first })
  }
  out.delete(memory)
  return { external_id: first }
}

export async function typing(to: Pick<Outgoing, 'to' | 'conversation'>, access: Access, world: World): Promise<void> {
  const { chat_id } = whereTo(to)
  if (chat_id) await maxOf(access, world).call('POST', `/chats/${chat_id}/actions`, { body: { action: 'typing_on' } })
}

type Where = { chat_id?: string; user_id?: string }

function whereTo({ conversation, to }: Pick<Outgoing, 'to' | 'conversation'>): Where {
  if (/^-?\d+$/.test(conversation.external_key ?? '')) return { chat_id: conversation.external_key ?? '' }
  if (to?.kind === 'max') return { user_id: to.value }
  throw new ChannelFault('channel.no_answer_there', '', { permanent: true })
}

/** Words go with the first pictures where they are short enough; other files go alone, one in a message. */
function partsOf({ text, files }: Outgoing): Part[] {
  const heavy = files.find(({ size }) => size > FILE_LIMIT)
  if (heavy) throw new ChannelFault('channel.file_over_50mb', heavy.name, { permanent: true })
  const seen = files.filter(({ mime }) => /^(image|video)\//.test(mime))
  const groups: (readonly OutgoingFile[])[] = Array.from({ length: Math.ceil(seen.length / PICTURES) }, (_, at) =>
    seen.slice(at * PICTURES, (at + 1) * PICTURES),
  )
  groups.push(...files.filter((file) => !seen.includes(file)).map((file) => [file]))
  const words = splitText(text, TEXT_LIMIT)
  const under = groups.length > 0 && words.length <= 1 ? (words.pop() ?? '') : ''
  return [
    ...words.map((part) => ({ text: part, files: [] })),
    ...groups.map((group, at) => ({ text: at === 0 ? under : '', files: group })),
  ]
}

async function sendPart(max: Max, { text, files }: Part, { to, answers }: { to: Where; answers: string | null }) {
  const attachments = []
  for (const file of files) attachments.push(await uploaded(max, file))
  const link = answers ? { link: { type: 'reply', mid: answers } } : {}
  const body = { text: text || null, ...(attachments.length ? { attachments } : {}), ...link }
  for (const wait of [...PAUSES_MS, null]) {
    try {
      const { message } = await max.call<{ message: MaxMessage }>('POST', '/messages', { query: { ...to }, body })
      return message.body.mid
    } catch (error) {
      const working = error instanceof ChannelFault && error.code === 'channel.file_not_ready'
      if (!working || wait === null) throw error
      await pause(wait)
    }
  }
  throw new Error('unreachable')
}

type Uploaded = { type: string; payload: Record<string, unknown> }

/** Gives MAX a file: the address first, the bytes there, and what it says of them goes into the message. */
async function uploaded(max: Max, file: OutgoingFile): Promise<Uploaded> {
  const [sort = ''] = file.mime.split('/')
  const type = sort === 'image' || sort === 'video' || sort === 'audio' ? sort : 'file'
  const { url, token } = await max.call<{ url: string; token?: string }>('POST', '/uploads', { query: { type } })
  const bytes = new Blob([await buffer(file.open())], { type: file.mime })
  const said = await max.upload(url, { name: file.name.slice(0, 200), bytes })
  // Videos and sounds have their key with the address, pictures several in the answer, files one.
  return { type, payload: token ? { token } : said }
}
