import type * as contract from '#contract/inbox/order-dialogues.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { contactsById, placeContact } from '#server/counterparties/index.ts'
import { linkSubject, takeDialogue } from '#server/inbox/index.ts'
import { createOrder } from '../create-order.ts'
import { orderPolicy } from '../policy.ts'
import { findOrder } from '../queries.ts'
import { hangFiles } from './order-files.ts'

type Given = Input<typeof contract.orderFromDialogue>

/**
 * Makes an order of a dialogue (ORD-18, S37): the same order whatever channel it came by, with the contact of the
 * dialogue and the files of the chosen messages. A contact of nobody yet becomes the customer's.
 */
export async function orderFromDialogue(ctx: Ctx, given: Given) {
  const { conversation_id, message_ids, counterparty_name: _name, ...fields } = given
  insist(orderPolicy.create(ctx.viewer))
  const dialogue = await takeDialogue(ctx, conversation_id, message_ids)
  const contact_id = given.contact_id ?? dialogue.contact_id
  const counterparty_id = await customerOf(ctx, { ...given, contact_id })
  const order = await createOrder(ctx, {
    ...fields,
    ...(contact_id && { contact_id }),
    ...(counterparty_id && { counterparty_id }),
    source: dialogue.channel,
  })
  await hangFiles(ctx, order.id, { file_ids: dialogue.file_ids, added_by: null })
  await linkSubject(ctx, { conversation_id, kind: 'order', id: order.id, number: order.number, message_ids })
  return order
}

/** Whose order it is: as named, else the contact's; a contact of nobody is put there. */
async function customerOf(
  ctx: Ctx,
  {
    contact_id,
    counterparty_id,
    counterparty_name,
  }: Pick<Given, 'counterparty_id' | 'counterparty_name'> & { contact_id: string | null },
): Promise<string | null> {
  const contact = contact_id === null ? undefined : (await contactsById(ctx, [contact_id])).get(contact_id)
  if (!contact || contact.counterparty_id) return counterparty_id ?? contact?.counterparty_id ?? null
  if (counterparty_id) return placeContact(ctx, contact, { counterparty_id })
  return counterparty_name?.trim() ? placeContact(ctx, contact, { name: counterparty_name }) : null
}

/** Says that a dialogue belongs to an order that is there: a caller's order, and the mail that came after. */
export async function linkDialogue(ctx: Ctx, { conversation_id, order_id }: Input<typeof contract.linkDialogue>) {
  const order = await findOrder(ctx, order_id)
  await takeDialogue(ctx, conversation_id, [])
  const { number } = order
  await linkSubject(ctx, { conversation_id, kind: 'order', id: order_id, number, message_ids: [] })
  return { conversation_id, order_id, number }
}
