import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { openPool } from '#platform/db/pool.ts'

/** How a run tells its test files where its PostgreSQL stands: the address of the template. */
export const TEMPLATE = 'NARYAD_TEST_TEMPLATE'

export type Cluster = {
  /** Address of one of its databases. */
  url(database: string): string
  stop(): Promise<void>
}

/** Nothing here has to outlive the run, so nothing waits for the disk, and nobody tidies up in dozens of databases. */
const careless = {
  autovacuum: 'off',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  shared_buffers: '128MB',
}

const prefix = 'naryad-test-'

/** A PostgreSQL of this run's own, in a folder that goes away with it. */
export async function startCluster(): Promise<Cluster> {
  sweep()
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  // PostgreSQL refuses to run as root; the user it runs as then has to pass through here.
  chmodSync(folder, 0o755)
  const server = await startEmbedded({ data_dir: folder, say: () => {}, settings: careless })
  return {
    url: (database) => server.url.replace(/[^/]*\?/, `${database}?`),
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Runs one statement that no transaction may hold, such as `create database`. */
export async function administer(url: string, statement: string): Promise<void> {
  const pool = openPool(url, { max: 1, prepare: false, name: 'naryad test' })
  try {
    await pool.unsafe(statement)
  } finally {
    await pool.end()
  }
}

/** Counts what a product has filled in its folder in a minute: otherwise PostgreSQL does it anew in every copy of the folder. */
export async function tidyUp(data_dir: string): Promise<void> {
  const server = await startEmbedded({ data_dir, say: () => {} })
  try {
    await administer(server.url, 'vacuum analyze')
  } finally {
    await server.stop()
  }
}

/** A database with the newest schema and no rows; the others are cloned from it. */
export async function makeTemplate(cluster: Cluster): Promise<string> {
  await administer(cluster.url('postgres'), 'create database template_naryad')
  await migrate(cluster.url('template_naryad'))
  return 'template_naryad'
}

/** Removes what killed runs left behind; their PostgreSQL ends by itself. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]
    if (owner && !alive(Number(owner))) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
