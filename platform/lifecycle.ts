import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from './log.ts'

/** What is open in this process, and its closing in reverse order. */
export type Lifecycle = {
  /** Waits for something to open; whatever ends the process meanwhile waits too, and closes it. */
  open<T>(name: string, opening: Promise<T>, close: (opened: T) => Promise<unknown>): Promise<T>
  /** Closes everything and leaves. */
  end(code: number): void
}

/** Part of a closing that may take long, such as a stream that nobody reads, does not hold the rest. */
const PATIENCE_MS = 15_000
/** Ctrl-C reaches us twice, from the terminal and through npm; later than this it is a person who insists. */
const ECHO_MS = 1000

/** Ends in good order by Ctrl-C, SIGTERM, the end of the process that started us, and by our own faults. */
export function lifecycle(log: Log): Lifecycle {
  const closers: { name: string; close: () => Promise<unknown> }[] = []
  let ending: number | null = null

  async function end(code: number): Promise<void> {
    if (ending !== null) return
    ending = performance.now()
    for (const { name, close } of closers.reverse()) {
      const done = close().catch((error: unknown) => log(`closing ${name}`, error))
      const late = pause(PATIENCE_MS, 'late', { ref: false })
      if ((await Promise.race([done, late])) === 'late') log(`closing ${name} takes too long: left open`)
    }
    process.exit(code)
  }

  function onSignal(): void {
    if (ending !== null && performance.now() - ending > ECHO_MS) process.exit(130)
    void end(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  // start.js on an older Node runs us as its child and holds this channel.
  process.once('disconnect', onSignal)
  if (process.env['npm_lifecycle_event']) onOrphaned(onSignal)
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(fault, (error: unknown) => {
      log(fault, error)
      void end(1)
    })

  return {
    end: (code) => void end(code),
    async open(name, opening, close) {
      closers.push({ name, close: () => opening.then(close, () => {}) })
      const opened = await opening
      // Whoever opens goes no further once the end has begun.
      if (ending !== null) await new Promise(() => {})
      return opened
    },
  }
}

/** SIGTERM to npm ends npm and the shell between us, and nobody tells us. */
function onOrphaned(act: () => void): void {
  const parent = process.ppid
  const look = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(look)
    act()
  }, 300)
  look.unref()
}
