/**
 * What `watch.ts` turns into when the process that used PostgreSQL is gone: gives a new start the time to take the
 * server over, then stops it if nobody uses it.
 *
 * A process of ours that uses it has a watch of its own, so one look is enough.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { connectKeeper } from './keeper.ts'
import { runningIn, stopPostmaster } from './postmaster.ts'

const [cluster = '', grace_ms = ''] = process.argv.slice(2)
await pause(Number(grace_ms))

for (;;) {
  const running = runningIn(cluster)
  if (!running) break
  const last = await unused(running)
  if (last) await stopPostmaster(running.pid)
  if (last !== null) break
  await pause(500) // it is starting, recovering or stopping
}

async function unused(at: { host: string; port: number }): Promise<boolean | null> {
  try {
    const keeper = await connectKeeper(at, false)
    return await keeper.isLast()
  } catch {
    return null
  }
}
process.exit()
