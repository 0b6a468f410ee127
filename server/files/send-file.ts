import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Viewer } from '#platform/ctx.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { insist, notNow } from '#platform/errors.ts'
import type { Frame } from '#platform/http/serve.ts'
import { PICTURES } from './content.ts'
import { disposition } from './disposition.ts'
import { type FileRow, findFile } from './queries.ts'
import { readSmall, smallPicture, type Small, WIDEST } from './small-picture.ts'

/** `clean`: of pictures never the very bytes, whoever asks. */
type Asked = { file_id: string; width?: number; clean?: true }
type Wire = { request: FastifyRequest; reply: FastifyReply }

/** What a browser may show in the product's own window; anything else is saved, and so runs nowhere (FIL-6). */
const shown = (mime: string): boolean => mime in PICTURES || mime === 'application/pdf' || SOUNDS.test(mime)

/** Voices and films of messengers: a browser plays them, and there is nothing in them that runs. */
const SOUNDS = /^(?:audio\/(?:ogg|mpeg|mp4|aac|wav|webm|x-m4a)|video\/(?:mp4|webm|quicktime))(?:;|$)/

/**
 * Sends a file to a viewer, whoever let him in: 404 when his eyes do not reach it. Customers get pictures without
 * what the camera wrote into them, never the very bytes (FIL-7).
 */
export async function sendFile(
  frame: Frame,
  viewer: Viewer,
  { request, reply, ...asked }: Asked & Wire,
): Promise<FastifyReply> {
  const file = await inTransaction(frame, viewer, {
    read_only: true,
    run: (db) =>
      findFile(
        { db, viewer, now: frame.world.now(), if_match: null, world: frame.world, afterCommit: [] },
        asked.file_id,
      ),
  })
  const clean = (asked.clean || viewer.kind === 'customer') && file.mime.startsWith('image/')
  const width = asked.width ?? (clean ? WIDEST : undefined)
  const small = width === undefined ? null : await smallPicture(frame.world, file, width)
  insist(clean && !small ? notNow('file.no_preview') : null)
  const etag = `"${file.sha256.toString('hex')}${small ? `-${small.width}` : ''}"`
  putHeaders(reply, file, { etag, small })
  if (request.headers['if-none-match']?.includes(etag)) return reply.status(304).send()
  return reply.send(small ? readSmall(small) : frame.world.store.get(file.sha256))
}

function putHeaders(
  reply: FastifyReply,
  { name, mime, size }: FileRow,
  { etag, small }: { etag: string; small: Small | null },
): void {
  const kind = small?.mime ?? mime
  reply.headers({
    'content-type': shown(kind) ? kind : 'application/octet-stream',
    'content-length': small?.size ?? Number(size),
    'content-disposition': disposition(shown(kind) ? 'inline' : 'attachment', name),
    'content-security-policy': kind === 'application/pdf' ? PDF_WALL : WALL,
    'cross-origin-resource-policy': 'same-origin',
    etag,
    // The bytes behind an address never change; who may have them is asked anew by every other browser.
    'cache-control': 'private, max-age=31536000, immutable',
  })
}

const WALL = "sandbox; default-src 'none'"
// Browsers show a PDF by a plug-in of their own, which a sandbox keeps out; its scripts never reach the page's origin.
const PDF_WALL = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"
