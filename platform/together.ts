import type { Ctx } from './ctx.ts'

/**
 * Like `Promise.all`, but of several that work on one transaction: when one is refused, the others are waited for
 * too. A refusal ends the transaction and gives its connection away; nothing may go on sending on it.
 */
export async function together<T extends readonly unknown[]>(
  ...works: { [K in keyof T]: Promise<T[K]> | T[K] }
): Promise<T> {
  await Promise.allSettled(works)
  return Promise.all(works) as Promise<unknown> as Promise<T>
}

/**
 * Writes on whose outcome the answer does not hang: COMMIT goes out in the same message behind them, and the frame waits
 * for all of it. One that fails turns the COMMIT into a rollback, and is what the caller hears of.
 * @param writes sent already, as `insertRow` and `tell` do: what the query builder would send later is refused behind the COMMIT
 */
export async function inTheWake(ctx: Ctx, ...writes: Promise<unknown>[]): Promise<void> {
  if (!ctx.inTheWake) return void (await together(...writes))
  for (const write of writes) write.catch(() => {})
  ctx.inTheWake.push(...writes)
}
