import type { Readable } from 'node:stream'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'

/** Why a file is no workbook that can be read. */
export class BadWorkbook extends Error {
  readonly fault: 'broken' | 'too_large'
  constructor(fault: 'broken' | 'too_large', cause?: unknown) {
    super(`the workbook is ${fault}`, { cause })
    this.fault = fault
  }
}

/** Bytes that the parts of a workbook may unfold into: a million cells are some fifty million. */
const MOST = 400 * 1024 * 1024
/** Of a part that is held in memory whole. */
const MOST_HELD = 120 * 1024 * 1024
const MOST_PARTS = 2000

/** The parts of a workbook by their names. */
export type Archive = {
  has(name: string): boolean
  /** The bytes of a part; those of one that is missing are none. Errors: `BadWorkbook`. */
  part(name: string): AsyncGenerator<Buffer>
}

/**
 * Opens the archive of a workbook by its directory, which has every part in its place, whatever order they were written in.
 * One that says it unfolds into more than the memory is meant for is refused; a part that gives more than it said is broken.
 */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await orBroken(fromBufferPromise(bytes, { lazyEntries: true, autoClose: false }))
  const parts = new Map<string, Entry>()
  let all = 0
  for (const entry of await orBroken(Array.fromAsync(entriesOf(zip)))) {
    all += entry.uncompressedSize
    const held = /(sharedStrings|styles|workbook)\.xml/i.test(entry.fileName)
    if (all > MOST || (held && entry.uncompressedSize > MOST_HELD)) throw new BadWorkbook('too_large')
    // Names of parts are the same in capitals (ECMA-376, part 2, 6.2.2.3).
    parts.set(entry.fileName.toLowerCase(), entry)
  }
  return {
    has: (name) => parts.has(name.toLowerCase()),
    part: (name) => unpacked(zip, parts.get(name.toLowerCase())),
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  if (zip.entryCount > MOST_PARTS) throw new BadWorkbook('too_large')
  yield* zip.eachEntry()
}

async function* unpacked(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Buffer> {
  if (!entry) return
  const bytes: Readable = await orBroken(zip.openReadStreamPromise(entry))
  try {
    yield* bytes as AsyncIterable<Buffer>
  } catch (error) {
    throw new BadWorkbook('broken', error)
  } finally {
    bytes.destroy()
  }
}

async function orBroken<Value>(value: Promise<Value>): Promise<Value> {
  try {
    return await value
  } catch (error) {
    throw error instanceof BadWorkbook ? error : new BadWorkbook('broken', error)
  }
}
