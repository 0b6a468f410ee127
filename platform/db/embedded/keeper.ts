import pg from 'pg'
import { SUPERUSER } from './cluster.ts'

/** The role and the database of the product: it owns its tables and nothing else. */
export const PRODUCT = 'naryad'

/** Held shared by each process that uses the server; who gets it alone is the last and may stop it. */
const IN_USE = '7270, 1'
/** Taken in turns by first starts. */
const FIRST_START = '7270, 2'

/** A connection that stands for this process as long as it lives. */
export type Keeper = {
  /** Settles when the connection is gone, whoever ended it. */
  lost: Promise<void>
  /** Whether no other process uses the server. The process itself counts as gone from now on. */
  isLast(): Promise<boolean>
  end(): Promise<void>
}

type Address = { host: string; port: number }

/** Marks the server as used by this process, or only looks at it when `use` is false. */
export async function connectKeeper({ host, port }: Address, use: boolean): Promise<Keeper> {
  const client = new pg.Client({
    host,
    port,
    user: SUPERUSER,
    database: 'postgres',
    application_name: 'naryad keeper',
    connectionTimeoutMillis: 10_000,
  })
  const lost = new Promise<void>((resolve) => client.once('end', resolve))
  client.on('error', () => {}) // `lost` tells
  await client.connect()
  if (use) await client.query(`select pg_advisory_lock_shared(${IN_USE})`)
  return {
    lost,
    async isLast() {
      const turn = use ? `pg_advisory_unlock_shared(${IN_USE}), ` : ''
      const { rows } = await client.query<{ last: boolean }>(`select ${turn}pg_try_advisory_lock(${IN_USE}) as last`)
      return rows[0]?.last === true
    },
    end: () => client.end(),
  }
}

/** Makes the product's role and database on the first start. The role may make roles and databases, and is no superuser. */
export async function makeProduct({ host, port }: Address): Promise<void> {
  const client = new pg.Client({ host, port, user: SUPERUSER, database: 'postgres', application_name: 'naryad start' })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(${FIRST_START})`)
    const { rowCount: roles } = await client.query('select from pg_roles where rolname = $1', [PRODUCT])
    if (!roles) await client.query(`create role ${PRODUCT} login createrole createdb`)
    const { rowCount: databases } = await client.query('select from pg_database where datname = $1', [PRODUCT])
    if (!databases) await client.query(`create database ${PRODUCT} owner ${PRODUCT}`)
  } finally {
    await client.end()
  }
}

/** As every driver here understands it: the folder of the socket stands in `host`. */
export const productUrl = ({ host, port }: Address): string =>
  `postgres://${PRODUCT}@localhost/${PRODUCT}?host=${encodeURIComponent(host)}&port=${port}`
