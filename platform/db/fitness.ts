import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Database } from '../config.ts'

/** The database cannot serve the product; the message says in words why and what to do. */
export class UnfitDatabase extends Error {}

const OLDEST = 150_000
const WAIT_MS = 60_000
const BELL_MS = 3000
/** A server that is not there yet, or is just starting. */
const NOT_YET = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT', 'ECONNRESET', '57P03'])

/** Insists on a PostgreSQL that is new enough and whose connections are sessions; waits a minute for one that starts. */
export async function insistFit({ url, direct_url }: Database, say: (message: string) => void): Promise<void> {
  const client = await patiently(() => connected(direct_url), say)
  try {
    const { rows } = await client.query<{ version: number; name: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_version') as name`,
    )
    const { version = 0, name = '' } = rows[0] ?? {}
    if (version < OLDEST) throw new UnfitDatabase(`PostgreSQL ${name} is too old: 15 or newer is needed`)
    await insistSession(client, { direct_url, pooled: url !== direct_url })
  } finally {
    await client.end()
  }
}

/** Behind a pooler in transaction mode a connection has no session: what it listens for goes elsewhere. */
async function insistSession(client: pg.Client, { direct_url, pooled }: { direct_url: string; pooled: boolean }) {
  const ringer = await connected(direct_url)
  try {
    const heard = new Promise<'heard'>((resolve) => client.once('notification', () => resolve('heard')))
    await client.query('listen naryad_start')
    await ringer.query('notify naryad_start')
    if ((await Promise.race([heard, pause(BELL_MS, 'silence', { ref: false })])) === 'heard') return
  } finally {
    await ringer.end()
  }
  throw new UnfitDatabase(
    pooled
      ? 'DATABASE_DIRECT_URL leads to a pooler in transaction mode, where LISTEN hears nothing: let it lead to PostgreSQL itself'
      : 'DATABASE_URL leads to a pooler in transaction mode, where LISTEN hears nothing: keep it, and set DATABASE_DIRECT_URL to PostgreSQL itself',
  )
}

/** Insists that search takes Cyrillic letters for letters; asked after the migrations, which bring pg_trgm. */
export async function insistSearch({ direct_url }: Database): Promise<void> {
  const client = await connected(direct_url)
  try {
    const { rows } = await client.query<{ alike: boolean; ctype: string }>(
      `select similarity('заявка на ремонт', 'Заявки на ремонт') > 0.5 as alike,
              (select datctype from pg_database where datname = current_database()) as ctype`,
    )
    const { alike, ctype } = rows[0] ?? {}
    if (!alike)
      throw new UnfitDatabase(
        `Search would not find Russian words: the database was made with LC_CTYPE ${ctype}. ` +
          `Make another: create database naryad template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`,
      )
  } finally {
    await client.end()
  }
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'naryad start',
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => {}) // the query that follows fails and tells
  await client.connect()
  return client
}

async function patiently<T>(connect: () => Promise<T>, say: (message: string) => void): Promise<T> {
  for (const began = Date.now(); ; await pause(500)) {
    try {
      return await connect()
    } catch (error) {
      const { code = '', message } = error as NodeJS.ErrnoException
      if (!NOT_YET.has(code)) throw new UnfitDatabase(`The database refuses: ${message}`, { cause: error })
      if (Date.now() - began > WAIT_MS)
        throw new UnfitDatabase(`No database answers: ${message || code}`, { cause: error })
      say(`no database answers yet (${message || code})`)
    }
  }
}
