import { Type } from 'typebox'
import type { Ctx } from '#platform/ctx.ts'
import { tell } from '#platform/events/tell.ts'
import { job } from '#platform/jobs/job.ts'
import { sendMail } from '#platform/mail/send-mail.ts'
import { reminderDue, settleReminder } from '#server/approvals/index.ts'
import { contactsById } from '#server/counterparties/index.ts'
import { remindInDialogue } from '#server/inbox/index.ts'
import { wordsFor } from '#words/index.ts'
import { named } from '../../change-phase.ts'
import { type LoadedOrder, takeOrder } from '../../queries.ts'
import { customerUrl } from '../customer-link.ts'
import { emailOf } from '../addressee.ts'
import { silenceValues } from './silence-words.ts'

/**
 * Reminds a customer who has not answered, once, before his silence accepts (ORD-21): where he talks with us, else by
 * letter. Whom nothing reaches is not reminded, and the round does not say that he was.
 */
export const remindCustomer = job({
  name: 'orders:remind_customer',
  payload: Type.Object({ order_id: Type.String(), round_id: Type.String() }),

  async run(ctx, { order_id, round_id }) {
    const order = await takeOrder(ctx, order_id)
    const round = await reminderDue(ctx, round_id)
    const silence = order.rounds.find(({ id }) => id === round_id)?.silence
    if (!round || !silence) return
    const contact = (await contactsById(ctx, [round.contact_id])).get(round.contact_id ?? '')
    const by = contact ? await write(ctx, order, { contact, silence }) : null
    await settleReminder(ctx, round_id, by !== null)
    if (!contact || by === null) return
    const told = { round: round.number, contact: contact.name, by }
    await tell(ctx, 'order.customer_reminded', order, { ...named(order), ...told })
  },
})

type Contact = NonNullable<ReturnType<Awaited<ReturnType<typeof contactsById>>['get']>>
type Silence = NonNullable<LoadedOrder['rounds'][number]['silence']>

/** By which way it went: the kind of the dialogue's channel, or a letter; null where there is none. */
async function write(ctx: Ctx, order: LoadedOrder, { contact, silence }: { contact: Contact; silence: Silence }) {
  const t = wordsFor('ru')
  const { id: order_id, number, title, responsible } = order
  const url = await customerUrl(ctx, { order_id, contact_id: contact.id })
  const values = { ...silenceValues(silence), number: String(number), title, url, who: responsible.name }
  const text = `${t('mail.hello', { name: contact.name })}\n\n${t('mail.reminder.body', values)}`
  const channel = await remindInDialogue(ctx, { contact_id: contact.id, text })
  if (channel) return channel
  const recipient = emailOf(contact)
  if (!recipient) return null
  const subject = t('mail.reminder.subject', values)
  await sendMail(ctx, { recipient, subject, body: text, about: { kind: 'order', id: order_id } })
  return 'letter' as const
}
