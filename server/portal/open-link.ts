import type { Ctx } from '#platform/ctx.ts'
import { elevated } from '#platform/db/transaction.ts'
import type { Wire } from '#platform/http/serve.ts'
import { noteOpened } from '#server/approvals/index.ts'
import { markLink } from '#server/identity/index.ts'
import { COOKIE, pathOf } from './eyes.ts'
import { orderOf, showPurchase } from './show-purchase.ts'

const DAYS = 180

type Given = { link_id: string; secret: string }

/**
 * Opens a personal link (PRT-1): from now on this browser carries its secret in a cookie of that link alone, out of
 * reach of scripts and of every other address. When the customer first saw a round is noted.
 */
export async function openLink(ctx: Ctx, { link_id, secret }: Given, { reply }: Wire) {
  const secure = ctx.world.config.public_url.startsWith('https://')
  const cookie = { path: pathOf(link_id), httpOnly: true, sameSite: 'lax' as const, secure, maxAge: DAYS * 86_400 }
  void reply.setCookie(COOKIE, secret, cookie)
  await elevated(ctx, async (inside) => {
    await markLink(inside.db, link_id, 'opened_at', inside.now)
    await noteOpened(inside, orderOf(ctx.viewer))
  })
  return showPurchase(ctx)
}
