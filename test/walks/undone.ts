import type { Connection, Pool } from '#platform/db/pool.ts'
import { product } from '../product.ts'

/** Everything that requests write is undone at its end, as if it had been kept: thousands may be asked of one company. */
export async function undoingAll<T>(run: () => Promise<T>): Promise<T> {
  const { app } = await product()
  const { pool } = app.frame
  app.frame.pool = new Proxy(pool, {
    get: (target, name) =>
      name === 'reserve' ? async () => undoing(await target.reserve()) : Reflect.get(target, name, target),
  }) as Pool
  try {
    return await run()
  } finally {
    app.frame.pool = pool
  }
}

function undoing(connection: Connection): Connection {
  const unsafe = (text: string, ...rest: []) =>
    text === 'commit'
      ? {
          simple: () =>
            connection
              .unsafe('rollback')
              .simple()
              .then(() => ({ command: 'COMMIT' })),
        }
      : connection.unsafe(text, ...rest)
  return new Proxy(connection, {
    get: (target, name) => (name === 'unsafe' ? unsafe : Reflect.get(target, name, target)),
  })
}
