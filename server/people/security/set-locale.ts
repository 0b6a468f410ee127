import type { setLocale as contract } from '#contract/access/account.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { keepLocale } from '#server/identity/index.ts'

/** Letters come in the language of one's screens (IDN-21). */
export async function setLocale(ctx: Ctx, { locale }: Input<typeof contract>) {
  await keepLocale(ctx, locale)
  return {}
}
