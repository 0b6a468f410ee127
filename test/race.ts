/**
 * What `n` calls give that run at the same time, in the order of their numbers.
 *
 * `warm` is run as often at once beforehand, so that each call finds a connection open: on a cold pool
 * calls run in turn, and a lock that is missing is not missed.
 */
export async function race<T>(
  n: number,
  call: (number: number) => Promise<T>,
  warm: () => Promise<unknown> = async () => {},
): Promise<T[]> {
  await Promise.all(Array.from({ length: n }, warm))
  let start = () => {}
  const whistle = new Promise<void>((resolve) => (start = resolve))
  const calls = Array.from({ length: n }, async (_, number) => {
    await whistle
    return call(number)
  })
  start()
  return Promise.all(calls)
}
