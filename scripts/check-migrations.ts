/** What every migration must leave behind: keys that carry the company, walls, words, names. */
import { withMigrated } from './reading/migrated.ts'
import { tablesOf } from './reading/tables.ts'
import { filesLike, textOf, verdict } from './tree.ts'

/** Tables of no company: people who sign in, and what the program keeps for itself. */
const GLOBAL = new Set(['companies', 'migrations', 'event_cursors', 'worker_heartbeats'])

const faults: string[] = []
const { all, links } = await withMigrated(({ url }) => tablesOf(url))
// Sign-in knows no company yet: its tables are found by a token, and have a schema of their own.
const ofCompany = (table: { name: string; of_company: boolean }) => table.of_company && !table.name.startsWith('auth.')
const companys = new Set(all.filter(ofCompany).map(({ name }) => name))

for (const { name, walled, comment, owned_by_app, key } of all) {
  const say = (what: string) => faults.push(`table ${name}: ${what}`)
  if (!comment && name !== 'migrations') say('no comment says what one row means')
  if (owned_by_app) say('belongs to the application, whom walls do not stop')
  if (!walled && (companys.has(name) || name === 'companies')) say('row-level security is not forced')
  if (companys.has(name) && !key?.startsWith('PRIMARY KEY (company_id'))
    say(`its key does not begin with company_id: ${key}`)
  if (!companys.has(name) && !GLOBAL.has(name) && !name.startsWith('auth.'))
    say('has no company_id and is not among the tables of no company')
}
for (const { name, target, says } of links)
  if (
    companys.has(name) &&
    companys.has(target) &&
    !/^FOREIGN KEY \(company_id\b.*REFERENCES \S+\(company_id\b/.test(says)
  )
    faults.push(`table ${name}: this key does not carry the company: ${says}`)

/** `create index` without a comment above it that names its reader; indexes in a row may share one. */
function silentIndexes(text: string): string[] {
  const lines = text.split('\n')
  const isIndex = (line: string) => /^create (unique )?index \w/.test(line)
  return lines.filter((line, at) => {
    if (!isIndex(line)) return false
    let above = at - 1
    while (above >= 0 && (isIndex(lines[above] ?? '') || /^\s/.test(lines[above] ?? ''))) above -= 1
    return !lines[above]?.startsWith('--')
  })
}

const files = filesLike('db/migrations/*')
for (const [at, path] of files.entries()) {
  const number = String(at + 1).padStart(4, '0')
  const named = new RegExp(`^db/migrations/${number}_[a-z]+(_[a-z0-9]+)*\\.sql$`)
  if (!named.test(path)) faults.push(`${path}: the name of this place is ${number}_context_what.sql`)
  const text = textOf(path).replaceAll(/^\s*--.*$/gm, '')
  if (/create (unique )?index (concurrently )?(if not exists )?on\b/i.test(text))
    faults.push(`${path}: an index has no name`)
  if (/^\s*(CREATE|ALTER|DROP|INSERT|UPDATE|DELETE|SELECT|GRANT)\b/m.test(text))
    faults.push(`${path}: SQL is written in lower case`)
  for (const index of silentIndexes(textOf(path))) faults.push(`${path}: nothing above says who reads «${index}»`)
}
verdict(faults, `${all.length} tables, ${links.length} references, ${files.length} migrations`)
