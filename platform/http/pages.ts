import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import serveStatic, { type FastifyStaticOptions } from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const DIST = join(import.meta.dirname, '../../dist')

/** The phones' pages: the first part of their address, their file, and what they ask as soon as they are there. */
const PHONES: readonly Head[] = [
  {
    match: /^\/f\/?$/,
    query: null,
    file: 'field.html',
    ahead: ['/api/me', '/api/tasks?state=new&state=accepted&state=in_progress&state=done&state=returned'],
  },
  { match: /^\/f\/tasks\/(?<id>[^/]+)/, query: null, file: 'field.html', ahead: ['/api/me', '/api/tasks/:id'] },
  { match: /^\/f(\/|$)/, query: null, file: 'field.html', ahead: ['/api/me'] },
  { match: /^\/z(\/|$)/, query: null, file: 'portal.html', ahead: [] },
]

const served: Omit<FastifyStaticOptions, 'root'> = {
  preCompressed: true,
  setHeaders: (reply, path) => {
    const lasting = path.includes('/assets/')
    void reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    // The chat is a part of other sites' pages: its module is fetched from there.
    if (path.includes('/chat/assets/'))
      void reply.headers({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' })
  },
}

/** Serves the built pages and their assets, the latter for ever: their names change with their content. */
export async function servePages(app: FastifyInstance): Promise<void> {
  if (!existsSync(DIST)) return
  // Of the assets there are a thousand with their compressed copies: a route for each took a tenth of the start.
  await app.register(serveStatic, { ...served, root: DIST, prefix: '/', wildcard: false, globIgnore: ['**/assets/**'] })
  for (const prefix of ['/assets/', '/chat/assets/'])
    await app.register(serveStatic, { ...served, root: join(DIST, prefix), prefix, decorateReply: false })
  const pageAt = pagesOf([...PHONES, ...headsOf()])
  const files = new Map<string, string>()
  const textOf = (file: string): string => {
    const text = files.get(file) ?? readFileSync(join(DIST, file), 'utf8')
    files.set(file, text)
    return text
  }
  app.get('/*', { schema: { hide: true } } as object, (request, reply) => {
    if (request.url.startsWith('/api/')) return reply.callNotFound()
    const [path = '/', query = ''] = request.url.split('?')
    const { file, ahead, facts } = pageAt(path, query)
    if (ahead.length === 0) return reply.sendFile(file)
    const told = ahead.map(preload).join('') + (facts ? factsOf(facts) : '')
    const page = textOf(file).replace('</head>', `${told}</head>`)
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page)
  })
}

/**
 * What the page will ask comes along with its code, instead of after it: one wait over the air less. Named last in the
 * head: over HTTP/1.1 a browser asks for six files at a time, and nothing is drawn without styles and code.
 */
const preload = (url: string): string =>
  `<link rel="preload" as="fetch" crossorigin href="${url.replaceAll('&', '&amp;')}">`

/** The script that puts what the page is about into its frame (web/public/facts.js). */
const factsOf = (url: string): string =>
  `<script src="/facts.js" async data-of="${url.replaceAll('&', '&amp;')}"></script>`

type Page = { file: string; ahead: readonly string[]; facts?: string | null | undefined }
type Head = Page & { match: RegExp; query: string | null }
type Written = Page & { match: string; query: string | null }

/** The copies of index.html that the build wrote, each with the addresses it is for. */
function headsOf(): Head[] {
  const file = join(DIST, 'heads.json')
  // Pages that were built before there were heads still open.
  const written = existsSync(file) ? readFileSync(file, 'utf8') : '[]'
  const heads = JSON.parse(written) as Written[]
  return heads.map((head) => ({ ...head, match: new RegExp(head.match) }))
}

/**
 * Which page goes to an address: the one whose head names what it is drawn from. An address that is no page's gets the
 * bare one. What it asks is told ahead only where the query is the page's own: a filter would make it ask otherwise.
 */
function pagesOf(heads: readonly Head[]): (path: string, query: string) => Page {
  return (path, query) => {
    const fits = heads.find((head) => head.match.test(path) && (!head.query || query.split('&').includes(head.query)))
    if (!fits) return { file: 'index.html', ahead: [] }
    if (query !== (fits.query ?? '')) return { file: fits.file, ahead: fits.ahead.slice(0, 1) }
    const parts = fits.match.exec(path)?.groups ?? {}
    const filled = (url: string): string =>
      url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(parts[name] ?? ''))
    return { file: fits.file, ahead: fits.ahead.map(filled), facts: fits.facts && filled(fits.facts) }
  }
}
