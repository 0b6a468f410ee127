/** Levels and doors: an arrow that the table of ARCHITECTURE.md does not allow fails. */
import { existsSync, globSync } from 'node:fs'
import { importsOf } from './reading/imports.ts'
import { root, sources, verdict } from './tree.ts'

const table: string[][] = [
  ['identity'],
  ['people'],
  ['files', 'marks', 'counterparties'],
  ['inbox', 'tasks', 'approvals', 'documents', 'papers'],
  ['orders'],
  [
    'portal',
    'field',
    'automation',
    'notifications',
    'search',
    'history',
    'reports',
    'imports',
    'webhooks',
    'leaving',
    'staffing',
    'load',
  ],
]
const level = new Map(table.flatMap((names, at) => names.map((name) => [name, at] as const)))

/** What each top folder may import besides itself; folders not named here may import anything. */
const mayImport: Record<string, string[]> = {
  contract: [],
  words: [],
  platform: ['contract', 'words', 'db'],
  server: ['contract', 'words', 'db', 'platform'],
  web: ['contract', 'words'],
  widget: ['contract', 'words'],
  e2e: ['contract', 'words', 'test'],
}

/** Why one folder at the top does not import another. */
function wrongFolder(from: string, to: string): string | null {
  const [top = '', toTop = ''] = [from, to].map((path) => path.split('/')[0] ?? '')
  const allowed = mayImport[top]
  if (top === toTop || !allowed || allowed.includes(toTop)) return null
  return from.endsWith('.test.ts') && toTop === 'test' ? null : `${top} does not import ${toTop}`
}

/** Why one context does not import a file of another. */
function wrongDoor(from: string, to: string): string | null {
  const [context, other] = [from, to].map((path) => /^server\/([^/]+)\//.exec(path)?.[1])
  if (!context || !other || context === other) return null
  const [own = -1, below = Infinity] = [level.get(context), level.get(other)]
  if (below >= own) return `${context} (level ${own}) does not import ${other} (level ${below})`
  return to === `server/${other}/index.ts` ? null : `only the door server/${other}/index.ts is open`
}

const faults: string[] = []
const seen = new Set<string>()
for (const from of sources()) {
  seen.add(from)
  for (const { to, ours } of importsOf(from)) {
    if (!ours) {
      if (/^(contract)\//.test(from) && !/^typebox(\/|$)/.test(to))
        faults.push(`${from}: contract imports only typebox, not ${to}`)
      continue
    }
    // A query belongs to the bundler: `./logo.svg?url`.
    if (!existsSync(root + to.split('?')[0])) faults.push(`${from}: ${to} is not there`)
    const why = wrongFolder(from, to) ?? wrongDoor(from, to)
    if (why) faults.push(`${from} → ${to}: ${why}`)
  }
}
for (const folder of globSync('server/*/', { cwd: root }))
  if (!level.has(folder.slice(7).replace(/\/$/, ''))) faults.push(`${folder} stands on no level`)
// Counted another way, so that a run that went blind fails instead of passing.
for (const top of [
  'server',
  'platform',
  'contract',
  'words',
  'web',
  'widget',
  'test',
  'scripts',
  'e2e',
  'db',
  'bench',
  'faults',
])
  for (const path of globSync(`${top}/**/*.{ts,tsx}`, { cwd: root }))
    if (!seen.has(path) && path !== 'db/types.ts') faults.push(`${path} was not looked at`)

verdict(faults, `${seen.size} modules`)
