import { type RawBuilder, sql } from 'kysely'
import type { Asset } from '#contract/parties/assets.ts'
import type { Column } from '#platform/db/json-time.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found } from '#platform/errors.ts'
import { daysAhead, today } from '../requisites/versions.ts'

/** Days before its service on which equipment begins to warn. */
const WARNS = 14

/** Equipment, with the counterparty whose site it stands at. */
export function visibleAssets({ db, viewer }: Ctx) {
  return db
    .selectFrom('assets as a')
    .innerJoin('sites as s', (on) => on.onRef('s.company_id', '=', 'a.company_id').onRef('s.id', '=', 'a.site_id'))
    .where('a.company_id', '=', viewer.company_id)
    .select(['a.id', 'a.site_id', 'a.name', 'a.kind', 'a.serial', 'a.installed_on', 'a.next_service_on', 'a.note'])
    .select(['a.version', 's.counterparty_id', 's.address'])
}

export async function findAsset(ctx: Ctx, id: string) {
  return found(await visibleAssets(ctx).where('a.id', '=', id).executeTakeFirst(), 'asset')
}

/** One of it, held until the transaction ends. */
export async function lockAsset(ctx: Ctx, id: string) {
  await ctx.db
    .selectFrom('assets')
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute()
  return findAsset(ctx, id)
}

export type AssetRow = Awaited<ReturnType<typeof findAsset>>

export function presentAsset(ctx: Ctx, { counterparty_id: _, address: __, ...row }: AssetRow): Asset {
  return { ...row, service: serviceOn(row.next_service_on, today(ctx)) }
}

function serviceOn(next: string | null, day: string): Asset['service'] {
  if (next === null || next > daysAhead(day, WARNS)) return null
  return next < day ? 'overdue' : 'soon'
}

/** How much of a counterparty's equipment is to be serviced within two weeks, or should have been. */
export const servicesDue = (ctx: Ctx, counterparty_id: Column): RawBuilder<number> =>
  sql`(select count(*)::int from assets a join sites s on s.company_id = a.company_id and s.id = a.site_id
    where a.company_id = ${ctx.viewer.company_id} and s.counterparty_id = ${counterparty_id} and a.removed_at is null
      and a.next_service_on <= ${daysAhead(today(ctx), WARNS)})`
