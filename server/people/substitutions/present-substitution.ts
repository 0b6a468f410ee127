import type * as contract from '#contract/time/substitutions.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ledBy } from '../tree/led-by.ts'
import { substitutionPolicy } from './policy.ts'
import { findSubstitution, type SubstitutionRow } from './queries.ts'

export async function presentSubstitutions(
  ctx: Ctx,
  rows: readonly SubstitutionRow[],
): Promise<contract.Substitution[]> {
  const led = await ledBy(ctx)
  return rows.map((row) => ({
    ...row,
    absent: { id: row.absent.id, name: row.absent.name, kind: row.absent.kind },
    can: { end: substitutionPolicy.end(ctx.viewer, { ...row, over: row.state === 'over' }, led) },
  }))
}

export async function presentSubstitution(ctx: Ctx, substitution_id: string): Promise<contract.Substitution> {
  const [one] = await presentSubstitutions(ctx, [await findSubstitution(ctx, substitution_id)])
  if (!one) throw new Error('a substitution was found and then was not')
  return one
}
