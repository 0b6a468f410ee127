import type { Message, PhotoSize } from 'grammy/types'
import type { MessagePart } from '#contract/inbox/conversations.ts'

/** A file that a message names; its bytes are asked for apart. */
export type Wanted = { name: string; part: MessagePart; file_id: string; size: number | null }

/** What every file of Telegram has, and what some have. */
type Held = { file_id?: string; file_size?: number; file_name?: string; mime_type?: string; title?: string }

const PICTURE = /^image\/(jpeg|png|webp|gif)$/

/** Files of a message. The same bytes may stand under two names (an animation is a document, too): they count once. */
export function filesOf(message: Message): Wanted[] {
  const { animation, audio, document, live_photo, paid_media, photo, sticker, video, video_note, voice } = message
  const at = message.message_id
  const wanted: (Wanted | null)[] = [
    photoOf(photo, at),
    fileOf(animation, 'video', `animation_${at}.mp4`),
    fileOf(audio, 'file', `${audio?.title ?? `audio_${at}`}.mp3`),
    animation ? null : fileOf(document, PICTURE.test(document?.mime_type ?? '') ? 'picture' : 'file', `file_${at}`),
    fileOf(live_photo, 'video', `live_${at}.mp4`),
    // A moving sticker is a drawing that no browser shows: its still picture stands for it.
    sticker?.is_animated
      ? photoOf(sticker.thumbnail && [sticker.thumbnail], at, 'sticker')
      : fileOf(sticker, 'sticker', `sticker_${at}.${sticker?.is_video ? 'webm' : 'webp'}`),
    fileOf(video, 'video', `video_${at}.mp4`),
    fileOf(video_note, 'round', `round_${at}.mp4`),
    fileOf(voice, 'voice', `voice_${at}.ogg`),
    ...(paid_media?.paid_media ?? []).flatMap((part) => [
      photoOf('photo' in part ? part.photo : undefined, at),
      fileOf('video' in part ? part.video : undefined, 'video', `video_${at}.mp4`),
    ]),
  ]
  return wanted.filter((file) => file !== null)
}

/** Files between the paragraphs of a rich message, which carry the fields of a message. */
export const filesBetween = (media: readonly Record<string, unknown>[], message_id: number): Wanted[] =>
  media.flatMap((held) => filesOf({ ...held, voice: held['voice_note'], message_id } as unknown as Message))

function fileOf(held: Held | undefined, part: MessagePart, otherwise: string): Wanted | null {
  if (!held?.file_id) return null
  return { name: held.file_name || otherwise, part, file_id: held.file_id, size: held.file_size ?? null }
}

/** The largest size of a photo. */
function photoOf(sizes: readonly PhotoSize[] | undefined, at: number, part: MessagePart = 'picture'): Wanted | null {
  const largest = sizes?.toSorted((a, b) => b.width * b.height - a.width * a.height)[0]
  return largest ? fileOf(largest, part, `photo_${at}.jpg`) : null
}
