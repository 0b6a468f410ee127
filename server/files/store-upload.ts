import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { uuidv7 } from 'uuidv7'
import type { StoredFile } from '#contract/files.ts'
import type { Ctx, Viewer } from '#platform/ctx.ts'
import { elevated, inTransaction } from '#platform/db/transaction.ts'
import { insist, invalid, Refused } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { answered, holderOf, keeping, repeatOf } from '#platform/http/idempotency.ts'
import type { Frame } from '#platform/http/serve.ts'
import type { Stored } from '#platform/storage/blob-store.ts'
import { type Content, contentOf } from './content.ts'
import { tidyName } from './disposition.ts'

/** Bytes; a photo of a phone has up to 15 million. */
export const LARGEST = 50 * 1024 * 1024

type Received = Stored & Content & { name: string }

/**
 * Takes the one file of a multipart request for a viewer, whoever let him in (FIL-1 … FIL-4).
 *
 * The bytes are received before the transaction begins: a slow phone must not hold one open for minutes. A phone
 * that did not hear the answer sends the file again with the same Idempotency-Key and gets the first one's.
 */
export async function storeUpload(frame: Frame, viewer: Viewer, request: FastifyRequest): Promise<StoredFile> {
  const received = await receive(frame, request)
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string') return keep(frame, viewer, { received })
  const hash = createHash('sha256').update(`POST ${request.url}\n${received.name}\n`).update(received.sha256).digest()
  const work = answered(() => keep(frame, viewer, { received, repeat: { key, hash } }))
  return (await repeatOf(frame, viewer, { key, hash, work })) as StoredFile
}

async function receive({ world }: Frame, request: FastifyRequest): Promise<Received> {
  insist(request.isMultipart() ? null : invalid('file', 'file.none'))
  const part = await request.file({ limits: { fileSize: LARGEST, files: 1, fields: 0 } })
  if (part?.fieldname !== 'file') throw new Refused(invalid('file', 'file.none'))
  const stored = await world.store.put(Readable.from(whole(part), { objectMode: false }), LARGEST)
  insist(stored.size === 0 ? invalid('file', 'file.empty') : null)
  return { ...stored, name: tidyName(part.filename), ...(await contentOf(world.store, stored)) }
}

/** The reader of the form ends a part that is too large as if it were over; here it must not pass for whole. */
async function* whole({ file }: MultipartFile): AsyncGenerator<Buffer> {
  yield* file
  if (file.truncated) throw new Refused({ status: 413, code: 'file.too_large' })
}

type Keep = { received: Received; repeat?: { key: string; hash: Buffer } }

async function keep(frame: Frame, viewer: Viewer, { received, repeat }: Keep): Promise<StoredFile> {
  const { world } = frame
  const afterCommit: (() => void)[] = []
  const base = { viewer, now: world.now(), if_match: null, world, afterCommit }
  const stored = await inTransaction(frame, viewer, {
    read_only: false,
    run: async (db) => {
      const ctx: Ctx = { ...base, db }
      // A customer's eyes only read; what he sends is written down for him.
      return elevated(ctx, (inside) => writeDown(inside, received))
    },
    last: repeat && ((reply) => keeping({ ...repeat, holder: holderOf(viewer), reply, at: base.now })),
  })
  for (const then of afterCommit) then()
  return stored
}

async function writeDown(ctx: Ctx, { name, mime, size, sha256, width, height }: Received): Promise<StoredFile> {
  const { company_id, subject_id, contact_id } = ctx.viewer
  const id = uuidv7()
  const uploaded_by = contact_id ?? subject_id
  await ctx.db
    .insertInto('files')
    .values({ company_id, id, name, mime, size: String(size), sha256, width, height, uploaded_by, created_at: ctx.now })
    .execute()
  await tell(ctx, 'file.stored', { id }, { name, mime, size })
  return { id, name, mime, size, width, height, created_at: ctx.now.toISOString() }
}
