import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FastifyReply } from 'fastify'
import type { Ctx, Viewer } from '../ctx.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Frame } from '../http/serve.ts'
import { type Sheet, writeXlsx } from './write-xlsx.ts'

type Asked = {
  /** The header that names the file. */
  disposition: string
  sheets: (ctx: Ctx) => Promise<Sheet[]>
}
const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * Sends sheets of one moment as a workbook. It is written to a file first, which loses its name at once: a slow reader
 * holds that file, and neither a connection nor a transaction.
 */
export async function sendWorkbook(
  frame: Frame,
  viewer: Viewer,
  { disposition, sheets }: Asked,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const place = join(tmpdir(), `naryad-${randomUUID()}.xlsx`)
  try {
    await inTransaction(frame, viewer, {
      read_only: true,
      steady: true,
      run: async (db) => {
        const ctx = { db, viewer, now: frame.world.now(), if_match: null, world: frame.world, afterCommit: [] }
        await pipeline(writeXlsx({ sheets: await sheets(ctx) }), createWriteStream(place, { mode: 0o600 }))
      },
    })
    const file = await open(place)
    const { size } = await file.stat()
    reply.headers({
      'content-type': MIME,
      'content-length': size,
      'content-disposition': disposition,
      'cache-control': 'private, no-store',
    })
    return await reply.send(file.createReadStream())
  } finally {
    await rm(place, { force: true })
  }
}
