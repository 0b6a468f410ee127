import type { MessageEntity, RichBlock, RichMessage, RichText } from 'grammy/types'

/** Media that stand between paragraphs, as fields of a message would hold them. */
type Media = Record<string, unknown>

const MEDIA = ['animation', 'audio', 'photo', 'video', 'voice_note'] as const

/** A message of blocks as plain text, line by line, and the files that stand between. */
export function readRich({ blocks }: RichMessage): { text: string; media: Media[] } {
  const media: Media[] = []
  return { text: linesOf(blocks, media).join('\n'), media }
}

const linesOf = (blocks: readonly RichBlock[] | undefined, media: Media[]): string[] =>
  (blocks ?? []).flatMap((block) => blockLines(block as Block, media)).filter((line) => line.trim() !== '')

/** Read by what a block holds and not by its sort: a sort that comes later is read, too. */
type Block = {
  text?: RichText
  summary?: RichText
  expression?: string
  caption?: RichText | { text?: RichText; credit?: RichText }
  credit?: RichText
  blocks?: RichBlock[]
  items?: { label?: string; blocks?: RichBlock[] }[]
  cells?: { text?: RichText }[][]
}

function blockLines(block: Block, media: Media[]): string[] {
  for (const name of MEDIA) if (name in block) media.push(block)
  return [
    plain(block.summary),
    plain(block.text),
    block.expression ?? '',
    ...linesOf(block.blocks, media),
    ...(block.items ?? []).map(({ label, blocks }) => `${label ?? '•'} ${linesOf(blocks, media).join('\n')}`),
    ...(block.cells ?? []).map((row) => row.map((cell) => plain(cell.text)).join(' | ')),
    captionOf(block.caption),
    plain(block.credit),
  ]
}

function captionOf(caption: Block['caption']): string {
  if (typeof caption !== 'object' || Array.isArray(caption)) return plain(caption)
  const { text, credit } = caption as { text?: RichText; credit?: RichText }
  return [plain(text), plain(credit)].filter(Boolean).join('\n')
}

/** Marked text without its marks; where a link leads is said behind it. */
function plain(text: RichText | undefined): string {
  if (text === undefined || text === null) return ''
  if (typeof text === 'string') return text
  if (Array.isArray(text)) return text.map(plain).join('')
  const { text: inner, alternative_text, expression, url } = text as unknown as Record<string, RichText | undefined>
  const shown = plain(inner ?? alternative_text ?? expression)
  return typeof url === 'string' ? withLink(shown, url) : shown
}

const withLink = (shown: string, url: string): string => (shown.includes(url) ? shown : `${shown} (${url})`)

/** Text as its reader must see it without marks: where a word is a link, the address stands behind it. */
export function plainText(text: string, entities: readonly MessageEntity[] = []): string {
  const links = entities.filter((entity) => entity.type === 'text_link').toSorted((a, b) => b.offset - a.offset)
  let shown = text
  for (const { offset, length, url } of links) {
    const end = offset + length
    if (!shown.slice(offset, end).includes(url)) shown = `${shown.slice(0, end)} (${url})${shown.slice(end)}`
  }
  return shown
}
