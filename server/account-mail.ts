import nodemailer from 'nodemailer'
import { uuidv7 } from 'uuidv7'
import type { Config } from '#platform/config.ts'
import { type Doorway, inTransaction } from '#platform/db/transaction.ts'
import { systemIn } from '#platform/jobs/worker.ts'
import type { AccountMail } from '#server/identity/index.ts'
import { companiesOfUser } from '#server/people/index.ts'
import { wordsFor } from '#words/index.ts'

type Sending = { error: string | null } | null

/**
 * Sends a letter about an account, when SMTP is configured, and keeps it in the outbox of the company in which the
 * person works, if that is one: an administrator of one company must not enter another by it.
 */
export function accountMail(doorway: Doorway, config: Config) {
  return async (mail: AccountMail): Promise<void> => {
    const t = wordsFor('ru')
    const { user_id, recipient, name, url } = mail
    const subject = t('mail.reset_password.subject')
    const body = t('mail.reset_password.body', { name, url })
    const id = uuidv7()
    const sent = await send(config, { id, recipient, subject, body })
    const companies = await companiesOfUser(doorway, user_id)
    const [company_id] = companies
    if (!company_id || companies.length > 1) return
    const row = { company_id, id, user_id, recipient, subject, body, created_at: new Date(), ...outcome(sent) }
    await inTransaction(doorway, systemIn(company_id), {
      read_only: false,
      run: (db) => db.insertInto('account_mails').values(row).execute(),
    })
  }
}

function outcome(sent: Sending) {
  if (!sent) return { state: 'waiting' as const }
  return sent.error ? { state: 'failed' as const, error: sent.error } : { state: 'sent' as const, sent_at: new Date() }
}

type Letter = { id: string; recipient: string; subject: string; body: string }

async function send({ smtp_url, mail_from }: Config, { id, recipient, subject, body }: Letter): Promise<Sending> {
  if (!smtp_url) return null
  const transport = nodemailer.createTransport(smtp_url)
  const letter = { from: mail_from, to: recipient, subject, text: body, messageId: `<${id}@naryad>` }
  const error = await transport.sendMail(letter).then(
    () => null,
    (fault: unknown) => (fault instanceof Error ? fault.message : String(fault)),
  )
  transport.close()
  return { error }
}
