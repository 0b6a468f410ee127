import { type Ctx, NOBODY, type Role } from '#platform/ctx.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { rightsOf } from '#server/people/index.ts'
import { product } from '../product.ts'
import type { Company } from '../world.ts'

type Eyes = { role?: Role; time_zone?: string; currency?: string; now?: Date }

/**
 * Runs a part of the server with the owner's eyes in a transaction of its own: for tests of a context whose doors
 * other contexts open, and which has no address of its own.
 */
export async function inside<T>(company: Company, run: (ctx: Ctx) => Promise<T>, eyes: Eyes = {}): Promise<T> {
  const { process } = await product()
  const { role = 'owner', time_zone = 'Europe/Minsk', currency = 'BYN', now = new Date() } = eyes
  const owner = { kind: 'staff' as const, company_id: company.id, subject_id: company.owner.id, name: 'Владелец' }
  const viewer = { ...NOBODY, ...owner, role, rights: new Set(rightsOf(role)), time_zone, currency }
  const base = { viewer, now, if_match: null, world: process.world, afterCommit: [] }
  return inTransaction(process.doorway, base.viewer, { read_only: false, run: (db) => run({ ...base, db }) })
}
