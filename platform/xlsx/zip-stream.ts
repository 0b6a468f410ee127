import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

/** One file of an archive; its content is asked for only when its turn comes. */
export type ZipEntry = { name: string; content: AsyncIterable<string> | Iterable<string> }

type Written = { name: Buffer; crc: number; packed: number; size: number; offset: number }

/** Sizes follow the data (bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x0808
const DEFLATE = 8
/** 1 January 1980, the first day of the format: the same content gives the same bytes. */
const DOS_DATE = 0x0021
const VERSION = 20

/** A zip archive piece by piece: no entry is ever whole in memory. Entries stay below 4 GB. */
export async function* zipStream(entries: Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let offset = 0
  for (const { name, content } of entries) {
    const entry: Written = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, offset }
    const header = localHeader(entry)
    yield header
    for await (const chunk of deflated(content, entry)) yield chunk
    const sizes = descriptor(entry)
    yield sizes
    offset += header.length + entry.packed + sizes.length
    written.push(entry)
  }
  const directory = Buffer.concat(written.map(directoryEntry))
  yield directory
  yield directoryEnd(written.length, directory.length, offset)
}

async function* deflated(content: ZipEntry['content'], entry: Written): AsyncGenerator<Buffer> {
  const raw = createDeflateRaw({ level: 6 })
  const pumped = pipeline(measured(content, entry), raw)
  // A fault of the content surfaces in the loop below; this only keeps it from being «unhandled» as well.
  pumped.catch(() => undefined)
  for await (const chunk of raw as AsyncIterable<Buffer>) {
    entry.packed += chunk.length
    yield chunk
  }
  await pumped
}

async function* measured(content: ZipEntry['content'], entry: Written): AsyncGenerator<Buffer> {
  for await (const text of content) {
    const bytes = Buffer.from(text)
    entry.crc = crc32(bytes, entry.crc)
    entry.size += bytes.length
    yield bytes
  }
}

/** Numbers of two (`s`) and four (`l`) bytes, low byte first, as the format packs them. */
function packed(pattern: string, values: readonly number[]): Buffer {
  const parts = Array.from(pattern, (kind, at) => {
    const part = Buffer.alloc(kind === 's' ? 2 : 4)
    if (kind === 's') part.writeUInt16LE(values[at] ?? 0)
    else part.writeUInt32LE(values[at] ?? 0)
    return part
  })
  return Buffer.concat(parts)
}

function localHeader({ name }: Written): Buffer {
  const fields = packed('lssssslllss', [0x04034b50, VERSION, FLAGS, DEFLATE, 0, DOS_DATE, 0, 0, 0, name.length, 0])
  return Buffer.concat([fields, name])
}

function descriptor({ crc, packed: packed_size, size }: Written): Buffer {
  return packed('llll', [0x08074b50, crc, packed_size, size])
}

function directoryEntry({ name, crc, packed: packed_size, size, offset }: Written): Buffer {
  const fields = packed('lsssssslllsssssll', [
    0x02014b50,
    VERSION,
    VERSION,
    FLAGS,
    DEFLATE,
    0,
    DOS_DATE,
    crc,
    packed_size,
    size,
    name.length,
    0,
    0,
    0,
    0,
    0,
    offset,
  ])
  return Buffer.concat([fields, name])
}

function directoryEnd(count: number, size: number, offset: number): Buffer {
  return packed('lssssllsl', [0x06054b50, 0, 0, count, count, size, offset, 0]).subarray(0, 22)
}
