import type * as contract from '#contract/parties/contracts.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { counterpartyPolicy } from '../policy.ts'
import { answer } from '../present-counterparty.ts'
import { findCounterparty } from '../queries.ts'
import { presentContract } from './present-contract.ts'
import { visibleContracts } from './queries.ts'

/** Contracts with a counterparty, for those who read money (CPT-12). */
export async function listContracts(ctx: Ctx, { counterparty_id }: Input<typeof contract.listContracts>) {
  const { id } = await findCounterparty(ctx, counterparty_id)
  insist(counterpartyPolicy.readContracts(ctx.viewer))
  const rows = await visibleContracts(ctx)
    .where('k.counterparty_id', '=', id)
    .where('k.removed_at', 'is', null)
    .orderBy('k.signed_on', 'desc')
    .orderBy('k.id', 'desc')
    .execute()
  const change = answer(counterpartyPolicy.manageContracts(ctx.viewer))
  return { rows: rows.map((row) => presentContract(ctx, row)), can: { change } }
}
