import type { Config } from '#platform/config.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import { buildApp } from '#server/app.ts'
import { clock, jobs, reactions } from '#server/contexts.ts'
import { followChannels } from '#server/inbox/index.ts'
import { openProcess } from '#server/world.ts'
import { product } from './product.ts'

/** A node that does everything: it answers, works on the queue and follows channels, at the providers that are named. */
export async function workingNode(config: Partial<Config>): Promise<{ url: string; close: () => Promise<void> }> {
  const { process } = await product()
  const { database } = process
  const log = (line: string, error?: unknown): void => console.error(line, error ?? '')
  const own = await openProcess({ config: { ...process.config, ...config }, database, log })
  const { doorway, world, ears } = own
  const worker = await startWorker({ doorway, direct_url: database.direct_url, world, log }, { jobs, reactions, clock })
  ears.onFacts.push(worker.wake)
  const channels = await followChannels({ doorway, world, log })
  const app = await buildApp(own)
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    url,
    async close() {
      await app.close()
      await channels.stop()
      await worker.stop()
      await own.close()
    },
  }
}
