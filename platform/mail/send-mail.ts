import nodemailer, { type SendMailOptions } from 'nodemailer'
import { Type } from 'typebox'
import { uuidv7 } from 'uuidv7'
import type { Ctx } from '../ctx.ts'
import { enqueue, job } from '../jobs/job.ts'

export type Letter = {
  recipient: string
  subject: string
  /** Plain text; links stand on lines of their own. */
  body: string
  about?: { kind: string; id: string }
}

/**
 * Writes a letter into the company's outbox, in the transaction of what it tells of. With SMTP configured it then
 * goes out; without, it stands in «Исходящие» for the administrator to hand on.
 */
export async function sendMail(ctx: Ctx, { recipient, subject, body, about }: Letter): Promise<void> {
  const id = uuidv7()
  const company_id = ctx.viewer.company_id
  await ctx.db
    .insertInto('outgoing_mails')
    .values({
      company_id,
      id,
      recipient,
      subject,
      body,
      about_kind: about?.kind ?? null,
      about_id: about?.id ?? null,
      state: 'waiting',
      created_at: ctx.now,
    })
    .execute()
  if (ctx.world.config.smtp_url) await enqueue(ctx, deliverMail, { mail_id: id }, { max_attempts: 12 })
}

/** Hands one letter to the SMTP server. The letter's id makes its Message-ID: a second try is the same letter. */
export const deliverMail = job({
  name: 'mail:deliver',
  payload: Type.Object({ mail_id: Type.String() }),

  async run(ctx, { mail_id }) {
    const { smtp_url, mail_from } = ctx.world.config
    const mail = await ctx.db
      .selectFrom('outgoing_mails')
      .selectAll()
      .where('company_id', '=', ctx.viewer.company_id)
      .where('id', '=', mail_id)
      .where('state', '<>', 'sent')
      .executeTakeFirst()
    if (!mail || !smtp_url) return
    const { recipient: to, subject, body: text } = mail
    const error = await hand(smtp_url, {
      from: mail_from,
      to,
      subject,
      text,
      messageId: `<${mail_id}@naryad>`,
      headers: AUTOMATIC,
    })
    const after = error
      ? { state: 'failed' as const, error }
      : { state: 'sent' as const, error: null, sent_at: ctx.now }
    await ctx.db
      .updateTable('outgoing_mails')
      .set(after)
      .where('company_id', '=', ctx.viewer.company_id)
      .where('id', '=', mail_id)
      .execute()
    const young = ctx.now.getTime() - Date.parse(mail.created_at) < 2 * 24 * 60 * 60_000
    if (error && young)
      await enqueue(
        ctx,
        deliverMail,
        { mail_id },
        { key: `mail:${mail_id}`, run_at: new Date(ctx.now.getTime() + 5 * 60_000) },
      )
  },
})

/** So that no machine answers it, and a copy among the sent is no person's letter (RFC 3834). */
const AUTOMATIC = { 'Auto-Submitted': 'auto-generated' }

async function hand(smtp_url: string, mail: SendMailOptions): Promise<string | null> {
  const transport = nodemailer.createTransport(smtp_url)
  try {
    await transport.sendMail(mail)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    transport.close()
  }
}
