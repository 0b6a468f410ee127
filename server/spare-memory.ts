import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** When the first pages have been asked for and whatever runs at the start has run. */
const SETTLED_MS = 10_000

/**
 * Gives back, once, what starting has left behind: read sources, compiled forms of what runs once, and young objects by
 * the hundred megabytes that nobody collects while nothing happens.
 */
export function spareMemory(): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as (how: object) => Promise<void>
    setFlagsFromString('--no-expose-gc')
    void collect({ type: 'major', execution: 'async', flavor: 'last-resort' })
  }, SETTLED_MS).unref()
}
