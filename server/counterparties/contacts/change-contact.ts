import type * as contract from '#contract/counterparties.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { expectVersion, insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { doubleOf, holdersOf, type Reach } from '../doubles.ts'
import { changesBetween } from '../events.ts'
import { counterpartyPolicy } from '../policy.ts'
import { presentContact } from '../present-counterparty.ts'
import { writeReaches } from './put-contact.ts'
import { type ContactRow, findContact, findCounterparty, lockContact } from '../queries.ts'
import { readReaches } from './reaches.ts'

/** Changes a contact. A phone or e-mail that is given takes the place of the one that is shown; null takes that away. */
export async function changeContact(ctx: Ctx, { contact_id: at, ...given }: Input<typeof contract.changeContact>) {
  const before = await lockContact(ctx, at)
  const contact_id = before.id
  insist(counterpartyPolicy.manage(ctx.viewer))
  expectVersion(ctx, before, presentContact(before))
  const to = given.counterparty_id && (await findCounterparty(ctx, given.counterparty_id)).id
  const wish = { ...given, ...(to && { counterparty_id: to }) }
  const reaches = await readReaches(ctx, wish, '')
  const strange = (await holdersOf(ctx, reaches)).find(({ id }) => id !== contact_id)
  insist(strange ? doubleOf(strange, '') : null)
  await write(ctx, before, wish)
  await replaceReaches(ctx, before, { wish, reaches })
  const after = await findContact(ctx, contact_id)
  await tellOf(ctx, before, after)
  return presentContact(after)
}

type Wish = Omit<Input<typeof contract.changeContact>, 'contact_id'>

async function write(ctx: Ctx, { id }: ContactRow, { name, position, counterparty_id }: Wish): Promise<void> {
  await ctx.db
    .updateTable('contacts')
    .set((eb) => ({
      ...(name !== undefined && { name: name.trim() }),
      ...(position !== undefined && { position: position?.trim() || null }),
      ...(counterparty_id !== undefined && { counterparty_id }),
      version: eb('version', '+', 1),
    }))
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .execute()
}

/** The one that his card shows is the one that is changed; others, which a merge may have brought, are his still. */
async function replaceReaches(
  ctx: Ctx,
  { id, identities }: ContactRow,
  { wish, reaches }: { wish: Wish; reaches: Reach[] },
): Promise<void> {
  for (const kind of ['phone', 'email'] as const) {
    if (wish[kind] === undefined) continue
    const shown = identities.find((one) => one.kind === kind)
    const next = reaches.find((one) => one.kind === kind)
    if (shown?.value === next?.value) continue
    if (shown)
      await ctx.db
        .deleteFrom('contact_identities')
        .where('company_id', '=', ctx.viewer.company_id)
        .where('contact_id', '=', id)
        .where('kind', '=', kind)
        .where('value', '=', shown.value)
        .execute()
    if (next && !identities.some((one) => one.kind === kind && one.value === next.value))
      await writeReaches(ctx, id, [next])
  }
}

async function tellOf(ctx: Ctx, before: ContactRow, after: ContactRow): Promise<void> {
  const flat = ({ name, position, identities }: ContactRow) => ({
    name,
    position,
    identities: identities.map(({ value }) => value).join(', '),
  })
  const { name, counterparty_id } = after
  const changes = changesBetween(flat(before), flat(after))
  if (counterparty_id === null) return tell(ctx, 'contact.changed', { id: after.id }, { name, changes })
  if (before.counterparty_id !== counterparty_id)
    return tell(ctx, 'counterparty.contact_added', { id: counterparty_id }, { contact_id: after.id, name })
  return tell(ctx, 'counterparty.contact_changed', { id: counterparty_id }, { contact_id: after.id, name, changes })
}
