import { totalmem } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { findBinaries } from './embedded/binaries.ts'
import { makeCluster } from './embedded/cluster.ts'
import { connectKeeper, type Keeper, makeProduct, productUrl } from './embedded/keeper.ts'
import { placeOf } from './embedded/place.ts'
import { type Launch, type Postmaster, runPostmaster, stopPostmaster } from './embedded/postmaster.ts'
import { setWatch } from './embedded/watch.ts'

export type Embedded = {
  /** As the product connects: an ordinary role that owns its database. Stays the same over restarts. */
  url: string
  /** The server's process now. */
  pid(): number
  /** Whether it ran already when we came. */
  adopted: boolean
  /** Stops PostgreSQL, unless another process of ours still uses it. */
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  data_dir: string
  say: (message: string) => void
  settings?: Record<string, string>
  /** How long PostgreSQL waits for a new start after its last user was killed. */
  orphan_grace_ms?: number
}

type Running = { postmaster: Postmaster; keeper: Keeper }

/**
 * PostgreSQL of our own under the data folder, as long as this process lives.
 *
 * Dies it, it is started again at the same address, and pools connect again by themselves. Is this process killed,
 * the next start takes the server over; comes none, a watchdog stops it.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { say, orphan_grace_ms = 10_000 } = options
  const place = placeOf(options.data_dir, say)
  const launch = { place, bin: findBinaries(place.user, say), settings: { ...tuned(), ...options.settings } }
  const watch = setWatch(place.cluster, orphan_grace_ms)
  const first = await firstUp(launch).catch((error: unknown) => {
    watch.dismiss()
    throw error
  })
  const care = keepUp(launch, first, say)
  return {
    url: productUrl(first.postmaster),
    pid: () => care.now().postmaster.pid,
    adopted: first.postmaster.adopted,
    async stop() {
      await care.stop()
      watch.dismiss()
    },
  }
}

async function firstUp(launch: Launch): Promise<Running> {
  await makeCluster(launch.place, launch.bin)
  const running = await bringUp(launch)
  await makeProduct(running.postmaster)
  return running
}

/** A running server with our mark on it. One that is just being stopped cuts us off, and we begin again. */
async function bringUp(launch: Launch): Promise<Running> {
  for (let tries = 1; ; tries++) {
    const postmaster = await runPostmaster(launch)
    try {
      return { postmaster, keeper: await connectKeeper(postmaster, true) }
    } catch (error) {
      if (tries === 100) throw error
      await pause(100)
    }
  }
}

/** Starts the server again whenever it is lost, until told to stop. */
function keepUp(launch: Launch, first: Running, say: (message: string) => void) {
  let running = first
  const stopping = Promise.withResolvers<'stop'>()
  let stopped = false
  const kept = (async () => {
    for (;;) {
      if ((await Promise.race([running.keeper.lost, stopping.promise])) === 'stop') return
      say(`PostgreSQL ${running.postmaster.pid} is lost: starting it again`)
      const next = await again(launch, say, () => stopped)
      if (!next) return
      running = next
      say(`PostgreSQL ${running.postmaster.pid} is up again`)
    }
  })()
  return {
    now: () => running,
    async stop() {
      stopped = true
      stopping.resolve('stop')
      await kept
      const last = await running.keeper.isLast().catch(() => false)
      if (last) await stopPostmaster(running.postmaster.pid)
      await running.keeper.end().catch(() => {})
    },
  }
}

/** For as long as it takes: a full disk may be emptied, and requests answer meanwhile that there is no database. */
async function again(launch: Launch, say: (message: string) => void, enough: () => boolean): Promise<Running | null> {
  for (let rest = 250; !enough(); rest = Math.min(rest * 2, 5000)) {
    try {
      return await bringUp(launch)
    } catch (error) {
      say(String(error))
      await pause(rest)
    }
  }
  return null
}

/** For a machine that PostgreSQL shares with us: an eighth of its memory for pages, and not more than a company needs. */
function tuned(): Record<string, string> {
  const megabytes = Math.floor(totalmem() / 1024 / 1024)
  return {
    max_connections: '120',
    shared_buffers: `${Math.min(Math.max(Math.floor(megabytes / 8), 64), 1024)}MB`,
    effective_cache_size: `${Math.floor(megabytes / 2)}MB`,
    random_page_cost: '1.1',
    max_wal_size: '2GB',
    // A new company's tables grow from nothing: until they are counted, what was planned for a few rows is read whole.
    autovacuum_naptime: '10s',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
  }
}
