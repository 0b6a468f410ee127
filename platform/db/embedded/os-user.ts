import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** The user of the operating system that PostgreSQL runs as; null is the one who started us. */
export type OsUser = { uid: number; gid: number; name: string } | null

const NOBODY = 65_534

/**
 * PostgreSQL refuses to run as root, so root hands it to another user: to the owner of the cluster when there is
 * one already, else to `postgres`, and on a bare machine to `nobody`.
 */
export function osUserFor(cluster: string): OsUser {
  if (process.getuid?.() !== 0) return null
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster)
    if (uid !== 0) return { uid, gid, name: `user ${uid}` }
  }
  return named('postgres') ?? named('nobody') ?? { uid: NOBODY, gid: NOBODY, name: 'nobody' }
}

function named(name: string): OsUser {
  const id = (what: string) => Number(execFileSync('id', [what, name], { encoding: 'utf8', stdio: 'pipe' }))
  try {
    return { uid: id('-u'), gid: id('-g'), name }
  } catch {
    return null
  }
}

/** Whether the user may pass through every folder down to the path, by the bits of their modes. */
export function canReach(user: OsUser, path: string): boolean {
  if (!user) return true
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && !mayPass(user, folder)) return false
    if (folder === dirname(folder)) return true
  }
}

function mayPass({ uid, gid }: NonNullable<OsUser>, path: string): boolean {
  const { mode, uid: owner, gid: group } = statSync(path)
  if (owner === uid) return (mode & 0o100) !== 0
  return (mode & (group === gid ? 0o010 : 0o001)) !== 0
}

/** For `spawn`: whom to run as. */
export const runAs = (user: OsUser): { uid?: number; gid?: number } => (user ? { uid: user.uid, gid: user.gid } : {})
