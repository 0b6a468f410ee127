import type * as contract from '#contract/counterparties.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { counterpartyPolicy } from '../policy.ts'
import { presentContact } from '../present-counterparty.ts'
import { putContact } from './put-contact.ts'
import { findContact, findCounterparty } from '../queries.ts'

/** Adds a contact person to a counterparty (CPT-2, CPT-3). */
export async function addContact(ctx: Ctx, { counterparty_id: at, ...given }: Input<typeof contract.addContact>) {
  const { id: counterparty_id } = await findCounterparty(ctx, at)
  insist(counterpartyPolicy.manage(ctx.viewer))
  return presentContact(await findContact(ctx, await putContact(ctx, given, { counterparty_id, under: '' })))
}
