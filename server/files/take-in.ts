import { Readable } from 'node:stream'
import { uuidv7 } from 'uuidv7'
import type { Ctx, World } from '#platform/ctx.ts'
import type { Stored } from '#platform/storage/blob-store.ts'
import { type Content, contentOf } from './content.ts'
import { tidyName } from './disposition.ts'

/** Bytes from outside that lie in the store already, and what they are; no row names them yet. */
export type TakenIn = Stored & Content & { name: string }

/**
 * Stores bytes that came from outside, before any transaction begins: they may be many. What the sender calls them is
 * a name only; what they are is found from the bytes (FIL-1).
 */
export async function takeIn(
  { store }: Pick<World, 'store'>,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<TakenIn> {
  const stored = await store.put(Readable.from([bytes], { objectMode: false }), bytes.length)
  return { ...stored, name: tidyName(name), ...(await contentOf(store, stored)) }
}

/** Writes down what was taken in: gives the id of the file. Nobody of ours uploaded it. */
export async function writeFile(ctx: Ctx, { name, mime, size, sha256, width, height }: TakenIn): Promise<string> {
  const id = uuidv7()
  const { company_id, contact_id, subject_id } = ctx.viewer
  const row = { company_id, id, name, mime, size: String(size), sha256, width, height, created_at: ctx.now }
  await ctx.db
    .insertInto('files')
    .values({ ...row, uploaded_by: contact_id ?? subject_id })
    .execute()
  return id
}
