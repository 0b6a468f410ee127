import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runAs } from './os-user.ts'
import type { Place } from './place.ts'

/** The first user of a cluster, who may do anything. The product itself never connects as him. */
export const SUPERUSER = 'postgres'

/**
 * Makes the cluster unless it is there.
 *
 * It grows in a side folder and gets its name when it is whole: a kill meanwhile leaves no half cluster, and of two
 * first starts at once one wins and the other goes on with the winner's.
 */
export async function makeCluster({ cluster, user }: Place, bin: string): Promise<void> {
  if (existsSync(join(cluster, 'PG_VERSION'))) return
  const draft = `${cluster}.init-${process.pid}`
  mkdirSync(draft, { mode: 0o700 })
  if (user) chownSync(draft, user.uid, user.gid)
  try {
    await run(join(bin, 'initdb'), initdbArgs(draft), runAs(user))
    renameSync(draft, cluster)
  } catch (error) {
    if (!existsSync(join(cluster, 'PG_VERSION'))) throw error
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Russian order of letters by ICU, and letters told apart from signs by the C library: see `utf8Ctype`. */
function initdbArgs(folder: string): string[] {
  const locale = ['--locale=C', `--lc-ctype=${utf8Ctype()}`, '--locale-provider=icu', '--icu-locale=ru-RU']
  return ['-D', folder, '-U', SUPERUSER, '-A', 'trust', '-E', 'UTF8', '-k', '--no-instructions', ...locale]
}

/** Under LC_CTYPE=C pg_trgm takes no Cyrillic letter for a letter, and every similarity is 0. */
function utf8Ctype(): string {
  if (process.platform === 'darwin') return 'ru_RU.UTF-8'
  const wanted = ['C.utf8', 'C.UTF-8', 'ru_RU.utf8', 'en_US.utf8']
  try {
    const there = new Set(execFileSync('locale', ['-a'], { encoding: 'utf8', stdio: 'pipe' }).split('\n'))
    return wanted.find((name) => there.has(name)) ?? 'C.UTF-8'
  } catch {
    return 'C.UTF-8'
  }
}

function run(program: string, args: string[], as: { uid?: number; gid?: number }): Promise<void> {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
  const child = spawn(program, args, { ...as, cwd: '/', env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const pipe of [child.stdout, child.stderr]) pipe.on('data', (part: Buffer) => (said += part.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`initdb: ${said.trim()}`))))
  })
}
