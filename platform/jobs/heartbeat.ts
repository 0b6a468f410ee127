import { EventEmitter } from 'node:events'
import { Logger, makeWorkerUtils, type WorkerEvents } from 'graphile-worker'
import type pg from 'pg'

const BEAT_MS = 10_000
const SILENT = '45 seconds'

/**
 * Says every few seconds that this process lives, and gives the jobs of processes that fell silent to others:
 * a killed worker's jobs would otherwise stay locked for hours.
 */
export async function beatHeart(pool: pg.Pool, log: (line: string, error?: unknown) => void) {
  const mine = new Set<string>()
  const utils = await makeWorkerUtils({ pgPool: pool, logger: silent() })
  const beat = async () => {
    await pool.query(
      `insert into worker_heartbeats (worker_id, at) select unnest($1::text[]), now()
       on conflict (worker_id) do update set at = excluded.at`,
      [[...mine]],
    )
    const { rows } = await pool.query<{ locked_by: string }>(
      `select distinct locked_by from graphile_worker._private_jobs j
       where locked_by is not null and not exists (
         select from worker_heartbeats h where h.worker_id = j.locked_by and h.at > now() - interval '${SILENT}')
         and locked_at < now() - interval '${SILENT}'`,
    )
    if (rows.length > 0) await utils.forceUnlockWorkers(rows.map((row) => row.locked_by))
    await pool.query(`delete from worker_heartbeats where at < now() - interval '1 day'`)
  }
  const timer = setInterval(() => void beat().catch((error: unknown) => log('heartbeat', error)), BEAT_MS)
  timer.unref()
  // Jobs are locked by the pool of workers, or by one of them: both are said to live.
  const events = new EventEmitter() as WorkerEvents
  events.on('pool:create', ({ workerPool }) => mine.add(workerPool.id))
  return {
    events,
    /** The queue's logger tells the names of its workers. */
    logger: new Logger(({ workerId }) => {
      if (workerId) mine.add(workerId)
      return (level, message, meta) => {
        if (level === 'error') log(message, (meta as { error?: unknown } | undefined)?.error)
      }
    }),
    stop: async () => {
      clearInterval(timer)
      await pool.query('delete from worker_heartbeats where worker_id = any($1)', [[...mine]]).catch(() => {})
    },
  }
}

const silent = () => new Logger(() => () => {})
