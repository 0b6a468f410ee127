import { fileURLToPath } from 'node:url'
import type { Config, Database } from '#platform/config.ts'
import type { World } from '#platform/ctx.ts'
import { openPool } from '#platform/db/pool.ts'
import type { Doorway } from '#platform/db/transaction.ts'
import { type Bell, hangBell } from '#platform/live/bell.ts'
import { numbersFrom } from '#platform/numbers.ts'
import { folderStore } from '#platform/storage/folder-store.ts'
import { stopPrinting } from '#platform/pdf/the-press.ts'

/** What there is one of in a process: connections, files, the bell. */
export type Process = {
  config: Config
  database: Database
  doorway: Doorway
  /**
   * Connections for what a request does outside of its transaction while that is open. Were they taken from the same
   * pool, sixteen such requests at once would hold all of it and wait for one more for ever.
   */
  side: Doorway
  world: World
  /** Who listens on this node; the web and the worker add themselves. */
  ears: { onFacts: (() => void)[]; onSessions: ((user_id: string | null) => void)[] }
  log: (line: string, error?: unknown) => void
  close(): Promise<void>
}

type Parts = { config: Config; database: Database; log: Process['log'] }

/** Opens the world on a migrated database. */
export async function openProcess({ config, database, log }: Parts): Promise<Process> {
  const pool = openPool(database.url, { max: 16, prepare: database.prepare, name: 'naryad' })
  const doorway = { pool, prepare: database.prepare }
  const side = { ...doorway, pool: openPool(database.url, { max: 4, prepare: database.prepare, name: 'naryad side' }) }
  const ears: Process['ears'] = { onFacts: [], onSessions: [] }
  const bell: Bell = await hangBell(database.direct_url, {
    onFacts: () => ears.onFacts.forEach((hear) => hear()),
    onSessions: (user_id) => ears.onSessions.forEach((hear) => hear(user_id)),
    log: (error) => log('bell', error),
  })
  const world: World = {
    config,
    store: folderStore(fileURLToPath(config.files_url)),
    now: () => new Date(),
    takeNumber: numbersFrom(side),
    ring: bell.ring,
    sessionsChanged: bell.sessionsChanged,
  }
  const close = async () => {
    stopPrinting()
    await bell.close()
    await Promise.all([pool.end({ timeout: 5 }), side.pool.end({ timeout: 5 })])
  }
  return { config, database, doorway, side, world, ears, log, close }
}
