import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import type postgres from 'postgres'
import { openPool } from './pool.ts'

const FOLDER = join(import.meta.dirname, '../../db/migrations')
/** Any number will do; two starts at once take turns by it. */
const LOCK = 7_270_001

/**
 * Brings the database to the newest schema, forward only, each file in a transaction of its own.
 * @returns names of the files applied now. Fails when a file that was applied before has changed since.
 */
export async function migrate(direct_url: string): Promise<string[]> {
  const pool = openPool(direct_url, { max: 1, prepare: false, name: 'naryad migrate' })
  const connection = await pool.reserve()
  try {
    await connection`select pg_advisory_lock(${LOCK})`
    await connection.unsafe(`create table if not exists migrations (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
    const done = new Map(
      (await connection<{ name: string; sha256: string }[]>`select name, sha256 from migrations`).map((row) => [
        row.name,
        row.sha256,
      ]),
    )
    const fresh = files().filter((file) => isFresh(file, done.get(file.name)))
    if (fresh.length > 0) await runMigrations({ connectionString: direct_url })
    for (const file of fresh) await apply(connection, file)
    return fresh.map((file) => file.name)
  } finally {
    connection.release()
    await pool.end({ timeout: 2 })
  }
}

type File = { name: string; text: string; sha256: string }

function files(): File[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(FOLDER, name), 'utf8')
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
    })
}

function isFresh(file: File, before: string | undefined): boolean {
  if (before === undefined) return true
  if (before !== file.sha256)
    throw new Error(`migration ${file.name} was applied and has changed since: write a new file instead`)
  return false
}

async function apply(connection: postgres.ReservedSql, { name, text, sha256 }: File): Promise<void> {
  try {
    await connection.unsafe('begin').simple()
    await connection.unsafe(text).simple()
    await connection`insert into migrations (name, sha256) values (${name}, ${sha256})`
    await connection.unsafe('commit').simple()
  } catch (error) {
    await connection.unsafe('rollback').simple()
    throw new Error(`migration ${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}
