import { setTimeout as sleep } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { oneAtATime } from '#platform/one-at-a-time.ts'
import { type Adapter, ChannelFault } from '../channels/adapter.ts'
import { adapters } from '../channels/adapters.ts'
import { accessOf } from '../connecting/access.ts'
import { markFault, markWell } from '../connecting/channel-states.ts'
import { inCompany, type Intake, takeSignals } from '../intake/take-in.ts'
import { claim, type Claimed, release, renew } from './leases.ts'

/** How often a node looks for channels that nobody follows, and says that it lives, in milliseconds. */
const ROUND = 5000
/** A provider that answers is written down no more often than this. */
const WELL = 15_000

/**
 * Follows all channels whose provider must be asked, each on one node at a time (INB-14). A fault never ends it: it is
 * written down where people see it, and the provider is asked again, less and less often, once a minute at least.
 */
export async function followChannels(intake: Intake) {
  const node = uuidv7()
  const kinds = Object.values(adapters).flatMap((adapter) => (adapter?.follow ? [adapter.kind] : []))
  const followed = followedBy(intake, node)
  let stopped = false
  let looking = Promise.resolve()
  const round = async () => {
    if (stopped) return
    followed.keepOnly(await renew(intake.doorway, node))
    for (const channel of await claim(intake.doorway, node, kinds)) followed.begin(channel)
  }
  const look = oneAtATime(
    () => (looking = round()),
    (error) => intake.log('channels', error),
  )
  const timer = kinds.length === 0 ? null : setInterval(look, ROUND)
  if (timer) look()
  return {
    /** A channel was connected or changed: looked at now rather than at the next round. */
    look: timer ? look : () => {},
    /** Whatever was claimed is given back when this is over: also by a round that was under way. */
    stop: async () => {
      stopped = true
      if (timer) clearInterval(timer)
      await looking.catch(() => {})
      await followed.end()
    },
  }
}

type Followed = { version: number; stop: AbortController; done: Promise<void> }

/** What a node follows now. */
function followedBy(intake: Intake, node: string) {
  const followed = new Map<string, Followed>()
  const whole = async (channel: Claimed, signal: AbortSignal, before: Promise<void> | undefined) => {
    // This node's own, of a claim that it has lost meanwhile: two would read beside each other.
    await before
    await follow(intake, channel, signal)
    if (followed.get(channel.id)?.stop.signal !== signal) return
    followed.delete(channel.id)
    // Given back when whoever followed it has let go: another must not begin beside him.
    await release(intake.doorway, node, channel.id).catch((error: unknown) => intake.log('channel release', error))
  }
  return {
    begin(channel: Claimed): void {
      const before = followed.get(channel.id)
      before?.stop.abort()
      const stop = new AbortController()
      const done = whole(channel, stop.signal, before?.done)
      followed.set(channel.id, { version: channel.version, stop, done })
    },
    /** Lets go of those that are not its own any more, or have been changed. */
    keepOnly(own: readonly Pick<Claimed, 'id' | 'version'>[]): void {
      const versions = new Map(own.map(({ id, version }) => [id, version]))
      for (const [id, { version, stop }] of followed) if (versions.get(id) !== version) stop.abort()
    },
    async end(): Promise<void> {
      for (const { stop } of followed.values()) stop.abort()
      await Promise.allSettled([...followed.values()].map(({ done }) => done))
    },
  }
}

async function follow(intake: Intake, channel: Claimed, signal: AbortSignal): Promise<void> {
  const adapter = adapters[channel.kind]
  let cursor = channel.cursor
  let faults = 0
  const well = wellness(intake, channel)
  while (!signal.aborted) {
    try {
      await adapter?.follow?.({
        access: accessOf(intake.world, channel),
        world: intake.world,
        cursor,
        signal,
        take: async (signals, moved) => {
          await takeSignals(intake, { company_id: channel.company_id, channel, signals, cursor: moved })
          cursor = moved
          faults = 0
        },
        alive: async () => {
          faults = 0
          await well.answered()
        },
        log: intake.log,
      } satisfies Parameters<NonNullable<Adapter['follow']>>[0])
      if (!signal.aborted) await pause(1000, signal)
    } catch (error) {
      if (signal.aborted) return
      faults++
      const fault = error instanceof ChannelFault ? error : new ChannelFault('channel.unreachable', wordsOf(error))
      await well.failed(fault).catch((failure: unknown) => intake.log('channel fault', failure))
      await pause(pauseAfter(fault, faults, intake.world.now()), signal)
    }
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** One second, then twice as long each time; what no patience helps against, and everything else, once a minute. */
function pauseAfter({ retry_at, permanent }: ChannelFault, faults: number, now: Date): number {
  if (retry_at) return Math.max(0, retry_at.getTime() - now.getTime())
  return permanent ? 60_000 : Math.min(60_000, 1000 * 2 ** (faults - 1))
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal, ref: false }).catch(() => {})

/** What is written down of a channel's health: every fault, and now and then that it is well. */
function wellness(intake: Intake, { company_id, id }: Claimed) {
  let last = 0
  let failing = true
  return {
    answered: async () => {
      if (!failing && Date.now() - last < WELL) return
      await inCompany(intake, company_id, (ctx) => markWell(ctx, id))
      last = Date.now()
      failing = false
    },
    failed: async (fault: ChannelFault) => {
      failing = true
      await inCompany(intake, company_id, (ctx) => markFault(ctx, id, fault))
    },
  }
}
