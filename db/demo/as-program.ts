import type { Ctx } from '#platform/ctx.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { systemIn } from '#platform/jobs/worker.ts'
import type { Process } from '#server/world.ts'

/** Runs a part with the program's own eyes: for what in a real company comes from outside. */
export function asProgram<T>(
  { doorway, world }: Process,
  company_id: string,
  run: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  const viewer = systemIn(company_id)
  const base = { viewer, now: world.now(), if_match: null, world, afterCommit: [] }
  return inTransaction(doorway, viewer, { read_only: false, run: (db) => run({ ...base, db }) })
}
