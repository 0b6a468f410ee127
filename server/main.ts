import { createServer } from 'node:net'
import { type Config, ConfigError, type Database, loadConfig, localAddress } from '#platform/config.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import { insistFit, insistSearch, UnfitDatabase } from '#platform/db/fitness.ts'
import { migrate } from '#platform/db/migrate.ts'
import { type Lifecycle, lifecycle } from '#platform/lifecycle.ts'
import { type Log, openLog } from '#platform/log.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import { buildApp } from './app.ts'
import { clock, jobs, reactions } from './contexts.ts'
import { followChannels } from '#server/inbox/index.ts'
import { spareMemory } from './spare-memory.ts'
import { openProcess, type Process } from './world.ts'

/** `npm run demo`: with a company that lives its month, in a folder of its own so that a real one is never touched. */
const demo = process.argv.includes('--demo')

/** Starts what the configuration asks for, and says where it answers. */
async function main(): Promise<void> {
  const config = await withPort(
    loadConfig({ ...process.env, ...(demo && { DATA_DIR: process.env['DATA_DIR'] || './data-demo' }) }),
  )
  const log = openLog(config.log_level)
  const life = lifecycle(log)
  try {
    await run(config, log, life)
  } catch (error) {
    sayWhy(error)
    life.end(1)
  }
}

async function run(config: Config, log: Log, life: Lifecycle): Promise<void> {
  const database = config.database ?? (await embedded(config, log, life))
  if (config.database) await insistFit(database, log)
  for (const name of await migrate(database.direct_url)) log(`migrated ${name}`)
  await insistSearch(database)
  const product = await life.open('the database', openProcess({ config, database, log }), (opened) => opened.close())
  const guests = demo ? await guestsOf(product) : null
  if (config.role !== 'web') {
    await life.open('the worker', workOn(product), (worker) => worker.stop())
    await life.open('the channels', followChannels(product), (channels) => channels.stop())
  }
  if (config.role !== 'worker') {
    const app = await life.open('the web server', buildApp(product), (opened) => opened.close())
    await app.listen({ port: config.port, host: config.host })
  }
  console.log(config.role === 'worker' ? 'Naryad works on its queue' : `Naryad: ${config.public_url}`)
  if (guests) console.log(guests)
  spareMemory()
}

/** Who can sign in to the demo company, which is made where there is nobody yet. */
async function guestsOf(product: Process): Promise<string> {
  product.log('the demo company: one moment')
  return (await import('#db/demo/open-demo.ts')).openDemo(product)
}

/** The queue and the reactions, woken by every committed fact. */
async function workOn(process: Process) {
  const { database, doorway, world, log, ears } = process
  const worker = await startWorker({ doorway, direct_url: database.direct_url, world, log }, { jobs, reactions, clock })
  ears.onFacts.push(worker.wake)
  worker.wake()
  return worker
}

async function embedded({ data_dir }: Config, log: Log, life: Lifecycle): Promise<Database> {
  const { url } = await life.open('PostgreSQL', startEmbedded({ data_dir, say: log }), (server) => server.stop())
  return { url, direct_url: url, prepare: true }
}

/** Port 0 asks for any free one; it must be known before the first link is written. */
async function withPort(config: Config): Promise<Config> {
  if (config.port !== 0) return config
  const port = await freePort(config.host)
  const local = config.public_url === localAddress(0)
  return { ...config, port, public_url: local ? localAddress(port) : config.public_url }
}

function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, host, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** What a person can put right is said in words; anything else is a fault of ours and shows where it happened. */
function sayWhy(error: unknown): void {
  if (error instanceof ConfigError || error instanceof UnfitDatabase) console.error(error.message)
  else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
    console.error('The port is taken by another program: stop it, or set PORT to another number')
  else console.error(error)
}

await main().catch((error: unknown) => {
  sayWhy(error)
  process.exit(1)
})
