import type postgres from 'postgres'
import { postgres as connect } from './driver.ts'

export type Pool = postgres.Sql
export type Connection = postgres.ReservedSql

export type PoolOptions = {
  max: number
  /** False behind a pooler in transaction mode, where a prepared statement may meet another server. */
  prepare: boolean
  name: string
}

/**
 * A pool of connections. Instants come out as ISO text in UTC, days as `YYYY-MM-DD`, bigint and numeric as
 * digits in text: a value has one spelling from the column to the screen.
 */
export function openPool(url: string, { max, prepare, name }: PoolOptions): Pool {
  const { address, path } = socketOf(url)
  return connect(address, {
    ...(path && { path }),
    max,
    prepare,
    onnotice: () => {},
    idle_timeout: 0,
    connect_timeout: 15,
    backoff: (tries) => Math.min(0.05 * 2 ** tries, 1),
    connection: { application_name: name, TimeZone: 'UTC' },
    types: {
      instant: { to: 1184, from: [1184], serialize: instantIn, parse: isoOf },
      day: { to: 1082, from: [1082], serialize: String, parse: (text: string) => text },
      bigint: { to: 20, from: [20], serialize: String, parse: (text: string) => text },
    },
  }) as Pool
}

const instantIn = (value: Date | string) => (value instanceof Date ? value.toISOString() : value)

/** `2026-03-10 09:00:00.5+00` as `2026-03-10T09:00:00.500Z`; the connection's zone is UTC. */
function isoOf(text: string): string {
  const dot = text.indexOf('.')
  const seconds = text.slice(11, 19)
  const millis =
    dot === -1
      ? '000'
      : text
          .slice(dot + 1, text.length - 3)
          .slice(0, 3)
          .padEnd(3, '0')
  return `${text.slice(0, 10)}T${seconds}.${millis}Z`
}

/** `postgres://user@localhost/name?host=/folder` is how a socket is written everywhere but in this driver. */
function socketOf(url: string): { address: string; path?: string } {
  const address = new URL(url)
  const folder = address.searchParams.get('host')
  if (!folder?.startsWith('/')) return { address: url }
  const port = address.searchParams.get('port') ?? '5432'
  address.searchParams.delete('host')
  address.searchParams.delete('port')
  return { address: address.href, path: `${folder}/.s.PGSQL.${port}` }
}
