import type { mergeSpecialities as contract } from '#contract/staffing/specialities.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { moveDemands } from '#server/orders/index.ts'
import { mergeTrades } from '#server/people/index.ts'

/** Two trades are one (STF-6): people and pools go over, and what orders ask for. */
export async function mergeSpecialities(ctx: Ctx, input: Input<typeof contract>) {
  const into = await mergeTrades(ctx, input)
  await moveDemands(ctx, input.speciality_id, into.id)
  return into
}
