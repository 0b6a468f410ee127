import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** Whether a process runs. One that has died and that nobody has buried yet (a zombie) does not. */
export function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return !isZombie(pid)
}

export const isZombie = (pid: number): boolean => /\) Z /.test(ofProc(pid, 'stat'))

/** The command line; empty when the process is not there or the system does not tell. */
export const commandOf = (pid: number): string => ofProc(pid, 'cmdline')

/** Whether the system tells about processes by files: Linux does. */
export const TELLS = process.platform === 'linux'

/** Whether any process works inside the folder: each one of PostgreSQL sits in its cluster. */
export const anyoneIn = (folder: string): boolean =>
  readdirSync('/proc').some((name) => {
    try {
      return /^\d+$/.test(name) && readlinkSync(`/proc/${name}/cwd`) === folder
    } catch {
      return false
    }
  })

function ofProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
