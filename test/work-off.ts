import { Logger, runOnce } from 'graphile-worker'
import { tasksOf } from '#platform/jobs/worker.ts'
import { clock, jobs, reactions } from '#server/contexts.ts'
import { product } from './product.ts'

/** Runs what is queued, and what that queues, until nothing is left: as the worker does, but when the test says so. */
export async function workOff(): Promise<void> {
  const { process, database_url } = await product()
  const { doorway, world } = process
  const log = (line: string, error?: unknown): void => console.error(line, error ?? '')
  const logger = new Logger(() => (level, message, meta) => {
    if (level === 'error') log(message, meta?.['error'])
  })
  const taskList = tasksOf({ doorway, direct_url: database_url, world, log }, { jobs, reactions, clock })
  await runOnce({ connectionString: database_url, taskList, logger, noPreparedStatements: true })
}
