import { spawn } from 'node:child_process'
import { join } from 'node:path'

export type Watch = { dismiss(): void }

/**
 * A watchdog for the case that this process is killed and nobody starts it again: PostgreSQL must not hold the
 * folder for ever.
 *
 * A shell waits at the end of a pipe, which costs 1 MB. A word through the pipe sends it home; the pipe's end
 * without a word means that we are gone, and it turns into `watchdog.ts`.
 */
export function setWatch(cluster: string, grace_ms: number): Watch {
  const program = [process.execPath, join(import.meta.dirname, 'watchdog.ts'), cluster, String(grace_ms)]
  const child = spawn('sh', ['-c', 'read -r word && exit 0; exec "$0" "$@"', ...program], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.on('error', () => {})
  child.stdin.on('error', () => {})
  child.unref()
  // Sockets can be let go of; the type of a pipe does not say so.
  ;(child.stdin as unknown as { unref(): void }).unref()
  return { dismiss: () => void child.stdin.end('home\n') }
}
