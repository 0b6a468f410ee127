import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { firstOrder, firstPaint, PLACE } from './first-paint.ts'
import type { Plugin, ResolvedConfig, Rollup } from 'vite'

/**
 * What a page fetches besides its own module as soon as it is drawn: modules that its head names, read by path and by a
 * word of the query where a page has several faces; and `ahead` what it asks the server, in the order that it is waited
 * for, when the query says nothing else; `facts` what of that the frame shows before the code is there. `e2e/first-load.e2e.ts` holds this against what the pages really do.
 */
const ALSO: readonly {
  path: string
  query?: string
  modules: readonly string[]
  ahead: readonly string[]
  facts?: string
}[] = [
  {
    path: '/orders',
    query: 'view=list',
    modules: [],
    ahead: ['/api/orders', '/api/funnels', '/api/board'],
  },
  {
    path: '/orders',
    modules: ['orders/board/board.tsx'],
    ahead: ['/api/board', '/api/funnels'],
  },
  {
    path: '/orders/:order_id',
    modules: [],
    ahead: ['/api/orders/:order_id', '/api/orders/:order_id/timeline'],
    facts: '/api/orders/:order_id',
  },
]

/** A page as routes.tsx names it: its address and the module that draws it. */
type Route = { path: string; module: string; open: boolean }
/** `match` has a named group for each part of the address that `ahead` speaks of. */
export type Head = { match: string; query: string | null; file: string; ahead: readonly string[]; facts: string | null }

/**
 * Writes for each address of the staff's application its own copy of index.html, whose head names all that the page is
 * drawn from. Otherwise a browser learns of the page's code only after the entry has run, and of the person only after
 * that: three rounds over the air one after another instead of one. `heads.json` tells the server which copy is whose.
 */
export function headsPlugin(): Plugin {
  let config: ResolvedConfig
  return {
    name: 'heads',
    apply: 'build',
    configResolved(resolved) {
      config = resolved
    },
    async writeBundle(_options, bundle) {
      const out = resolve(config.root, config.build.outDir)
      const [index, routes] = [await readFile(join(out, 'index.html'), 'utf8'), await routesOf(config.root)]
      await mkdir(join(out, 'heads'), { recursive: true })
      const heads: Head[] = []
      for (const [n, { route, query, modules, ahead, facts }] of routes.flatMap(facesOf).entries()) {
        const file = `heads/${n}.html`
        const drawn = index.replace(PLACE, facts ? firstOrder() : firstPaint(route.open ? 'door' : 'shell'))
        const wanted = linksOf(
          bundle,
          modules.map((module) => join(config.root, module)),
        )
        const links = wanted.filter((link) => !index.includes(link.href)).map(tagOf)
        const page = drawn.replace('</head>', `  ${links.join('\n    ')}\n  </head>`)
        await writeFile(
          join(out, file),
          page.replaceAll('rel="modulepreload" crossorigin', `rel="modulepreload" ${LATER} crossorigin`),
        )
        heads.push({ match: `^${route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}/?$`, query, file, ahead, facts })
      }
      await writeFile(join(out, 'heads.json'), JSON.stringify(heads))
    },
  }
}

/** Who is signed in: asked by every page inside the shell before it draws. */
const ME = '/api/me'

type Face = { route: Route; query: string | null; modules: string[]; ahead: string[]; facts: string | null }

function facesOf(route: Route): Face[] {
  const own = [route.module, ...(route.open ? [] : ['app/shell.tsx'])]
  const first = route.open ? [] : [ME]
  const faces = ALSO.filter(({ path }) => path === route.path)
  if (faces.length === 0) return [{ route, query: null, modules: own, ahead: first, facts: null }]
  return faces.map(({ query = null, modules, ahead, facts = null }) => ({
    route,
    query,
    modules: [...own, ...modules],
    ahead: [...first, ...ahead],
    facts,
  }))
}

/** The table of pages, read off its source: what it names is what the browser will import. */
async function routesOf(web: string): Promise<Route[]> {
  const source = await readFile(join(web, 'app/routes.tsx'), 'utf8')
  const at = source.indexOf('openPages')
  const found = [...source.matchAll(/\bpage\(\s*'([^']+)',[^;]*?import\('(?:#web|\.)\/([^']+)'\)/g)]
  if (found.length !== source.match(/\bpage\(\s*'/g)?.length)
    throw new Error('routes.tsx has a page that cannot be read')
  return found.map(({ index, 1: path = '', 2: module = '' }) => ({
    path,
    module: module.includes('/') ? module : `app/${module}`,
    open: index > at,
  }))
}

type Link = { rel: 'modulepreload' | 'preload'; href: string }
type Bundle = Rollup.OutputBundle

/**
 * The chunks of modules with all that they import at once, and their styles. The frame is drawn without those: they are
 * fetched beside it, and the page's module waits for them before it draws.
 */
function linksOf(bundle: Bundle, modules: string[]): Link[] {
  const seen = new Set<Rollup.OutputChunk>()
  for (const module of modules) for (const chunk of chunksOf(bundle, module)) reach(bundle, chunk, seen)
  const styles = new Set([...seen].flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]))
  return [
    ...[...styles].map((href) => ({ rel: 'preload' as const, href: `/${href}` })),
    ...[...seen].map(({ fileName }) => ({ rel: 'modulepreload' as const, href: `/${fileName}` })),
  ]
}

function chunksOf(bundle: Bundle, module: string): Rollup.OutputChunk[] {
  const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
  return chunks.filter((one) => one.facadeModuleId === module || one.moduleIds.includes(module))
}

function reach(bundle: Bundle, chunk: Rollup.OutputChunk, seen: Set<Rollup.OutputChunk>): void {
  if (seen.has(chunk)) return
  seen.add(chunk)
  for (const file of chunk.imports) {
    const next = bundle[file]
    if (next?.type === 'chunk') reach(bundle, next, seen)
  }
}

const tagOf = ({ rel, href }: Link): string =>
  `<link rel="${rel}"${rel === 'preload' ? ' as="style"' : ''} ${LATER} crossorigin href="${href}">`

/** The frame, its styles and its letters come first: code that arrives before them would only wait for them. */
const LATER = 'fetchpriority="low"'
