import { Type } from 'typebox'
import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { tell } from '#platform/events/tell.ts'
import { enqueue, job } from '#platform/jobs/job.ts'
import { sendMail } from '#platform/mail/send-mail.ts'
import { handledBy } from '#server/people/index.ts'
import { isWord, wordsFor } from '#words/index.ts'

/** A provider that is away for a moment is nobody's trouble; after this it is somebody's. */
export const BEARABLE_MS = 10 * 60_000

type Told = {
  name: string
  fault: string | null
  words: string | null
  since: string
  told_at: string | null
  who: string | null
  email: string | null
}

/** Tells whoever answers for a channel that it fails (INB-22), once for each time that it does. */
export const tellFailing = job({
  name: 'inbox:tell-failing',
  payload: Type.Object({ channel_id: Type.String() }),

  async run(ctx, { channel_id }) {
    const { rows } =
      await sql<Told>`select h.name, s.fault, s.fault_words as words, s.failing_since as since, s.told_at,
        m.name as who, m.email
      from channel_states s join channels h on h.company_id = s.company_id and h.id = s.channel_id
      left join members m on m.company_id = h.company_id and m.id = h.responsible_id
      where s.company_id = ${ctx.viewer.company_id} and s.channel_id = ${channel_id} and h.archived_at is null
        and s.failing_since is not null
      for update of s`.execute(ctx.db)
    const [failing] = rows
    if (!failing || failing.told_at) return
    const due = new Date(Date.parse(failing.since) + BEARABLE_MS)
    if (due.getTime() > ctx.now.getTime()) return tellLater(ctx, channel_id, due)
    await setTold(ctx, channel_id, ctx.now)
    await tell(ctx, 'channel.failing', { id: channel_id }, { name: failing.name, fault: failing.fault })
    await writeTo(ctx, channel_id, failing)
  },
})

/** To be asked when a channel begins to fail. */
export const tellLater = (ctx: Ctx, channel_id: string, run_at: Date): Promise<void> =>
  enqueue(ctx, tellFailing, { channel_id }, { key: `failing:${channel_id}`, run_at })

/** A channel that was said to fail works again. */
export async function tellWell(ctx: Ctx, channel_id: string, name: string): Promise<void> {
  await setTold(ctx, channel_id, null)
  await tell(ctx, 'channel.recovered', { id: channel_id }, { name })
}

async function setTold(ctx: Ctx, channel_id: string, told_at: Date | null): Promise<void> {
  await sql`update channel_states set told_at = ${told_at}
    where company_id = ${ctx.viewer.company_id} and channel_id = ${channel_id}`.execute(ctx.db)
}

async function writeTo(ctx: Ctx, id: string, { name, fault, words, who, email }: Told): Promise<void> {
  if (!email || !who) return
  const t = wordsFor('ru')
  const why = fault && isWord(fault) ? t(fault, { words: words ?? '' }) : (words ?? '')
  const url = `${ctx.world.config.public_url}/settings/channels`
  await sendMail(ctx, {
    recipient: email,
    subject: t('mail.channel_failing.subject', { name }),
    body: `${t('mail.hello', { name: who })}\n\n${t('mail.channel_failing.body', { name, why, url })}`,
    about: { kind: 'channel', id },
  })
}

/** Channels for which the viewer answers and that have failed for longer than is bearable, for his bell. */
export async function failingChannels(
  ctx: Ctx,
): Promise<{ id: string; name: string; at: string; fault: string | null }[]> {
  const { db, viewer, now } = ctx
  const { rows } = await sql<{ id: string; name: string; at: string; fault: string | null }>`
    select h.id, h.name, s.failing_since as at, s.fault
    from channels h join channel_states s on s.company_id = h.company_id and s.channel_id = h.id
    where h.company_id = ${viewer.company_id} and h.archived_at is null and ${handledBy(viewer, sql`h.responsible_id`)}
      and s.failing_since < ${new Date(now.getTime() - BEARABLE_MS)}::timestamptz`.execute(db)
  return rows
}
