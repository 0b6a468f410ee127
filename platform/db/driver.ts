/**
 * The driver, with the handling of a lost connection put right (docs/decisions/030-driver-patched-at-load.md tells the story).
 *
 * As published, 3.4.9 throws out of everyone's reach when a reserved connection is written to after its server died,
 * leaves written bytes behind that keep the connection silent for ever, and lets a former holder go on with a
 * connection that has a new one: his ROLLBACK would end a stranger's transaction, his release would lend the
 * connection twice. Its files are changed while they are loaded; a version that they do not fit is refused.
 */
import { registerHooks } from 'node:module'

type Change = readonly [before: string | RegExp, after: string]

const changes: Record<string, readonly Change[]> = {
  '/postgres/src/result.js': [
    // The same properties, without a description made of each for each answer.
    [
      /Object\.defineProperties\(this, \{[^]*?\n    \}\)/,
      'this.count = this.state = this.command = this.columns = this.statement = null',
    ],
  ],
  '/postgres/src/connection.js': [
    // Nothing is written where there is no socket: whoever waits is told.
    [
      'const x = socket.write(chunk, fn)\n',
      `if (!socket) {
      nextWriteTimer = chunk = null
      error(Errors.connection('CONNECTION_CLOSED', options))
      return true
    }
    const x = socket.write(chunk, fn)\n`,
    ],
    // What one turn of the program asks goes out as one message: a write that wakes the server costs more than a query.
    ['if (fn || chunk.length >= 1024)', 'if (fn || chunk.length >= 65536)'],
    // What was not written before the end is not written to the next server.
    [
      'incomings = null\n    clearImmediate(nextWriteTimer)\n',
      'incomings = null\n    clearImmediate(nextWriteTimer)\n    nextWriteTimer = chunk = null\n',
    ],
    // Nor is the last word of the old server an answer to the first query on the new one.
    [
      'closedTime = performance.now()\n    hadError',
      'query = results = errorResponse = null\n    result = new Result()\n    closedTime = performance.now()\n    hadError',
    ],
  ],
  '/postgres/src/index.js': [
    // A holder is one as long as the connection knows him: its end makes it forget.
    [
      'c.reserved.release = true\n',
      `c.reserved.release = true
    const mine = c.reserved
    mine.lost = error => { while (queue.length) queue.shift().reject(error) }\n`,
    ],
    [
      'sql.release = () => {\n',
      `sql.release = () => {
      if (c.reserved !== mine) return\n`,
    ],
    [
      'function handler(q) {\n      c.queue === full\n        ? queue.push(q)',
      `function handler(q) {
      if (c.reserved !== mine)
        return q.reject(Errors.connection('CONNECTION_CLOSED', options))
      c.queue === full\n        ? queue.push(q)`,
    ],
    [
      'move(c, closed)\n    c.reserved = null\n',
      'move(c, closed)\n    c.reserved && c.reserved.lost && c.reserved.lost(e)\n    c.reserved = null\n',
    ],
  ],
}

function changed(source: string, list: readonly Change[]): string {
  return list.reduce((text, [before, after]) => {
    if (text.split(before).length !== 2) throw new Error(`the driver has changed, see platform/db/driver.ts: ${before}`)
    return text.replace(before, () => after)
  }, source)
}

let loaded = 0
const hooks = registerHooks({
  load(url, context, next) {
    const file = Object.keys(changes).find((name) => url.endsWith(name))
    const module = next(url, context)
    if (!file || !module.source) return module
    loaded++
    const text = typeof module.source === 'string' ? module.source : new TextDecoder().decode(module.source)
    return { ...module, source: changed(text, changes[file] ?? []) }
  },
})
export const { default: postgres } = await import('postgres')
hooks.deregister()
if (loaded !== Object.keys(changes).length) throw new Error('import the driver from platform/db/driver.ts only')
