import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'

type Customer = { counterparty_id: string; contact_id: string | null }

/**
 * Whether a customer has written or called since then, by any channel: the contact who was addressed, or, where nobody
 * was, any of the counterparty's. What machines answer for him does not count.
 */
export async function wroteSince({ db, viewer }: Ctx, { counterparty_id, contact_id }: Customer, since: string) {
  const { rows } = await sql`
    select from conversations v join contacts k on k.company_id = v.company_id and k.id = v.contact_id
    where v.company_id = ${viewer.company_id} and v.last_in_at > ${since}::timestamptz
      and exists (select from messages m where m.company_id = v.company_id and m.conversation_id = v.id
        and m.contact_id = k.id and m.side = 'in' and m.machine is null and m.sent_at > ${since}::timestamptz)
      and (k.id = ${contact_id} or (${contact_id}::uuid is null and k.counterparty_id = ${counterparty_id}))
    limit 1`.execute(db)
  return rows.length > 0
}
