/** db/schema.sql and db/types.ts are what the migrations make. */
import { existsSync } from 'node:fs'
import { withMigrated } from './reading/migrated.ts'
import { root, textOf, verdict } from './tree.ts'

const made = await withMigrated((migrated) => migrated.made())
const faults = Object.entries(made).flatMap(([path, text]) => {
  const kept = existsSync(root + path) ? textOf(path) : ''
  if (kept === text) return []
  const [old, now] = [kept.split('\n'), text.split('\n')]
  const line = now.findIndex((each, at) => each !== old[at])
  return [
    `${path}:${line + 1} is not what the migrations make (node scripts/dump-schema.ts): «${now[line] ?? ''}», kept is «${old[line] ?? ''}»`,
  ]
})
verdict(
  faults,
  Object.entries(made)
    .map(([path, text]) => `${path} ${text.split('\n').length} lines`)
    .join(', '),
)
