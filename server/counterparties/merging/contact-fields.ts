import type { Ctx } from '#platform/ctx.ts'
import { found } from '#platform/errors.ts'
import { allContacts, allCounterparties } from '../queries.ts'
import { changed, type Fields, type Said, type Sides } from './fields.ts'

type Columns = { name: string; position: string | null; counterparty_id: string | null }

const rowOf = async (ctx: Ctx, id: string) =>
  found(await allContacts(ctx).where('k.id', '=', id).executeTakeFirst(), 'contact')

/** What a contact's card says, field by field. His phones, addresses and accounts are no choice: all of them go over. */
export async function contactSays(ctx: Ctx, id: string): Promise<Said> {
  const { name, position, counterparty_id } = await rowOf(ctx, id)
  const at =
    counterparty_id === null
      ? undefined
      : await allCounterparties(ctx).where('c.id', '=', counterparty_id).executeTakeFirst()
  return { name, position, counterparty: at?.name ?? null }
}

/** What the card that remains says from now on. */
export async function joinContacts(ctx: Ctx, ids: { kept: string; gone: string }, sides: Sides): Promise<Fields> {
  const [kept, gone] = [await rowOf(ctx, ids.kept), await rowOf(ctx, ids.gone)]
  const columns: Columns = {
    name: (sides('name') === 'gone' ? gone : kept).name,
    position: (sides('position') === 'gone' ? gone : kept).position,
    counterparty_id: (sides('counterparty') === 'gone' ? gone : kept).counterparty_id,
  }
  return { columns: changed<Columns>(kept, columns), requisites: null }
}
