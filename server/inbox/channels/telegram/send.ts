import { InputFile } from 'grammy'
import type { InputMediaDocument, InputMediaPhoto, InputMediaVideo, Message } from 'grammy/types'
import { LRUCache } from 'lru-cache'
import type { World } from '#platform/ctx.ts'
import { type Access, ChannelFault, type Outgoing, type OutgoingFile, type Sent } from '../adapter.ts'
import { type Bot, botOf } from './bot.ts'
import { MovedFault } from './faults.ts'
import { type Part, partsOf } from './parts.ts'
import { type Place, keyOf, messageKey, numberOf, whereTo } from './threads.ts'

/** What of a message in several parts is out already, for the next try: Telegram has no name for a try. */
const out = new LRUCache<string, { parts: number; first: string }>({ max: 1000 })

/** Sends a message, in as many parts as Telegram wants of it; it is called by its first part. */
export async function send(message: Outgoing, access: Access, world: World): Promise<Sent> {
  const place = whereTo(message)
  if (!place) throw new ChannelFault('channel.no_answer_there', '', { permanent: true })
  const parts = partsOf(message)
  if (!parts.length) throw new ChannelFault('channel.nothing_to_send', '', { permanent: true })
  const bot = botOf(access, world)
  const memory = `${access.channel_id}:${message.message_id}`
  let { parts: done, first } = out.get(memory) ?? { parts: 0, first: '' }
  for (const [at, part] of parts.entries()) {
    if (at < done) continue
    const sent = await sendPart(bot, place, part, at === 0 ? message.reply_to?.external_id : null)
    first ||= messageKey(sent.chat.id, sent.message_id, place.business_connection_id)
    out.set(memory, { parts: (done = at + 1), first })
  }
  out.delete(memory)
  return { external_id: first }
}

export async function typing(to: Pick<Outgoing, 'to' | 'conversation'>, access: Access, world: World): Promise<void> {
  const place = whereTo(to)
  if (place) await botOf(access, world).call('sendChatAction', { ...addressed(place), action: 'typing' })
}

/** Sends one part; a picture that Telegram finds no picture goes as a file, and a group that grew is followed. */
async function sendPart(bot: Bot, place: Place, part: Part, answers: string | null | undefined): Promise<Message> {
  try {
    return await handOver(bot, place, part, answers)
  } catch (error) {
    if (!(error instanceof ChannelFault)) throw error
    if (error instanceof MovedFault) return handOver(bot, { chat_id: error.chat_id }, part, null)
    const refused = part.kind === 'files' && part.seen && /PHOTO|IMAGE|VIDEO|wrong type|wrong file/i.test(error.words)
    if (refused) return handOver(bot, place, { ...part, seen: false }, answers)
    throw error
  }
}

async function handOver(bot: Bot, place: Place, part: Part, answers: string | null | undefined): Promise<Message> {
  const message_id = numberOf(answers, place)
  const reply = message_id ? { reply_parameters: { message_id, allow_sending_without_reply: true } } : {}
  const to = { ...addressed(place), ...reply }
  if (part.kind === 'text') return bot.call('sendMessage', { ...to, text: part.text })
  const [only, ...more] = part.files
  if (!only) throw new Error(`a part without files goes to ${keyOf(place)}`)
  if (more.length) {
    const media = part.files.map((file, at) => mediaOf(file, part.seen, at === 0 ? part.caption : ''))
    const [sent] = await bot.call('sendMediaGroup', { ...to, media: media as InputMediaPhoto[] })
    if (!sent) throw new ChannelFault('channel.unreachable', 'an empty answer')
    return sent
  }
  const words = part.caption ? { caption: part.caption } : {}
  if (!part.seen) return bot.call('sendDocument', { ...to, ...words, document: bytesOf(only) })
  if (isVideo(only)) return bot.call('sendVideo', { ...to, ...words, video: bytesOf(only), supports_streaming: true })
  return bot.call('sendPhoto', { ...to, ...words, photo: bytesOf(only) })
}

type Media = InputMediaPhoto | InputMediaVideo | InputMediaDocument

function mediaOf(file: OutgoingFile, seen: boolean, caption: string): Media {
  const words = caption ? { caption } : {}
  if (!seen) return { type: 'document', media: bytesOf(file), ...words }
  return { type: isVideo(file) ? 'video' : 'photo', media: bytesOf(file), ...words }
}

const bytesOf = (file: OutgoingFile): InputFile => new InputFile(() => file.open(), file.name)
const isVideo = ({ mime }: OutgoingFile): boolean => mime.startsWith('video/')

const addressed = ({ chat_id, topic_id, business_connection_id }: Place) => ({
  chat_id,
  ...(topic_id ? { message_thread_id: topic_id } : {}),
  ...(business_connection_id ? { business_connection_id } : {}),
})
