import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FastifyReply } from 'fastify'
import type { CostFilter } from '#contract/reports.ts'
import type { Viewer } from '#platform/ctx.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import type { Frame } from '#platform/http/serve.ts'
import { writeXlsx } from '#platform/xlsx/write-xlsx.ts'
import { disposition } from '#server/files/index.ts'
import { type Locale, wordsFor } from '#words/index.ts'
import { orderCostSheets } from './order-costs-sheets.ts'

type Asked = { filter: CostFilter; locale: Locale }
const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * Sends the report as a workbook. It is written to a file first, which loses its name at once: a slow reader holds
 * that file, and neither a connection nor a transaction.
 */
export async function sendOrderCosts(
  frame: Frame,
  viewer: Viewer,
  { filter, locale }: Asked,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const words = wordsFor(locale)
  const place = join(tmpdir(), `naryad-${randomUUID()}.xlsx`)
  try {
    await inTransaction(frame, viewer, {
      read_only: true,
      steady: true,
      run: async (db) => {
        const ctx = { db, viewer, now: frame.world.now(), if_match: null, world: frame.world, afterCommit: [] }
        const sheets = await orderCostSheets(ctx, filter, words)
        await pipeline(writeXlsx({ sheets }), createWriteStream(place, { mode: 0o600 }))
      },
    })
    const file = await open(place)
    const { size } = await file.stat()
    const name = words('report.file_order_costs', { from: filter.from, to: filter.to })
    reply.headers({
      'content-type': MIME,
      'content-length': size,
      'content-disposition': disposition('attachment', name),
      'cache-control': 'private, no-store',
    })
    return await reply.send(file.createReadStream())
  } finally {
    await rm(place, { force: true })
  }
}
