import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeTemplate, startCluster } from '#test/cluster.ts'
import { dumpSchema } from './schema-dump.ts'
import { root } from '../tree.ts'

export type Migrated = {
  url: string
  /** What the migrations make, by the path where it is kept. */
  made(): Promise<Record<string, string>>
}

/** Runs something on a database that has the newest schema and no rows. */
export async function withMigrated<T>(read: (migrated: Migrated) => Promise<T>): Promise<T> {
  const cluster = await startCluster()
  try {
    const url = cluster.url(await makeTemplate(cluster))
    return await read({
      url,
      made: async () => ({ 'db/schema.sql': await dumpSchema(url), 'db/types.ts': typesOf(url) }),
    })
  } finally {
    await cluster.stop()
  }
}

/** The tables as TypeScript sees them. */
function typesOf(url: string): string {
  const out = join(root, '.tmp/types.ts')
  const args = ['--config-file', 'db/codegen.json', '--url', url, '--out-file', out, '--log-level', 'error']
  execFileSync(join(root, 'node_modules/.bin/kysely-codegen'), args, { cwd: root, stdio: 'inherit' })
  return readFileSync(out, 'utf8')
}
