/** Writes db/schema.sql and db/types.ts anew from the migrations: run it after adding one. */
import { writeFileSync } from 'node:fs'
import { withMigrated } from './reading/migrated.ts'
import { root } from './tree.ts'

for (const [path, text] of Object.entries(await withMigrated(({ made }) => made()))) {
  writeFileSync(root + path, text)
  console.log(`wrote ${path}`)
}
