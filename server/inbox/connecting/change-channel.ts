import type * as contract from '#contract/inbox/channels.ts'
import { AUTO_REPLY_FIELDS } from '#contract/inbox/templates.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { expectVersion, insist, invalid, notNow } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { isActiveStaff } from '#server/people/index.ts'
import { ChannelFault } from '../channels/adapter.ts'
import { adapters } from '../channels/adapters.ts'
import { channelPolicy } from '../policy.ts'
import { insistFields } from '../templates/fields.ts'
import { accessOf, insistFit, sealedSecrets } from './access.ts'
import { markFault, markWell } from './channel-states.ts'
import { meet } from './connect-channel.ts'
import { answer, type ChannelRow, findChannel, lockChannel, presentChannel, visibleChannels } from './queries.ts'

/** Changes a channel; what reaches the provider is tried there first. Secrets that are not named stay. */
export async function changeChannel(ctx: Ctx, given: Input<typeof contract.changeChannel>): Promise<contract.Channel> {
  const row = await lockChannel(ctx, given.channel_id)
  insist(channelPolicy.manage(ctx.viewer))
  expectVersion(ctx, row, presentChannel(ctx, row))
  const { responsible_id } = given
  insist(
    !responsible_id || (await isActiveStaff(ctx, responsible_id)) ? null : invalid('responsible_id', 'member.missing'),
  )
  const change = {
    ...(given.name?.trim() && { name: given.name.trim() }),
    ...(responsible_id !== undefined && { responsible_id }),
    ...(given.archived !== undefined && { archived_at: given.archived ? ctx.now : null }),
    ...autoReplyOf(row, given),
    ...(await tried(ctx, row, given)),
  }
  if (Object.keys(change).length === 0) return presentChannel(ctx, row)
  await ctx.db
    .updateTable('channels')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', row.id)
    .execute()
  await tell(ctx, factOf(row, given.archived), { id: row.id }, { name: change.name ?? row.name, kind: row.kind })
  return presentChannel(ctx, await findChannel(ctx, row.id))
}

const factOf = ({ archived_at }: ChannelRow, archived: boolean | undefined) => {
  if (archived === undefined || archived === (archived_at !== null)) return 'channel.changed' as const
  return archived ? ('channel.archived' as const) : ('channel.restored' as const)
}

/** What the channel shall answer by itself: in words, with fields that the program can fill in (INB-51). */
function autoReplyOf({ kind }: ChannelRow, { auto_reply }: Input<typeof contract.changeChannel>) {
  if (!auto_reply) return {}
  insist(adapters[kind]?.send ? null : notNow('conversation.no_answering'))
  const text = auto_reply.text.trim()
  insist(auto_reply.on && !text ? invalid('auto_reply.text', 'field.required') : null)
  insistFields(text, AUTO_REPLY_FIELDS, 'auto_reply.text')
  return { auto_reply: { ...auto_reply, text } as never }
}

async function tried(ctx: Ctx, row: ChannelRow, given: Input<typeof contract.changeChannel>) {
  if (!given.settings && !given.secrets) return {}
  const known = accessOf(ctx.world, row)
  const access = {
    ...known,
    settings: given.settings ?? known.settings,
    secrets: { ...known.secrets, ...given.secrets },
  }
  insistFit(row.kind, access)
  const met = await meet(ctx, row.kind, access)
  await markWell(ctx, row.id)
  return {
    settings: { ...access.settings, ...met.settings } as never,
    sealed: sealedSecrets(ctx.world, row.id, access.secrets),
  }
}

/** Asks the provider now, and writes down what it says: the person reads it on the card of the channel. */
export async function checkChannel(ctx: Ctx, { channel_id }: Input<typeof contract.checkChannel>) {
  const row = await lockChannel(ctx, channel_id)
  insist(channelPolicy.manage(ctx.viewer))
  insist(row.archived_at === null ? null : notNow('channel.archived'))
  try {
    await adapters[row.kind]?.check(accessOf(ctx.world, row), ctx.world)
    await markWell(ctx, row.id)
  } catch (error) {
    if (!(error instanceof ChannelFault)) throw error
    await markFault(ctx, row.id, error)
  }
  return presentChannel(ctx, await findChannel(ctx, row.id))
}

export async function listChannels(ctx: Ctx, { archived = false }: Input<typeof contract.listChannels>) {
  const rows = await visibleChannels(ctx)
    .$if(!archived, (q) => q.where('h.archived_at', 'is', null))
    .orderBy('h.created_at')
    .orderBy('h.id')
    .execute()
  return {
    rows: rows.map((row) => presentChannel(ctx, row)),
    can: { connect: answer(channelPolicy.manage(ctx.viewer)) },
  }
}
