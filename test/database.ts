import { atEnd } from './at-end.ts'
import { administer, makeTemplate, startCluster, TEMPLATE } from './cluster.ts'

export type OwnDatabase = {
  url: string
  /** Call it when the last connection is closed; a run throws all of them away anyway. */
  drop(): Promise<void>
}

let last = 0

/** A database of the test file's own, with the newest schema and no rows. */
export async function ownDatabase(): Promise<OwnDatabase> {
  const template = process.env[TEMPLATE] ?? (await alone())
  const name = `test_${process.pid}_${++last}`
  const admin = at(template, 'postgres')
  await administer(admin, `create database ${name} template ${new URL(template).pathname.slice(1)}`)
  // Not `with (force)`: that asks for the right over every session inside, also over the superuser's autovacuum.
  return { url: at(template, name), drop: () => administer(admin, `drop database ${name}`) }
}

/** The same server, another database. */
function at(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

/** For `node --test` on a single file, outside of `npm test`: a PostgreSQL of this process. */
async function alone(): Promise<string> {
  const cluster = await startCluster()
  atEnd(() => cluster.stop())
  process.env[TEMPLATE] = cluster.url(await makeTemplate(cluster))
  return process.env[TEMPLATE]
}
