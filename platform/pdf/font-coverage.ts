/**
 * Which characters a font can show.
 *
 * PDF/A refuses a document with a character that its fonts have no sign for: without this an emoji in a
 * customer's name would forbid his act. Fonts of the machine are no help, as they differ from one to the next.
 */
export type Coverage = ReadonlySet<number>

/** Reads the `cmap` table of a TrueType font (its segment mapping, format 4: all of the basic plane). */
export function coverageOf(font: Buffer): Coverage {
  const covered = new Set<number>()
  const at = segmentTable(font)
  const size = font.readUInt16BE(at + 6)
  for (let segment = 0; segment < size; segment += 2) {
    const last = font.readUInt16BE(at + 14 + segment)
    const first = font.readUInt16BE(at + 16 + size + segment)
    for (let code = first; code <= last && code < 0xffff; code += 1) covered.add(code)
  }
  return covered
}

/** JSON text with every character that cannot be shown put as `?`, and control characters as spaces. */
export function printable(json: string, coverage: Coverage): string {
  return JSON.stringify(JSON.parse(json), (_key, value: unknown) =>
    typeof value === 'string' ? shown(value, coverage) : value,
  )
}

/** Laid-out space of other widths than the font has; soft hyphens and joiners show nothing and may stay out. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu

function shown(text: string, coverage: Coverage): string {
  const composed = text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\u2000-\u200A\u202F\u205F\u3000]/gu, '\u00A0')
  const signs = Array.from(composed, (sign) => {
    const code = sign.codePointAt(0) ?? 0
    if (code === 0x0a) return sign
    if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return ' '
    return coverage.has(code) ? sign : '?'
  })
  return signs.join('')
}

function segmentTable(font: Buffer): number {
  const cmap = tableAt(font, 'cmap')
  for (let at = 0; at < font.readUInt16BE(cmap + 2); at += 1) {
    const table = cmap + font.readUInt32BE(cmap + 8 + at * 8)
    if (font.readUInt16BE(table) === 4) return table
  }
  throw new Error('the font has no segment mapping')
}

function tableAt(font: Buffer, name: string): number {
  for (let at = 0; at < font.readUInt16BE(4); at += 1) {
    const record = 12 + at * 16
    if (font.toString('latin1', record, record + 4) === name) return font.readUInt32BE(record + 8)
  }
  throw new Error(`the font has no ${name}`)
}
