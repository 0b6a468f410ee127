import type * as contract from '#contract/orders.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { expectVersion, found, insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { sendMail } from '#platform/mail/send-mail.ts'
import { openRound, type SilenceTerms } from '#server/approvals/index.ts'
import { contactsById } from '#server/counterparties/index.ts'
import { wordsFor } from '#words/index.ts'
import { enterPhase, named } from '../change-phase.ts'
import { orderPolicy } from '../policy.ts'
import { presentOrder, showOrder } from '../present-order.ts'
import { type LoadedOrder, takeOrder } from '../queries.ts'
import { customerUrl } from './customer-link.ts'
import { emailOf } from './addressee.ts'
import { type Result, resultOf, roundPhotos } from './get-result.ts'
import { silenceTerms } from './silence/silence-terms.ts'
import { silenceValues } from './silence/silence-words.ts'

type Given = Input<typeof contract.sendToAcceptance>

/**
 * Shows the result to the customer (ORD-7, S49, S50): a new round, a personal link, a letter where there is an
 * address; and what comes of no answer (ORD-20). The photos are those the manager chose, else those he left open to the customer in the tasks.
 */
export async function sendToAcceptance(ctx: Ctx, { order_id, ...given }: Given) {
  const order = await takeOrder(ctx, order_id)
  expectVersion(ctx, order, presentOrder(ctx.viewer, order))
  insist(orderPolicy.send_to_acceptance(ctx.viewer, order))
  const contact = await contactFor(ctx, order, given)
  const result = await resultOf(ctx, order)
  const summary = given.summary?.trim() || result.summary
  const answer_by = given.answer_by ? new Date(given.answer_by).toISOString() : null

  const counterparty_id = found(order.counterparty_id, 'counterparty')
  const silence = await silenceTerms(ctx, counterparty_id)
  const round = await openRound(ctx, {
    subject_kind: 'order',
    subject_id: order_id,
    summary,
    answer_by,
    counterparty_id,
    contact_id: contact?.id ?? null,
    silence,
    photos: roundPhotos(chosen(result, given.photo_ids)),
    workers: result.workers,
  })
  const url = await customerUrl(ctx, { order_id, contact_id: contact?.id ?? null })
  const mailed_to = await writeTo(ctx, { order, contact, url, silence })
  const change = await enterPhase(ctx, order, { phase: 'acceptance' })
  const sent = { round: round.number, contact: contact?.name ?? null, mailed_to, answer_by }
  await tell(ctx, 'order.sent_to_acceptance', order, { ...named(order), ...change, ...sent })
  return { order: await showOrder(ctx, order_id), url, mailed_to }
}

type Addressee = { id: string; name: string; email: string | null }

/** Who is to look: the contact that was named, of this customer; else the order's. */
async function contactFor(
  ctx: Ctx,
  order: LoadedOrder,
  { contact_id }: Pick<Given, 'contact_id'>,
): Promise<Addressee | null> {
  if (contact_id === undefined || contact_id === order.contact_id) return order.contact
  const contact = found((await contactsById(ctx, [contact_id])).get(contact_id), 'contact')
  insist(contact.counterparty_id === order.counterparty_id ? null : invalid('contact_id', 'order.contact_of_other'))
  return { ...contact, email: emailOf(contact) }
}

function chosen({ photos }: Result, ids: readonly string[] | undefined): Result['photos'] {
  if (!ids) return photos.filter(({ for_customer }) => for_customer)
  const picked = photos.filter(({ file }) => ids.includes(file.id))
  insist(picked.length === new Set(ids).size ? null : invalid('photo_ids', 'order.photo_not_of_order'))
  return picked
}

type Letter = { order: LoadedOrder; contact: Addressee | null; url: string; silence: SilenceTerms | null }

async function writeTo(ctx: Ctx, { order, contact, url, silence }: Letter): Promise<string | null> {
  if (!contact?.email) return null
  const t = wordsFor('ru')
  const { number, title } = order
  const unanswered = silence ? `${t('mail.acceptance.silence', silenceValues(silence))}\n\n` : ''
  const values = { title, number: String(number), who: ctx.viewer.name ?? '', url, unanswered }
  const body = t('mail.acceptance.body', values)
  await sendMail(ctx, {
    recipient: contact.email,
    subject: t('mail.acceptance.subject', { number: String(number), title }),
    body: `${t('mail.hello', { name: contact.name })}\n\n${body}`,
    about: { kind: 'order', id: order.id },
  })
  return contact.email
}
