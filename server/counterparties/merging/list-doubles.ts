import type { Input } from '#contract/endpoint.ts'
import type { listPartyDoubles as contract, PartyDouble } from '#contract/parties/doubles.ts'
import type { Ctx } from '#platform/ctx.ts'
import { counterpartyPolicy } from '../policy.ts'
import { contactDoubles } from './contact-doubles.ts'
import { counterpartyDoubles } from './counterparty-doubles.ts'

/** Cards that may be one, for those who could make one of them (CPT-16). */
export async function listDoubles(ctx: Ctx, asked: Input<typeof contract>): Promise<{ rows: PartyDouble[] }> {
  if (counterpartyPolicy.manage(ctx.viewer)) return { rows: [] }
  const rows = await (asked.kind === 'counterparty' ? counterpartyDoubles : contactDoubles)(ctx, asked)
  return { rows }
}
