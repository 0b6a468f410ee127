import { Readable } from 'node:stream'
import { uuidv7 } from 'uuidv7'
import type { Ctx } from '#platform/ctx.ts'

/** Bytes that the product itself made. */
type Made = { name: string; mime: string; bytes: Uint8Array }

/**
 * Stores bytes that the product made, such as a document: gives the id of the file.
 * The bytes are on the disk before the row is; a transaction that fails leaves bytes that nobody asks for.
 */
export async function keepFile(ctx: Ctx, { name, mime, bytes }: Made): Promise<string> {
  const { sha256, size } = await ctx.world.store.put(Readable.from([bytes]), bytes.length)
  const id = uuidv7()
  const { company_id, subject_id } = ctx.viewer
  const row = { company_id, id, name, mime, size: String(size), sha256, uploaded_by: subject_id, created_at: ctx.now }
  await ctx.db.insertInto('files').values(row).execute()
  return id
}
