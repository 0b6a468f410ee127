import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { getPriority, setPriority } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { runAs } from './os-user.ts'
import type { Place } from './place.ts'
import { anyoneIn, commandOf, isAlive, isZombie, TELLS } from './processes.ts'

/** A running server of a cluster, ready for connections. */
export type Postmaster = { pid: number; host: string; port: number; adopted: boolean }

/** Over a socket the port only names the file. */
const PORT = 5432
/** How long the remains of a killed server may stand in the way. */
const REMAINS_MS = 15_000
const LOG_LIMIT = 10 * 1024 * 1024

export type Launch = { place: Place; bin: string; settings: Record<string, string> }

/**
 * The server of the cluster: the one that runs already (our process was killed and it lives on, or a second process
 * of ours started it), else a new one.
 */
export async function runPostmaster(launch: Launch): Promise<Postmaster> {
  const { cluster } = launch.place
  for (const began = Date.now(); ;) {
    const running = runningIn(cluster)
    if (running?.ready) return { ...running, adopted: true }
    if (running) {
      await pause(20) // starting, stopping, or recovering, which takes as long as it takes
      continue
    }
    const { pid, failure } = await start(launch)
    if (!failure) return { pid, host: launch.place.sockets, port: PORT, adopted: false }
    if (!isRemains(failure) || Date.now() - began > REMAINS_MS) throw new Error(`PostgreSQL did not start: ${failure}`)
    clearRemains(launch.place)
    await pause(100)
  }
}

/** What `postmaster.pid` says, when the process it names is this cluster's server indeed. */
export function runningIn(cluster: string): (Omit<Postmaster, 'adopted'> & { ready: boolean }) | null {
  const lines = pidFile(cluster)
  const pid = Number(lines[0])
  if (!isAlive(pid)) return null
  // A file left behind by a kill may name a pid that belongs to something else by now.
  if (TELLS && !commandOf(pid).includes(cluster)) return null
  return { pid, port: Number(lines[3]), host: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' }
}

function pidFile(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

async function start({ place, bin, settings }: Launch): Promise<{ pid: number; failure?: string }> {
  const path = logOf(place.cluster)
  const before = existsSync(path) ? statSync(path).size : 0
  const log = openSync(path, 'a')
  // A group of its own, or Ctrl-C in the terminal would reach it before the last requests are answered.
  const child = spawn(join(bin, 'postgres'), args(place, settings), {
    ...runAs(place.user),
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  if (child.pid) stepBehind(child.pid)
  let ended: string | null = null
  child.on('error', (error) => (ended = error.message))
  child.on('exit', (code, signal) => (ended = `it ended with ${code ?? signal}`))
  const isReady = () => Number(pidFile(place.cluster)[0]) === child.pid && runningIn(place.cluster)?.ready === true
  while (ended === null && !isReady()) await pause(10)
  if (ended === null) return { pid: child.pid ?? 0 }
  return { pid: 0, failure: `${String(ended)}\n${readFileSync(path).subarray(before).toString().slice(-2000)}` }
}

/** How far behind the product its server stands for the processor, in steps of the system's niceness. */
const BEHIND = 5

/**
 * Lets the product go first where both want the processor. It is one thread that everybody's requests pass, PostgreSQL a
 * process for each of many: as equals they leave it waiting for a third of the time on two cores. Its processes inherit it.
 */
function stepBehind(pid: number): void {
  try {
    setPriority(pid, Math.min(getPriority() + BEHIND, 19))
  } catch {
    // A system that does not let us: slower under load, and no more.
  }
}

function args({ cluster, sockets }: Place, settings: Record<string, string>): string[] {
  // A socket only: no port to clash with another product's, nothing to reach from outside.
  const all = { listen_addresses: '', unix_socket_directories: sockets, port: String(PORT), ...settings }
  return ['-D', cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** Where PostgreSQL writes what it has to say; the file before is kept once. */
function logOf(cluster: string): string {
  const path = join(cluster, 'server.log')
  if (existsSync(path) && statSync(path).size > LOG_LIMIT) renameSync(path, `${path}.1`)
  return path
}

/** Just after a kill the dead server may still be unburied, or its last processes hold the shared memory. */
const isRemains = (failure: string): boolean => /lock file ".*" already exists|shared memory block/.test(failure)

/** An unburied server keeps its lock files as good as alive: they go when no process works in the cluster. */
function clearRemains({ cluster, sockets }: Place): void {
  const pid = Number(pidFile(cluster)[0])
  if (!TELLS || !isZombie(pid) || anyoneIn(cluster)) return
  for (const file of [join(cluster, 'postmaster.pid'), join(sockets, `.s.PGSQL.${PORT}.lock`)])
    rmSync(file, { force: true })
}

/** Asks for a fast shutdown (clients are cut, all is written) and waits for its end. */
export async function stopPostmaster(pid: number): Promise<void> {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  while (isAlive(pid)) await pause(10)
}
