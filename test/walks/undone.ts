import type { Connection, Pool } from '#platform/db/pool.ts'
import { product } from '../product.ts'

/** Everything that requests write is undone at its end, as if it had been kept: thousands may be asked of one company. */
export async function undoingAll<T>(run: () => Promise<T>): Promise<T> {
  const { app } = await product()
  const { pool } = app.frame
  app.frame.pool = replaced(pool, 'reserve', async () => undoing(await pool.reserve()))
  try {
    return await run()
  } finally {
    app.frame.pool = pool
  }
}

function undoing(connection: Connection): Connection {
  const plain = connection.unsafe.bind(connection)
  const unsafe = (...asked: Parameters<Pool['unsafe']>) =>
    asked[0] === 'commit' ? { simple: undone } : plain(...asked)
  const undone = async () => {
    await plain('rollback').simple()
    return { command: 'COMMIT' }
  }
  return replaced(connection, 'unsafe', unsafe)
}

/** The same thing with one part of it replaced. */
const replaced = <T extends object>(thing: T, part: keyof T, by: unknown): T =>
  new Proxy(thing, { get: (target, name): unknown => (name === part ? by : Reflect.get(target, name, target)) })
