import nodemailer from 'nodemailer'
import { uuidv7 } from 'uuidv7'
import type { Config } from '#platform/config.ts'
import { type Doorway, inTransaction } from '#platform/db/transaction.ts'
import { systemIn } from '#platform/jobs/worker.ts'
import { type AccountMail, localeReader } from '#server/identity/index.ts'
import { companiesOfUser } from '#server/people/index.ts'
import { wordsFor } from '#words/index.ts'

type Sending = { error: string | null } | null

/**
 * Sends a letter about an account, when SMTP is configured, and keeps it in the outbox of the company in which the
 * person works, if that is one: an administrator of one company must not enter another by it.
 */
export function accountMail(doorway: Doorway, config: Config, log: (fault: unknown) => void) {
  const localeOf = localeReader(doorway)
  return async (mail: AccountMail): Promise<void> => {
    const { user_id, recipient, kind, name, url, where = '' } = mail
    // Who is not known yet gets what most here read.
    const t = wordsFor((await localeOf(user_id)) ?? 'ru')
    const subject = t(`mail.${kind}.subject`)
    const body = t(`mail.${kind}.body`, { name, url, where })
    const id = uuidv7()
    const companies = user_id === null ? [] : await companiesOfUser(doorway, user_id)
    const [company_id] = companies
    const stands = user_id && company_id && companies.length === 1 ? { ...systemIn(company_id), user_id } : null
    const row = { id, user_id, recipient, subject, body, created_at: new Date(), state: 'waiting' as const }
    if (stands)
      await inTransaction(doorway, stands, {
        read_only: false,
        run: (db) =>
          db
            .insertInto('account_mails')
            .values({ ...row, user_id: stands.user_id, company_id: stands.company_id })
            .execute(),
      })
    // Nobody waits for the post: how long it takes would say that the address has an account.
    void deliver(config, { id, recipient, subject, body }, async (sent) => {
      if (stands)
        await inTransaction(doorway, stands, {
          read_only: false,
          run: (db) => db.updateTable('account_mails').set(outcome(sent)).where('id', '=', id).execute(),
        })
    }).catch(log)
  }
}

async function deliver(config: Config, letter: Letter, done: (sent: Sending) => Promise<void>): Promise<void> {
  const sent = await send(config, letter)
  if (sent) await done(sent)
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
