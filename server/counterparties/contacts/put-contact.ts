import { uuidv7 } from 'uuidv7'
import type { Ctx } from '#platform/ctx.ts'
import { Refused } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { doubleOf, holdersOf, type Reach } from '../doubles.ts'
import { readReaches } from './reaches.ts'

export type NewContact = { name: string; position?: string; phone?: string; email?: string }

type Place = { counterparty_id: string | null; under: string }

/**
 * Writes a contact down. A person who called before anybody knew where he belongs becomes this counterparty's,
 * for a phone is one person's; a phone or e-mail of somebody else's contact is refused and named (CPT-2, CPT-3).
 */
export async function putContact(ctx: Ctx, given: NewContact, { counterparty_id, under }: Place): Promise<string> {
  const reaches = await readReaches(ctx, given, under)
  const holders = await holdersOf(ctx, reaches)
  const [first] = holders
  if (first === undefined) return makeContact(ctx, given, { counterparty_id, reaches })
  const strange = holders.find((holder) => holder.counterparty_id !== null || holder.id !== first.id)
  if (strange || counterparty_id === null) throw new Refused(doubleOf(strange ?? first, under))
  return adopt(ctx, { ...given, id: first.id }, { counterparty_id, reaches })
}

export async function makeContact(
  ctx: Ctx,
  { name, position }: NewContact,
  { counterparty_id, reaches }: { counterparty_id: string | null; reaches: Reach[] },
): Promise<string> {
  const [company_id, id] = [ctx.viewer.company_id, uuidv7()]
  const contact = {
    company_id,
    id,
    counterparty_id,
    name: name.trim(),
    position: position?.trim() || null,
    created_at: ctx.now,
  }
  await ctx.db.insertInto('contacts').values(contact).execute()
  await writeReaches(ctx, id, reaches)
  if (counterparty_id === null) await tell(ctx, 'contact.added', { id }, { name: contact.name })
  else await tell(ctx, 'counterparty.contact_added', { id: counterparty_id }, { contact_id: id, name: contact.name })
  return id
}

async function adopt(
  ctx: Ctx,
  { id, name, position }: NewContact & { id: string },
  { counterparty_id, reaches }: { counterparty_id: string; reaches: Reach[] },
): Promise<string> {
  await ctx.db
    .updateTable('contacts')
    .set((eb) => ({
      counterparty_id,
      name: name.trim(),
      ...(position && { position }),
      version: eb('version', '+', 1),
    }))
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .execute()
  await writeReaches(ctx, id, reaches)
  await tell(ctx, 'counterparty.contact_added', { id: counterparty_id }, { contact_id: id, name: name.trim() })
  return id
}

/** What the contact has already stays his; what is somebody else's was refused before. */
export async function writeReaches(ctx: Ctx, contact_id: string, reaches: readonly Reach[]): Promise<void> {
  if (reaches.length === 0) return
  await ctx.db
    .insertInto('contact_identities')
    .values(reaches.map((reach) => ({ company_id: ctx.viewer.company_id, contact_id, ...reach })))
    .onConflict((on) => on.columns(['company_id', 'kind', 'value']).doNothing())
    .execute()
}
