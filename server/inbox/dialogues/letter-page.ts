import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { Id } from '#contract/endpoint.ts'
import type { Ctx, Db } from '#platform/ctx.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { found, Refused, stranger } from '#platform/errors.ts'
import { findFile } from '#server/files/index.ts'
import { getMessageSource } from './message-source.ts'

/** A picture of a letter that is larger is left out: the page would be as large as all of them together. */
const LARGEST = 3 * 1024 * 1024

/**
 * What the browser may do with somebody else's HTML: show it. It has no origin of its own, runs nothing and asks nobody,
 * unless the reader wants its pictures from outside (INB-8, INB-9).
 */
const wall = (remote: boolean): string =>
  [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `img-src data:${remote ? ' https: http:' : ''}`,
    "frame-ancestors 'self'",
    'sandbox allow-popups allow-popups-to-escape-sandbox',
  ].join('; ')

/** The page of a letter, shown in a frame of its dialogue. It is no JSON, so it stands outside the contract's frame. */
export function letterRoutes(app: FastifyInstance): void {
  app.get<{ Params: { message_id: string }; Querystring: { remote?: boolean } }>(
    '/api/messages/:message_id/letter',
    {
      schema: {
        summary: 'A letter as its sender laid it out, cleaned; `remote` lets its pictures from outside in',
        tags: ['messages'],
        params: Type.Object({ message_id: Id }),
        querystring: Type.Object({ remote: Type.Optional(Type.Boolean()) }),
      },
    },
    async (request, reply) => {
      const viewer = await app.frame.viewerOf(request, reply, 'staff')
      if (viewer?.kind !== 'staff') throw new Refused(stranger())
      const { world } = app.frame
      const base = { viewer, now: world.now(), if_match: null, world, afterCommit: [] }
      const run = (db: Db) => pageOf({ ...base, db }, request.params.message_id, request.query.remote ?? false)
      const page = await inTransaction(app.frame, viewer, { read_only: true, run })
      return reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', wall(request.query.remote ?? false))
        .header('referrer-policy', 'no-referrer')
        .send(page)
    },
  )
}

async function pageOf(ctx: Ctx, message_id: string, remote: boolean): Promise<string> {
  const { html, pictures } = await getMessageSource(ctx, { message_id })
  const own = new Map<string, string>()
  for (const { content_id, file_id } of pictures) own.set(content_id, await dataOf(ctx, file_id))
  const shown = found(html, 'message')
    .replaceAll(/ data-cid="([^"]*)"/g, (_, id: string) => ` src="${own.get(id) ?? ''}"`)
    .replaceAll(/ data-remote-src="([^"]*)"/g, remote ? ' src="$1"' : ' alt="" hidden')
  return `<!doctype html><meta charset="utf-8"><base target="_blank"><style>${STYLE}</style>${shown}`
}

/** A sheet of paper in both themes: letters say their colours for white. */
const STYLE =
  'body{margin:16px;font:14px/1.45 system-ui,sans-serif;color:#1d1c1a;background:#fff;overflow-wrap:anywhere}img{max-width:100%;height:auto}'

async function dataOf(ctx: Ctx, file_id: string): Promise<string> {
  const { mime, size, sha256 } = await findFile(ctx, file_id)
  if (!/^image\/(png|jpeg|gif|webp|avif|bmp)$/.test(mime) || Number(size) > LARGEST) return ''
  const bytes: Buffer[] = []
  for await (const chunk of ctx.world.store.get(sha256)) bytes.push(chunk as Buffer)
  return `data:${mime};base64,${Buffer.concat(bytes).toString('base64')}`
}
