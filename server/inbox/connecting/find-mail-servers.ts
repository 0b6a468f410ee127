import type * as contract from '#contract/inbox/channels.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { guessServers } from '../channels/mailbox/guess.ts'
import { channelPolicy } from '../policy.ts'

/** Whose mailbox it is and where it is reached, while its address is typed (INB-34). Nothing is signed in to. */
export async function findMailServers(ctx: Ctx, { address }: Input<typeof contract.findMailServers>) {
  insist(channelPolicy.manage(ctx.viewer))
  return { found: await guessServers(address, ctx.world) }
}
