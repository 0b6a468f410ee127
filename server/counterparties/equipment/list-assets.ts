import type * as contract from '#contract/parties/assets.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { counterpartyPolicy } from '../policy.ts'
import { answer } from '../present-counterparty.ts'
import { findCounterparty } from '../queries.ts'
import { presentAsset, visibleAssets } from './queries.ts'

/** Equipment of a counterparty, what is to be serviced first (CPT-14); and the kinds that the company has named so far. */
export async function listAssets(ctx: Ctx, { counterparty_id }: Input<typeof contract.listAssets>) {
  const { id } = await findCounterparty(ctx, counterparty_id)
  const rows = await visibleAssets(ctx)
    .where('s.counterparty_id', '=', id)
    .where('a.removed_at', 'is', null)
    .orderBy('a.next_service_on')
    .orderBy('a.name')
    .orderBy('a.id')
    .execute()
  const change = answer(counterpartyPolicy.manage(ctx.viewer))
  return { rows: rows.map((row) => presentAsset(ctx, row)), kinds: await kindsOf(ctx), can: { change } }
}

async function kindsOf({ db, viewer }: Ctx): Promise<string[]> {
  const rows = await db
    .selectFrom('assets')
    .select('kind')
    .distinct()
    .where('company_id', '=', viewer.company_id)
    .where('kind', 'is not', null)
    .orderBy('kind')
    .limit(100)
    .execute()
  return rows.flatMap(({ kind }) => (kind === null ? [] : [kind]))
}
