import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import serveStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

const DIST = join(import.meta.dirname, '../../dist')

/** The first part of an address → the page that serves it; everything else is the staff's application. */
const ENTRIES: Record<string, string> = { f: 'field.html', z: 'portal.html' }

/** Serves the built pages and their assets, the latter for ever: their names change with their content. */
export async function servePages(app: FastifyInstance): Promise<void> {
  if (!existsSync(DIST)) return
  await app.register(serveStatic, {
    root: DIST,
    prefix: '/',
    wildcard: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const lasting = path.includes('/assets/')
      void reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const staffs = headsOf()
  const page = (path: string, query: string, reply: FastifyReply) =>
    reply.sendFile(ENTRIES[path.split('/')[1] ?? ''] ?? staffs(path, query))
  app.get('/*', { schema: { hide: true } } as object, (request, reply) => {
    if (request.url.startsWith('/api/')) return reply.callNotFound()
    const [path = '/', query = ''] = request.url.split('?')
    return page(path, query, reply)
  })
}

/**
 * Which copy of index.html goes to an address: the one whose head names what that page is drawn from (written by the
 * build). An address that is no page's gets the bare one.
 */
function headsOf(): (path: string, query: string) => string {
  const file = join(DIST, 'heads.json')
  // Pages that were built before there were heads still open.
  const written = existsSync(file) ? readFileSync(file, 'utf8') : '[]'
  const heads = (JSON.parse(written) as { match: string; query: string | null; file: string }[]).map((head) => ({
    ...head,
    match: new RegExp(head.match),
  }))
  return (path, query) => {
    const fits = heads.find((head) => head.match.test(path) && (!head.query || query.split('&').includes(head.query)))
    return fits?.file ?? 'index.html'
  }
}
