import type * as contract from '#contract/counterparties.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { presentCard } from './present-counterparty.ts'
import { findCounterparty } from './queries.ts'

export async function getCounterparty(ctx: Ctx, { counterparty_id }: Input<typeof contract.getCounterparty>) {
  return presentCard(ctx, await findCounterparty(ctx, counterparty_id))
}
