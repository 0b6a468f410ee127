import type * as contract from '#contract/counterparties.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { counterpartyPolicy } from '../policy.ts'
import { presentSite } from '../present-counterparty.ts'
import { putSite } from './put-site.ts'
import { findCounterparty, findSite } from '../queries.ts'

/** Adds an address of a counterparty where work is done (CPT-4). */
export async function addSite(ctx: Ctx, { counterparty_id: at, ...given }: Input<typeof contract.addSite>) {
  const { id: counterparty_id } = await findCounterparty(ctx, at)
  insist(counterpartyPolicy.manage(ctx.viewer))
  return presentSite(await findSite(ctx, await putSite(ctx, given, counterparty_id)))
}
