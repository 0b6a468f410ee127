import { ChannelFault, type Outgoing, type OutgoingFile } from '../adapter.ts'
import { splitText } from '../split-text.ts'

/** What goes out in one call; `seen` files are looked at in the chat, others are loaded down. */
export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'files'; files: readonly OutgoingFile[]; seen: boolean; caption: string }

const MB = 1024 * 1024
/** Limits of the Bot API. */
export const TEXT_LIMIT = 4096
export const CAPTION_LIMIT = 1024
export const FILE_LIMIT = 50 * MB
const PHOTO_LIMIT = 10 * MB
const ALBUM = 10

/** A message in parts as Telegram takes them: short words go under the first picture, long ones before it. */
export function partsOf({ text, files }: Pick<Outgoing, 'text' | 'files'>): Part[] {
  const heavy = files.find(({ size }) => size > FILE_LIMIT)
  if (heavy) throw new ChannelFault('channel.file_over_50mb', heavy.name, { permanent: true })
  const words = text.trim()
  const under = files.length > 0 && words.length <= CAPTION_LIMIT
  const said: Part[] = under ? [] : splitText(words, TEXT_LIMIT).map((part) => ({ kind: 'text', text: part }))
  const sorts = [true, false].flatMap((seen) =>
    inAlbums(files.filter((file) => isSeen(file) === seen)).map((album) => ({ album, seen })),
  )
  const shown = sorts.map(({ album, seen }, at): Part => ({
    kind: 'files',
    files: album,
    seen,
    caption: under && at === 0 ? words : '',
  }))
  return [...said, ...shown]
}

const isSeen = ({ mime, size }: OutgoingFile): boolean =>
  (/^image\/(jpeg|png|webp)$/.test(mime) && size <= PHOTO_LIMIT) || mime === 'video/mp4'

const inAlbums = (files: readonly OutgoingFile[]): (readonly OutgoingFile[])[] =>
  Array.from({ length: Math.ceil(files.length / ALBUM) }, (_, at) => files.slice(at * ALBUM, (at + 1) * ALBUM))
