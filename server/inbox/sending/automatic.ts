import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { hold } from '#platform/db/hold.ts'

/** Of one person within an hour: whoever writes more often is a machine that does not say so. */
const FROM_ONE_AN_HOUR = 10
/** Automatic answers to one person: within an hour in one dialogue, and within a day in all. */
const TO_ONE_AN_HOUR = 1
const TO_ONE_A_DAY = 4
/** Automatic answers of one channel within an hour: of a flood of strangers not each is answered. */
const OF_CHANNEL_AN_HOUR = 60

/**
 * Whether a message may be answered without a person (INB-38). Every automatic answer of the product asks here first, in
 * the transaction that writes it: two that ask at once count each other.
 */
export async function mayAnswerAutomatically(ctx: Ctx, message_id: string): Promise<boolean> {
  const { company_id } = ctx.viewer
  const message = await ctx.db
    .selectFrom('messages')
    .select(['contact_id', 'channel_id', 'conversation_id', 'machine', 'side'])
    .where('company_id', '=', company_id)
    .where('id', '=', message_id)
    .executeTakeFirst()
  if (!message?.contact_id || message.side !== 'in' || message.machine !== null) return false
  await hold(ctx, [`automatic ${message.channel_id}`, `automatic ${message.contact_id}`])
  const { contact_id, channel_id, conversation_id } = message
  const hour = new Date(ctx.now.getTime() - 60 * 60_000)
  const day = new Date(ctx.now.getTime() - 24 * 60 * 60_000)
  const { rows } = await sql<Counts>`select
      (select count(*) from messages m where m.company_id = ${company_id} and m.contact_id = ${contact_id}
        and m.side = 'in' and m.created_at > ${hour}::timestamptz)::int as came,
      (select count(*) from messages m where m.company_id = ${company_id} and m.conversation_id = ${conversation_id}
        and m.side = 'out' and m.machine is not null and m.created_at > ${hour}::timestamptz)::int as here,
      (select count(*) from messages m join conversations c on c.company_id = m.company_id and c.id = m.conversation_id
        where m.company_id = ${company_id} and c.contact_id = ${contact_id} and m.side = 'out' and m.machine is not null
        and m.created_at > ${day}::timestamptz)::int as to_him,
      (select count(*) from messages m join conversations c on c.company_id = m.company_id and c.id = m.conversation_id
        where m.company_id = ${company_id} and c.channel_id = ${channel_id} and c.last_at > ${day}::timestamptz
        and m.side = 'out' and m.machine is not null and m.created_at > ${hour}::timestamptz)::int as of_channel,
      exists (select from contact_identities i where i.company_id = ${company_id} and i.contact_id = ${contact_id}
        and i.fault is not null and not exists (select from contact_identities w where w.company_id = i.company_id
          and w.contact_id = i.contact_id and w.kind = i.kind and w.fault is null)) as lost,
      exists (select from channels h join contact_identities i on i.company_id = h.company_id
        where h.company_id = ${company_id} and i.contact_id = ${contact_id} and i.kind = 'email'
        and i.value = lower(h.settings ->> 'address')) as ourselves`.execute(ctx.db)
  const [is] = rows
  if (!is || is.lost || is.ourselves) return false
  const quiet = is.came <= FROM_ONE_AN_HOUR && is.of_channel < OF_CHANNEL_AN_HOUR
  return quiet && is.here < TO_ONE_AN_HOUR && is.to_him < TO_ONE_A_DAY
}

type Counts = { came: number; here: number; to_him: number; of_channel: number; lost: boolean; ourselves: boolean }
