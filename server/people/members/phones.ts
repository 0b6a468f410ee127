import type { Ctx } from '#platform/ctx.ts'
import { hold } from '#platform/db/hold.ts'
import { insist, invalid, Refused } from '#platform/errors.ts'
import { toE164 } from '#platform/phone.ts'
import { countryOf } from '../names.ts'

/**
 * A phone as it is stored, which is nobody else's in the company (PPL-5): one phone is one person.
 *
 * The number is held until the transaction ends, so that two who add the same person at once do not both succeed.
 */
export async function freePhone(ctx: Ctx, typed: string, own_id: string | null): Promise<string> {
  const phone = toE164(typed, await countryOf(ctx))
  if (!phone) throw new Refused(invalid('phone', 'phone.unreadable'))
  await hold(ctx, [`member ${phone}`])
  const holder = await ctx.db
    .selectFrom('members')
    .select(['id', 'name'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where('phone', '=', phone)
    .where('state', '<>', 'left')
    .executeTakeFirst()
  if (holder && holder.id !== own_id)
    insist(invalid('phone', 'member.phone_taken', { member_id: holder.id, name: holder.name }))
  return phone
}
