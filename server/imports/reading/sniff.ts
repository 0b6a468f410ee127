import { DELIMITERS, type ENCODINGS } from '#contract/parties/imports.ts'
import papa from 'papaparse'

export type Encoding = (typeof ENCODINGS)[number]

/** Why a file is no table that can be read. */
export class Unreadable extends Error {
  readonly code: string
  readonly facts: Record<string, unknown>
  constructor(code: string, facts: Record<string, unknown> = {}) {
    super(code)
    this.code = code
    this.facts = facts
  }
}

/** A workbook or a text, by the first bytes; the name says nothing. */
export function formatOf(head: Buffer): 'xlsx' | 'csv' {
  const begins = (hex: string) => head.toString('hex', 0, hex.length / 2) === hex
  if (begins('504b0304')) return 'xlsx'
  if (begins('d0cf11e0')) throw new Unreadable('import.old_excel')
  if (begins('25504446') || begins('ffd8ff') || begins('89504e47')) throw new Unreadable('import.not_a_table')
  if (wide(head) === null && head.includes(0)) throw new Unreadable('import.not_a_table')
  return 'csv'
}

/** In what letters a text is written (IMP-2): by its mark, by being right UTF-8, else by which reading looks most like words. */
export function encodingOf(head: Buffer): Encoding {
  const found = wide(head)
  if (found) return found
  if (isUtf8(head)) return 'utf-8'
  const tries = (['windows-1251', 'koi8-r', 'ibm866'] as const).map((name) => ({
    name,
    looks: likeness(new TextDecoder(name).decode(head)),
  }))
  return tries.reduce((best, one) => (one.looks > best.looks ? one : best)).name
}

/** UTF-16, by its mark or by the zeros of its Latin letters, digits and signs. */
function wide(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  for (const [at, byte] of head.subarray(0, 4096).entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const most = Math.max(even, odd)
  if (most * 20 < Math.min(head.length, 4096) || Math.min(even, odd) * 10 > most) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** The head may end within a letter. */
function isUtf8(head: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Letters that make up most of any Russian or Belarusian text; the wrong alphabet turns them into the rare ones. */
const USUAL = /[оеаинтсрвлкмдпуы]/i

/** How much a text looks like Cyrillic words: usual letters for it, a capital within a word and signs of frames against it. */
function likeness(text: string): number {
  let looks = 0
  let before = ''
  for (const sign of text) {
    const letter = /[\u0400-\u04FF]/.test(sign)
    if (letter) looks += USUAL.test(sign) ? 2 : -1
    if (letter && /[\u0430-\u045F]/.test(before) && /[\u0400-\u042F]/.test(sign)) looks -= 4
    if (/[\u2500-\u25FF\u00A0-\u00BF\u2200-\u22FF]/.test(sign)) looks -= 2
    before = sign
  }
  return looks
}

/** By what the columns of a text are parted (IMP-2): as its first line says (`sep=;`), else as most lines agree. */
export function delimiterOf(text: string): (typeof DELIMITERS)[number] {
  const said = /^sep=(.)\r?\n/i.exec(text)?.[1]
  const named = DELIMITERS.find((one) => one === said)
  if (named) return named
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, ...agreementOf(text, delimiter) }))
  return scored.reduce((best, one) =>
    one.share > best.share || (one.share === best.share && one.cells > best.cells) ? one : best,
  ).delimiter
}

/** Which part of the first rows has as many cells as most of them have, where that is more than one. */
function agreementOf(text: string, delimiter: string): { share: number; cells: number } {
  const { data } = papa.parse<string[]>(text, { preview: 100, delimiter, skipEmptyLines: 'greedy' })
  const counts = Map.groupBy(data, ({ length }) => length)
  const most = { share: 0, cells: 0 }
  for (const [cells, rows] of counts)
    if (cells > 1 && rows.length / data.length > most.share)
      Object.assign(most, { cells, share: rows.length / data.length })
  return most
}
