/** What a browser loads first, built and weighed: JavaScript after gzip, against the budget of each page. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { buildWeb } from './build-web.ts'
import { root, verdict } from './tree.ts'

type Chunk = { file: string; imports?: string[]; css?: string[] }

/** A page is its own HTML's entry and, where pages are fetched when opened, the module that draws it. */
const budgets: { name: string; entry: string; page?: RegExp; kB: number }[] = [
  {
    name: 'list of orders',
    entry: 'index.html',
    page: /^(orders\/.*(list|orders-page)[^/]*|app\/shell)\.tsx$/,
    kB: 200,
  },
  {
    name: 'list of performers',
    entry: 'index.html',
    page: /^(people\/performers\/performers-page|app\/shell)\.tsx$/,
    kB: 200,
  },
  {
    name: "performer's card",
    entry: 'index.html',
    page: /^(people\/performer\/performer-page|app\/shell)\.tsx$/,
    kB: 205,
  },
  { name: 'load', entry: 'index.html', page: /^(people\/load\/load-page|app\/shell)\.tsx$/, kB: 200 },
  {
    name: 'absences',
    entry: 'index.html',
    page: /^(people\/absences\/absences-page|app\/shell)\.tsx$/,
    kB: 200,
  },
  { name: 'roles', entry: 'index.html', page: /^(settings\/roles-page|app\/shell)\.tsx$/, kB: 200 },
  { name: 'performer', entry: 'field.html', kB: 120 },
  { name: 'customer', entry: 'portal.html', kB: 120 },
]

const out = `${root}dist`
await buildWeb()
const manifest = JSON.parse(readFileSync(`${out}/.vite/manifest.json`, 'utf8')) as Record<string, Chunk>

/** A module and everything that it cannot run without. */
function needed(key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const each of manifest[key]?.imports ?? []) needed(each, seen)
  return seen
}

const weigh = (files: Iterable<string>): number =>
  [...new Set(files)].reduce((sum, file) => sum + gzipSync(readFileSync(`${out}/${file}`), { level: 9 }).length, 0) /
  1000

const faults: string[] = []
const told: string[] = []
for (const { name, entry, page, kB } of budgets) {
  const drawn = page ? Object.keys(manifest).filter((key) => page.test(key)) : []
  if (!manifest[entry] || (page && !drawn.length)) {
    faults.push(`${name}: ${manifest[entry] ? `no module is like ${page}` : `${entry} was not built`}`)
    continue
  }
  const chunks = [...new Set([entry, ...drawn].flatMap((key) => [...needed(key)]))].flatMap(
    (key) => manifest[key] ?? [],
  )
  const js = weigh(chunks.map(({ file }) => file).filter((file) => file.endsWith('.js')))
  const css = weigh(chunks.flatMap((chunk) => chunk.css ?? []))
  const weight = `${name} ${js.toFixed(1)} of ${kB} kB gzip JavaScript, ${css.toFixed(1)} kB styles`
  told.push(weight)
  if (js > kB) faults.push(`too heavy: ${weight}`)
}

/** The chat on a customer's site: the loader without the chat's own look, and the one module that it brings. */
const chat = JSON.parse(readFileSync(`${out}/chat/manifest.json`, 'utf8')) as Record<string, Chunk>
const parts = ['loader.ts', 'widget.ts'].flatMap((key) => {
  const { file, imports = [] } = chat[key] ?? { file: `${key} was not built` }
  return [file, ...imports.map((each) => chat[each]?.file ?? each)].map((each) => `chat/${each}`)
})
const CHAT_KB = 15
const weight = `chat on a site ${weigh(parts).toFixed(1)} of ${CHAT_KB} kB gzip JavaScript with its styles`
told.push(weight)
if (parts.length !== 2) faults.push(`the chat on a site is ${parts.length} files, not 2: ${parts.join(', ')}`)
if (weigh(parts) > CHAT_KB) faults.push(`too heavy: ${weight}`)
verdict(faults, told.join('; '))
