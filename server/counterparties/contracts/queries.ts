import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { ContractPrice } from '#contract/parties/contracts.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found } from '#platform/errors.ts'

/** Contracts with their price lists. */
export function visibleContracts({ db, viewer }: Ctx) {
  return db
    .selectFrom('counterparty_contracts as k')
    .where('k.company_id', '=', viewer.company_id)
    .select([
      'k.id',
      'k.counterparty_id',
      'k.number',
      'k.signed_on',
      'k.from_day',
      'k.to_day',
      'k.payment_terms',
      'k.silence_days',
      'k.note',
      'k.version',
      'k.removed_at',
    ])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('contract_prices as p')
          .select(['p.name', 'p.unit', sql<string>`p.price::text`.as('price')])
          .select(sql<ContractPrice['currency']>`p.currency`.as('currency'))
          .whereRef('p.company_id', '=', 'k.company_id')
          .whereRef('p.contract_id', '=', 'k.id')
          .orderBy('p.position'),
      ).as('prices'),
    )
}

export async function findContract(ctx: Ctx, id: string) {
  return found(await visibleContracts(ctx).where('k.id', '=', id).executeTakeFirst(), 'contract')
}

/** One contract, held until the transaction ends. */
export async function lockContract(ctx: Ctx, id: string) {
  await ctx.db
    .selectFrom('counterparty_contracts')
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute()
  return findContract(ctx, id)
}

export type ContractRow = Awaited<ReturnType<typeof findContract>>
