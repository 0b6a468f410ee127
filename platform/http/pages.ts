import { existsSync } from 'node:fs'
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
  const page = (url: string, reply: FastifyReply) => reply.sendFile(ENTRIES[url.split('/')[1] ?? ''] ?? 'index.html')
  app.get('/*', { schema: { hide: true } } as object, (request, reply) => {
    if (request.url.startsWith('/api/')) return reply.callNotFound()
    return page(request.url.split('?')[0] ?? '/', reply)
  })
}
