import type * as contract from '#contract/access/security.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf, userOf } from '#platform/ctx.ts'
import { found, insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { makeApiKey as newKey } from '#server/identity/index.ts'

const DAY = 24 * 60 * 60_000
const USUAL_DAYS = 90

/** The member's keys that still open the company; another's are nobody's to see. */
export async function listApiKeys(ctx: Ctx): Promise<{ rows: contract.ApiKey[] }> {
  const rows = await ctx.db
    .selectFrom('auth.api_keys')
    .select(['id', 'name', 'scopes', 'created_at', 'expires_at', 'last_used_at'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where('member_id', '=', memberOf(ctx))
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute()
  return { rows: rows as contract.ApiKey[] }
}

/** Makes a key that ends by itself (IDN-10). */
export async function makeApiKey(ctx: Ctx, input: Input<typeof contract.makeApiKey>) {
  const name = input.name.trim()
  insist(name ? null : invalid('name', 'field.required'))
  const scopes = [...new Set(input.scopes)]
  const expires_at = new Date(ctx.now.getTime() + (input.days ?? USUAL_DAYS) * DAY)
  const member_id = memberOf(ctx)
  const { id, text } = await newKey(ctx, { member_id, user_id: userOf(ctx), name, scopes, expires_at })
  await tell(ctx, 'member.key_made', { id: member_id }, { name: ctx.viewer.name ?? '', key: name, scopes })
  const { rows } = await listApiKeys(ctx)
  return {
    key: found(
      rows.find((key) => key.id === id),
      'api_key',
    ),
    text,
  }
}

/** Revokes a key on every node within a moment; a second click finds it gone. */
export async function revokeApiKey(ctx: Ctx, { api_key_id }: Input<typeof contract.revokeApiKey>) {
  const key = await ctx.db
    .updateTable('auth.api_keys')
    .set({ revoked_at: ctx.now })
    .where('id', '=', api_key_id)
    .where('company_id', '=', ctx.viewer.company_id)
    .where('member_id', '=', memberOf(ctx))
    .where('revoked_at', 'is', null)
    .returning('name')
    .executeTakeFirst()
  const { name } = found(key, 'api_key')
  await tell(ctx, 'member.key_revoked', { id: memberOf(ctx) }, { name: ctx.viewer.name ?? '', key: name })
  ctx.afterCommit.push(() => ctx.world.sessionsChanged(userOf(ctx)))
  return listApiKeys(ctx)
}
