import { Readable } from 'node:stream'
import papa from 'papaparse'
import type { Encoding } from './sniff.ts'
import type { TableRow } from './table.ts'

/** Rows of a text, as they stand in it: the library knows how cells are quoted and how quotes are doubled. */
export async function* readCsv(
  bytes: AsyncIterable<Buffer>,
  { encoding, delimiter }: { encoding: Encoding; delimiter: string },
): AsyncGenerator<TableRow> {
  const rows = papa.parse(papa.NODE_STREAM_INPUT, { delimiter })
  const text = Readable.from(decoded(bytes, encoding), { objectMode: false, encoding: 'utf8' })
  text.on('error', (error) => rows.destroy(error))
  text.pipe(rows)
  let at = 0
  try {
    for await (const cells of rows as AsyncIterable<string[]>) {
      at += 1
      // What Excel is told about the file is no row of it.
      if (at === 1 && cells.length <= 2 && /^sep=/i.test(cells[0] ?? '')) continue
      yield { at, cells }
    }
  } finally {
    text.destroy()
  }
}

/** The mark at the beginning is not a part of the first cell. */
async function* decoded(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
