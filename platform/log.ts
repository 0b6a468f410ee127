import { pino } from 'pino'
import type { Config } from './config.ts'

/** What happened, in a line; with an error it is a fault. */
export type Log = (line: string, error?: unknown) => void

/** One JSON object a line on standard output, at the level that the configuration asks for. */
export function openLog(level: Config['log_level']): Log {
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
  return (line, error) => (error === undefined ? log.info(line) : log.error({ error: told(error) }, line))
}

/** Not all that hangs on an error: drivers hang the connection there, with its password. */
function told(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error)
  const { code, detail } = error as Error & { code?: unknown; detail?: unknown }
  return { code, detail, stack: error.stack }
}
