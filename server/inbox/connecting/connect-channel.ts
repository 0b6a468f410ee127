import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/inbox/channels.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { insist, invalid, notNow, Refused } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { isActiveStaff } from '#server/people/index.ts'
import { type Access, ChannelFault } from '../channels/adapter.ts'
import { adapters } from '../channels/adapters.ts'
import { channelPolicy } from '../policy.ts'
import { insistFit, sealedSecrets } from './access.ts'
import { findChannel, presentChannel } from './queries.ts'

/**
 * Connects a channel. The provider is asked first, with a short wait, and its «no» is the refusal in its own words: a
 * channel that stands in the list has worked once (S26, INB-16). This is the one request that waits for the outside,
 * because the person waits for just that.
 */
export async function connectChannel(
  ctx: Ctx,
  given: Input<typeof contract.connectChannel>,
): Promise<contract.Channel> {
  insist(channelPolicy.manage(ctx.viewer))
  const { kind, settings, secrets, responsible_id = memberOf(ctx) } = given
  insist(adapters[kind] ? null : invalid('kind', 'channel.kind_unknown'))
  insistFit(kind, { settings, secrets })
  insist((await isActiveStaff(ctx, responsible_id)) ? null : invalid('responsible_id', 'member.missing'))
  const id = uuidv7()
  const { company_id } = ctx.viewer
  const met = await meet(ctx, kind, { company_id, channel_id: id, settings, secrets })
  const name = given.name?.trim() || met.name || kind
  await ctx.db
    .insertInto('channels')
    .values({
      company_id,
      id,
      kind,
      name,
      settings: { ...settings, ...met.settings } as never,
      sealed: sealedSecrets(ctx.world, id, secrets),
      responsible_id,
      created_by: memberOf(ctx),
      created_at: ctx.now,
    })
    .execute()
  await ctx.db.insertInto('channel_states').values({ company_id, channel_id: id, answered_at: ctx.now }).execute()
  await tell(ctx, 'channel.connected', { id }, { name, kind })
  return presentChannel(ctx, await findChannel(ctx, id))
}

/** What the provider says to these settings; its refusal becomes ours, with its words. */
export async function meet(ctx: Ctx, kind: contract.Channel['kind'], access: Access) {
  try {
    return (await adapters[kind]?.check(access, ctx.world)) ?? { name: '' }
  } catch (error) {
    if (!(error instanceof ChannelFault)) throw error
    const { code, words, field } = error
    throw new Refused(notNow('channel.refused', { why: code, words, ...(field && { field }) }))
  }
}
