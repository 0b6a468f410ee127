import type { Ctx } from '#platform/ctx.ts'
import { invalid, Refused } from '#platform/errors.ts'
import { toE164 } from '#platform/phone.ts'
import { countryOf } from '#server/people/index.ts'
import type { Reach } from '../doubles.ts'

type Given = { phone?: string | null; email?: string | null }

/**
 * The ways to reach a contact as they are stored: a phone as `+375291234567`, an e-mail in lower case.
 * @param under where the fields stand in the request: `contact.` or nothing
 */
export async function readReaches(ctx: Ctx, { phone, email }: Given, under: string): Promise<Reach[]> {
  const reaches: Reach[] = []
  if (phone) {
    const value = toE164(phone, await countryOf(ctx))
    if (value === null) throw new Refused(invalid(`${under}phone`, 'contact.phone_wrong', { phone }))
    reaches.push({ kind: 'phone', value })
  }
  if (email) reaches.push({ kind: 'email', value: email.trim().toLowerCase() })
  return reaches
}
