import type { Requisites } from '#contract/requisites.ts'
import type { Ctx } from '#platform/ctx.ts'
import { findCounterparty } from './queries.ts'

type Party = { kind: 'organisation' | 'person'; name: string; requisites: Requisites }

/** A counterparty as a document needs it: requisites with the names filled in from the list where none is given. */
export async function partyOf(ctx: Ctx, counterparty_id: string): Promise<Party> {
  const { kind, name, requisites } = await findCounterparty(ctx, counterparty_id)
  return {
    kind,
    name,
    requisites: { ...requisites, legal_name: requisites.legal_name || name, short_name: requisites.short_name || name },
  }
}
