import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { anyoneIn } from '#platform/db/embedded/processes.ts'
import { runningIn } from '#platform/db/embedded/postmaster.ts'

const MAIN = join(import.meta.dirname, '..', 'server', 'main.ts')

/** The product in a process and a folder of its own, to be killed and started again. */
export type Victim = {
  url: string
  /** The most memory that the server of now has held, in megabytes. */
  peak_mb(): number
  /** A connection to its database as the superuser, who sees through every wall. */
  superuser_url(): string
  killServer(): void
  killDatabase(): void
  /** Starts the server again if it does not run. */
  revive(): void
  answers(): Promise<void>
  /** SIGTERM; tells the exit code and whether any process still sits in the folder. */
  stop(): Promise<{ code: number | null; orphans: boolean }>
  /** What it wrote, and its folder gone. */
  remains(): string
}

export async function startVictim(env: Record<string, string> = {}): Promise<Victim> {
  const folder = mkdtempSync(join(tmpdir(), 'naryad-faults-'))
  chmodSync(folder, 0o755) // as root, PostgreSQL runs as another user, who must pass through here
  const [data_dir, journal, port] = [join(folder, 'data'), join(folder, 'journal'), await freePort()]
  const cluster = join(data_dir, 'pg')
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | null = null

  function revive(): void {
    if (child && child.exitCode === null && child.signalCode === null) return
    const all = { ...process.env, LOG_LEVEL: 'warn', ...env, DATA_DIR: data_dir, PORT: String(port), HOST: '127.0.0.1' }
    child = spawn(process.execPath, [MAIN], { env: all, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const pipe of [child.stdout, child.stderr]) pipe?.on('data', (part: Buffer) => appendFileSync(journal, part))
  }
  revive()
  return {
    url,
    revive,
    peak_mb: () => peakOf(child),
    superuser_url: () => superuserUrl(cluster),
    killServer: () => void child?.kill('SIGKILL'),
    killDatabase() {
      const running = runningIn(cluster)
      if (running) process.kill(running.pid, 'SIGKILL')
    },
    answers: () => answering(url, revive),
    async stop() {
      if (!child || child.exitCode !== null) return { code: child?.exitCode ?? null, orphans: anyoneIn(cluster) }
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      const [code] = (await ended) as [number | null]
      return { code, orphans: anyoneIn(cluster) }
    },
    remains() {
      const said = existsSync(journal) ? readFileSync(journal, 'utf8') : ''
      rmSync(folder, { recursive: true, force: true })
      return said
    },
  }
}

function peakOf(child: ChildProcess | null): number {
  const said = child?.pid ? read(`/proc/${child.pid}/status`) : ''
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(said)?.[1] ?? 0) / 1024)
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function superuserUrl(cluster: string): string {
  const { host, port } = runningIn(cluster) ?? { host: '', port: 0 }
  return `postgres://postgres@localhost/naryad?host=${encodeURIComponent(host)}&port=${port}`
}

/** Waits until a request that needs the database is answered at all, whatever the answer. */
async function answering(url: string, revive: () => void): Promise<void> {
  for (const began = Date.now(); Date.now() - began < 60_000; await pause(50)) {
    revive()
    const status = await fetch(`${url}/api/auth/get-session`).then(
      (answer) => answer.status,
      () => 0,
    )
    if (status > 0 && status < 500) return
  }
  throw new Error('the product does not answer for a minute')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
