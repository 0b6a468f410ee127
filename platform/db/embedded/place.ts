import { createHash, randomUUID } from 'node:crypto'
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { SYSTEM_PLACE } from './binaries.ts'
import type { OsUser } from './os-user.ts'
import { canReach, osUserFor } from './os-user.ts'
import { isAlive } from './processes.ts'

/** Where a cluster lies and whose it is. */
export type Place = { cluster: string; sockets: string; user: OsUser }

/** A socket's path is cut at 107 bytes, and `/.s.PGSQL.5432.lock` comes after the folder. */
const LONGEST = 80

/**
 * The cluster of a data folder: `pg` inside it.
 *
 * When root's data folder is closed to the user of PostgreSQL, `pg` is a link to a folder of the system instead. The
 * link remembers which, so that two closed data folders never share one, and a removed data folder begins afresh.
 */
export function placeOf(data_dir: string, say: (message: string) => void): Place {
  mkdirSync(data_dir, { recursive: true, mode: 0o711 })
  const home = realpathSync(data_dir)
  const seen = join(home, 'pg')
  const user = osUserFor(seen)
  if (!isLink(seen) && !canReach(user, home)) moveOut(seen, user, say)
  const cluster = isLink(seen) ? readlinkSync(seen) : seen
  if (isLink(seen) && !existsSync(dirname(cluster))) throw new Error(`${seen} leads to ${cluster}, which is not there`)
  insistOurs(cluster)
  dropDrafts(cluster)
  return { cluster, user, sockets: socketsOf(cluster, user) }
}

function moveOut(seen: string, user: OsUser, say: (message: string) => void): void {
  if (existsSync(seen))
    throw new Error(
      `${seen} is closed to ${user?.name}, whom PostgreSQL runs as: open the folders above it (chmod o+x)`,
    )
  const cluster = join(SYSTEM_PLACE, randomUUID(), 'pg')
  mkdirSync(dirname(cluster), { recursive: true, mode: 0o711 })
  try {
    symlinkSync(cluster, seen)
  } catch (error) {
    if (isLink(seen)) return // a second first start was faster
    throw error
  }
  say(`${seen} is closed to ${user?.name}, whom PostgreSQL runs as: the database lies in ${cluster}`)
}

const isLink = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false

function insistOurs(cluster: string): void {
  const uid = process.getuid?.() ?? 0
  if (uid === 0 || !existsSync(cluster)) return
  const owner = statSync(cluster).uid
  if (owner !== uid) throw new Error(`${cluster} belongs to user ${owner}: start as root or as that user`)
}

/** What a kill during the very first start has left behind. */
function dropDrafts(cluster: string): void {
  const prefix = `${basename(cluster)}.init-`
  for (const name of readdirSync(dirname(cluster)))
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length))))
      rmSync(join(dirname(cluster), name), { recursive: true, force: true })
}

/** A short folder for the socket, closed to all but the user of PostgreSQL: within, no password is asked. */
function socketsOf(cluster: string, user: OsUser): string {
  const name = `naryad-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`
  const folder = join(tmpdir().length + name.length < LONGEST ? tmpdir() : '/tmp', name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user && statSync(folder).uid === 0) chownSync(folder, user.uid, user.gid)
  const { uid, mode } = lstatSync(folder)
  if (uid !== (user?.uid ?? process.getuid?.()) || (mode & 0o077) !== 0)
    throw new Error(`${folder} was made by somebody else: remove it, or set TMPDIR`)
  return folder
}
