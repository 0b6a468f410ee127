import { type CronItem, parseCronItems, run, type Runner, type TaskList } from 'graphile-worker'
import pg from 'pg'
import { type Ctx, type Db, NOBODY, type Viewer, type World } from '../ctx.ts'
import { type Doorway, inTransaction } from '../db/transaction.ts'
import type { Heard, Reaction } from '../events/reactions.ts'
import { relay } from '../events/relay.ts'
import type { EventName } from '../events/tell.ts'
import { oneAtATime } from '../one-at-a-time.ts'
import { beatHeart } from './heartbeat.ts'
import type { Job, March, OutsideJob, Step } from './job.ts'

/** A job in each of its forms. */
export type AnyJob = Job | OutsideJob | March

export type Work = {
  jobs: readonly AnyJob[]
  reactions: readonly Reaction[]
  clock: readonly CronItem[]
}
type Parts = {
  doorway: Doorway
  direct_url: string
  world: World
  log: (line: string, error?: unknown) => void
  stopping?: boolean
}

/** The program's eyes in one company. */
export const systemIn = (company_id: string): Viewer => ({ ...NOBODY, kind: 'system', company_id, subject_id: null })

/** Runs the queue and the relay of reactions until stopped; `wake` when facts were committed. */
export async function startWorker(parts: Parts, work: Work) {
  const pool = new pg.Pool({ connectionString: parts.direct_url, max: 8, application_name: 'naryad worker' })
  pool.on('error', (error) => parts.log('worker pool', error))
  pool.on('connect', (client) => client.on('error', (error) => parts.log('worker connection', error)))
  const heart = await beatHeart(pool, parts.log)
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList: tasksOf(parts, work),
    logger: heart.logger,
    events: heart.events,
    // Not as the text of a crontab: its names of tasks have no dots.
    parsedCronItems: parseCronItems([...work.clock]),
  })
  const wake = oneAtATime(
    async () => {
      while (await relay(parts.doorway, work.reactions)) continue
    },
    (error) => parts.log('relay', error),
  )
  return {
    wake,
    stop: async () => {
      parts.stopping = true
      await runner.stop().catch((error: unknown) => parts.log('worker stop', error))
      await heart.stop()
      await pool.end()
    },
  }
}

export function tasksOf(parts: Parts, { jobs, reactions }: Work): TaskList {
  const inCompany = (company_id: string, act: (ctx: Ctx) => Promise<void>) => actIn(parts, company_id, act)
  const own = jobs.map((job) => [
    job.name,
    (payload: unknown) => {
      // What the clock starts belongs to no company.
      const given = payload as { company_id?: string }
      const company_id = given.company_id ?? ''
      if ('outside' in job) return runErrand(parts, job, { company_id, given })
      if ('march' in job) return job.march(stepIn(parts, company_id), given, parts.world)
      return inCompany(company_id, (ctx) => job.run(ctx, given))
    },
  ])
  const react = (payload: unknown) => {
    const { company_id, event_id, reaction } = payload as { company_id: string; event_id: string; reaction: string }
    const found = reactions.find(({ name }) => name === reaction)
    if (!found) return
    return inCompany(company_id, async (ctx) => found.run(ctx, await eventOf(ctx, event_id)))
  }
  return Object.fromEntries([...own, ['react', react]]) as TaskList
}

/** A worker that is being stopped begins no further step: the work goes on at the next start. */
const stepIn =
  (parts: Parts, company_id: string): Step =>
  (act) => {
    if (parts.stopping) throw new Error('the worker is being stopped')
    return actIn(parts, company_id, act)
  }

type Called = { company_id: string; given: object }

/** Reads, does, writes down: between the two transactions nothing of the database is held. */
async function runErrand(parts: Parts, { outside }: OutsideJob, { company_id, given }: Called): Promise<void> {
  const work = await actIn(parts, company_id, (ctx) => outside.take(ctx, given))
  if (work === null) return
  const result = await outside.act(work, parts.world)
  await actIn(parts, company_id, (ctx) => outside.keep(ctx, work, result))
}

async function actIn<T>({ doorway, world }: Parts, company_id: string, act: (ctx: Ctx) => Promise<T>): Promise<T> {
  const viewer = systemIn(company_id)
  const afterCommit: (() => void)[] = []
  const run = (db: Db) => act({ db, viewer, now: world.now(), if_match: null, world, afterCommit })
  const given = await inTransaction(doorway, viewer, { read_only: false, run })
  for (const then of afterCommit) then()
  return given
}

async function eventOf(ctx: Ctx, event_id: string): Promise<Heard<EventName> & { name: string }> {
  const row = await ctx.db
    .selectFrom('events')
    .selectAll()
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', event_id)
    .executeTakeFirstOrThrow()
  const { id, subject_id, actor_id, at, facts, name } = row
  return { event_id: id, subject_id, actor_id, at, name, facts: facts as never }
}
