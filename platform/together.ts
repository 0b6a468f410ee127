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
