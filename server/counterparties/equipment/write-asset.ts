import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/parties/assets.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { expectVersion, insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { changesBetween } from '../events.ts'
import { counterpartyPolicy } from '../policy.ts'
import { findSite } from '../queries.ts'
import { type AssetRow, findAsset, lockAsset, presentAsset } from './queries.ts'

type Details = Omit<Input<typeof contract.changeAsset>, 'asset_id'>

/** Writes down what stands at a site (CPT-14). */
export async function addAsset(ctx: Ctx, { site_id, name, ...details }: Input<typeof contract.addAsset>) {
  await findSite(ctx, site_id)
  insist(counterpartyPolicy.manage(ctx.viewer))
  const { installed_on = null, next_service_on = null } = details
  insist(backwards({ installed_on, next_service_on }))
  const [company_id, id] = [ctx.viewer.company_id, uuidv7()]
  await ctx.db
    .insertInto('assets')
    .values({ company_id, id, site_id, name: name.trim(), ...tidy(details), created_at: ctx.now })
    .execute()
  const made = await findAsset(ctx, id)
  await tell(ctx, 'counterparty.asset_added', { id: made.counterparty_id }, named(made))
  return presentAsset(ctx, made)
}

/** Changes what is named of equipment. */
export async function changeAsset(ctx: Ctx, { asset_id, ...wish }: Input<typeof contract.changeAsset>) {
  const before = await lockAsset(ctx, asset_id)
  insist(counterpartyPolicy.manage(ctx.viewer))
  expectVersion(ctx, before, presentAsset(ctx, before))
  insist(backwards({ ...before, ...wish }))
  await write(ctx, asset_id, tidy(wish))
  const after = await findAsset(ctx, asset_id)
  const flat = ({ name, kind, serial, installed_on, next_service_on, note }: AssetRow) => {
    return { name, kind, serial, installed_on, next_service_on, note }
  }
  const changes = changesBetween(flat(before), flat(after))
  await tell(ctx, 'counterparty.asset_changed', { id: after.counterparty_id }, { ...named(after), changes })
  return presentAsset(ctx, after)
}

/** Takes equipment off its site, or brings it back: nothing is lost (S30). */
export const removeAsset = (ctx: Ctx, { asset_id }: Input<typeof contract.removeAsset>) =>
  setRemoved(ctx, asset_id, ctx.now)
export const restoreAsset = (ctx: Ctx, { asset_id }: Input<typeof contract.restoreAsset>) =>
  setRemoved(ctx, asset_id, null)

async function setRemoved(ctx: Ctx, asset_id: string, removed_at: Date | null) {
  const asset = await lockAsset(ctx, asset_id)
  insist(counterpartyPolicy.manage(ctx.viewer))
  await write(ctx, asset_id, { removed_at })
  const name = removed_at ? 'counterparty.asset_removed' : 'counterparty.asset_restored'
  await tell(ctx, name, { id: asset.counterparty_id }, named(asset))
  return presentAsset(ctx, await findAsset(ctx, asset_id))
}

const named = ({ id, name, site_id, address }: AssetRow) => ({ asset_id: id, name, site_id, address })

const backwards = ({ installed_on, next_service_on }: Details) =>
  installed_on && next_service_on && next_service_on < installed_on
    ? invalid('next_service_on', 'asset.service_before')
    : null

const tidy = (details: Details): Details =>
  Object.fromEntries(
    Object.entries(details).map(([field, value]) => [field, typeof value === 'string' ? value.trim() : value]),
  ) as Details

async function write(ctx: Ctx, id: string, fields: Details & { removed_at?: Date | null }): Promise<void> {
  await ctx.db
    .updateTable('assets')
    .set((own) => ({ ...fields, version: own('version', '+', 1) }))
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .execute()
}
