/**
 * Old programs of the region send letters of koi8-r and windows-1251 and do not say so: 8-bit signs right in the header,
 * bodies with no charset. A letter is mended before it is parsed: headers become UTF-8, bodies get the charset named.
 *
 * Bytes are kept in strings of one sign a byte (latin1), so that nothing but the mended places can change.
 */
export function mendCharsets(raw: Buffer): Buffer {
  return Buffer.from(mendPart(raw.toString('latin1'), 0), 'latin1')
}

const DEEPEST = 20
const HIGH = /[\u0080-\u00ff]/

function mendPart(part: string, depth: number): string {
  const { head: given, gap, body } = cut(part)
  const head = mendBoundary(given.replaceAll(/(\r?\n)(?=(?:boundary|charset|name|filename)\s*=)/gi, '$1 '), body)
  const flat = head.replaceAll(/\r?\n[ \t]+/g, ' ')
  const type = /^content-type[ \t]*:[ \t]*([^\r\n]*)/im.exec(flat)?.[1] ?? ''
  const boundary = /^multipart\//i.test(type) ? BOUNDARY.exec(type) : null
  const mended = mendHead(head, /charset\s*=\s*"?([^\s";]+)/i.exec(type)?.[1])
  const mark = boundary?.[1] ?? boundary?.[2]
  if (mark && depth < DEEPEST) return mended + gap + mendParts(body, mark, depth)
  if (/^(?:text\/|$)/i.test(type)) return named(mended, { type, flat, gap, body })
  return mended + gap + body
}

const BOUNDARY = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i

/** Parts whose mark is not the announced one are parted by the mark that stands there; where none does, all is text. */
function mendBoundary(head: string, body: string): string {
  const type = /^content-type[ \t]*:[ \t]*multipart\/[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*/im.exec(head)?.[0]
  if (!type) return head
  const announced = BOUNDARY.exec(type)
  const mark = announced?.[1] ?? announced?.[2]
  if (mark && body.includes(`--${mark}`)) return head
  const found = /^--(\S[^\r\n]{0,200}?)[ \t]*\r?\ncontent-/im.exec(body)?.[1]
  const mended = found ? `Content-Type: multipart/mixed; boundary="${found}"` : 'Content-Type: text/plain'
  return body.trim() === '' ? head : head.replace(type, () => mended)
}

/** Header and body, with the blank line between them; a part may have no header at all. */
function cut(part: string): { head: string; gap: string; body: string } {
  const nothing = /^\r?\n/.exec(part)
  if (nothing) return { head: '', gap: nothing[0], body: part.slice(nothing[0].length) }
  const gap = /\r?\n\r?\n/.exec(part)
  if (!gap) return { head: part, gap: '', body: '' }
  return { head: part.slice(0, gap.index), gap: gap[0], body: part.slice(gap.index + gap[0].length) }
}

function mendParts(body: string, boundary: string, depth: number): string {
  const marks = new RegExp(`((?:^|\\r?\\n)--${RegExp.escape(boundary)}(?:--)?[ \\t]*(?:\\r?\\n|$))`)
  // Every second piece is a mark; the first is the preamble.
  return body
    .split(marks)
    .map((piece, at) => (at === 0 || at % 2 === 1 ? piece : mendPart(piece, depth + 1)))
    .join('')
}

function mendHead(head: string, declared: string | undefined): string {
  if (!HIGH.test(head)) return head
  const bytes = Buffer.from(head, 'latin1')
  const charset = guessCharset(bytes, declared)
  return charset === 'utf-8' ? head : Buffer.from(decode(bytes, charset), 'utf8').toString('latin1')
}

type TextPart = { type: string; flat: string; gap: string; body: string }

const CHARSET = /;?\s*charset\s*=\s*"?([^\s";]+)"?/i

/** What says nothing, or is said by programs that do not know better. */
const EMPTY_WORD = /^(?:us-ascii|ascii|7bit|8bit|unknown-8bit|x-unknown|default|utf-?8|iso-8859-1|latin1)$/

/** The part with its charset named, where it names none, one that does not exist, or one that its bytes break. */
function named(head: string, { type, flat, gap, body }: TextPart): string {
  const declared = CHARSET.exec(type)?.[1]?.toLowerCase() ?? ''
  const charset = declared === '' || EMPTY_WORD.test(declared) ? foundIn(body, flat) : null
  // Where something is declared, only Cyrillic is a reason to know better.
  const believed = charset === null || (/^(?:utf|iso|latin)/.test(declared) && !isCyrillic(charset))
  if (believed) return head + gap + body
  const line = `Content-Type: ${type.replace(CHARSET, '') || 'text/plain'}; charset=${charset}`
  const rest = head.replaceAll(/^content-type[ \t]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*(?:\r?\n|$)/gim, '')
  const end = gap.startsWith('\r') ? '\r\n' : '\n'
  const apart = rest === '' || rest.endsWith('\n') ? '' : end
  return rest + apart + line + (head === '' ? end + end : gap) + body
}

/** The charset of a body by its bytes; null where plain ASCII says it all. */
function foundIn(body: string, flat: string): string | null {
  const encoding = /^content-transfer-encoding[ \t]*:[ \t]*([\w-]+)/im.exec(flat)?.[1]?.toLowerCase()
  const bytes = decodedBody(body, encoding)
  return HIGH.test(bytes) ? guessCharset(Buffer.from(bytes, 'latin1'), undefined) : null
}

function decodedBody(body: string, encoding: string | undefined): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('latin1')
  if (encoding !== 'quoted-printable') return body
  return body.replaceAll(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
}

const CYRILLIC = ['windows-1251', 'koi8-r', 'ibm866'] as const
const isCyrillic = (charset: string): boolean => (CYRILLIC as readonly string[]).includes(charset)

function decode(bytes: Uint8Array, charset: string): string {
  return new TextDecoder(charset).decode(bytes)
}

/** The charset of bytes that do not say it. A declared one is believed where it is Cyrillic and of one byte. */
export function guessCharset(bytes: Uint8Array, declared: string | undefined): string {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    if (declared && /^(?:koi8-[ru]|windows-125\d|cp-?125\d|ibm866|cp866|iso-8859-\d+)$/i.test(declared))
      return known(declared)
    const sample = bytes.subarray(0, 20_000)
    if (isWestern(sample)) return 'windows-1252'
    const [best] = CYRILLIC.map((charset) => ({ charset, score: score(decode(sample, charset)) })).sort(
      (a, b) => b.score - a.score,
    )
    return best && best.score > 0 ? best.charset : 'windows-1252'
  }
}

function known(label: string): string {
  const name = label.toLowerCase().replace(/^cp-?125/, 'windows-125')
  try {
    return new TextDecoder(name).encoding
  } catch {
    return 'windows-1252'
  }
}

/** Single signs inside words of Latin letters: é, ü. Cyrillic words are of such signs from end to end. */
function isWestern(bytes: Uint8Array): boolean {
  // A lone strange sign is a space or a dash of Windows, never a word.
  if (!/[\u0080-\u00ff]{3}/.test(Buffer.from(bytes).toString('latin1'))) return true
  const words =
    Buffer.from(bytes)
      .toString('latin1')
      .match(/[A-Za-z\u0080-\u00ff]+/g) ?? []
  const strange = words.filter((word) => HIGH.test(word))
  const mixed = strange.filter((word) => word.replaceAll(/[^A-Za-z]/g, '').length * 2 >= word.length)
  return strange.length > 0 && mixed.length * 2 > strange.length
}

/** How common the letters of Russian, Belarusian and Ukrainian are: the sooner in the list, the more. */
const COMMON = [
  /[оеаи]/i,
  /[нтс]/i,
  /[рвлі]/i,
  /[кмдпу]/i,
  /[яыьгзб]/i,
  /[чйўєї]/i,
  /[хжшё]/i,
  /[юцґ]/i,
  /[щэ]/i,
  /ф/i,
  /ъ/i,
]
const MARKS = /[«»—–№„“”…\u00a0]/

/** How much this looks like words: common letters, no capitals inside, nothing drawn. */
function score(text: string): number {
  let sum = 0
  let before = ''
  for (const sign of text) {
    if (sign > '\u007f') sum += weightOf(sign)
    if (/\p{Lu}/u.test(sign) && /\p{Ll}/u.test(before)) sum -= 8
    before = sign
  }
  return sum
}

function weightOf(sign: string): number {
  const place = COMMON.findIndex((letters) => letters.test(sign))
  if (place >= 0) return 5 - place
  return MARKS.test(sign) ? 0 : -5
}
