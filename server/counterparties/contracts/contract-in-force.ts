import type { Ctx } from '#platform/ctx.ts'
import { elevated } from '#platform/db/transaction.ts'

/**
 * The contract with a counterparty that is in force on a day; of several the one signed last (CPT-12). By whom work is
 * led need not read contracts: to whoever asks, it says nothing of money.
 */
export function contractInForce(ctx: Ctx, counterparty_id: string, day: string) {
  return elevated(ctx, ({ db, viewer }) =>
    db
      .selectFrom('counterparty_contracts')
      .select(['id', 'number', 'signed_on', 'silence_days'])
      .where('company_id', '=', viewer.company_id)
      .where('counterparty_id', '=', counterparty_id)
      .where('removed_at', 'is', null)
      .where((eb) => eb(eb.fn.coalesce('from_day', 'signed_on'), '<=', day))
      .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>=', day)]))
      .orderBy('signed_on', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )
}
