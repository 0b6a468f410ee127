import { sql } from 'kysely'
import type { Identity } from '#contract/counterparties.ts'
import type { Static } from 'typebox'
import type { Ctx } from '#platform/ctx.ts'
import { hold } from '#platform/db/hold.ts'
import { insist, notNow } from '#platform/errors.ts'
import { together } from '#platform/together.ts'

export type Reach = Static<typeof Identity>

/**
 * Refuses a tax number that another counterparty has, and names that one (CPT-1).
 * The number is held from here on: of two who add it at once the second finds the first's.
 */
export async function insistNewTaxNumber(ctx: Ctx, tax_number: string, except?: string): Promise<void> {
  await hold(ctx, [`tax number ${tax_number}`])
  const holder = await ctx.db
    .selectFrom('counterparties')
    .select(['id', 'name'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where('tax_number', '=', tax_number)
    .where('merged_into', 'is', null)
    .executeTakeFirst()
  const other = holder?.id === except ? undefined : holder
  insist(other ? { ...notNow('counterparty.double', { ...other, tax_number }), field: 'tax_number' } : null)
}

/** The contacts who already have one of these phones or addresses, with the counterparty of each. Holds them. */
export async function holdersOf(ctx: Ctx, reaches: readonly Reach[]) {
  if (reaches.length === 0) return []
  const held = hold(
    ctx,
    reaches.map(({ kind, value }) => `${kind} ${value}`),
  )
  // Sent behind it at once, and looked for when it holds.
  const rows = ctx.db
    .selectFrom('contact_identities as i')
    .innerJoin('contacts as k', (on) =>
      on.onRef('k.company_id', '=', 'i.company_id').onRef('k.id', '=', 'i.contact_id'),
    )
    .leftJoin('counterparties as c', (on) =>
      on.onRef('c.company_id', '=', 'k.company_id').onRef('c.id', '=', 'k.counterparty_id'),
    )
    .select(['k.id', 'k.name', 'i.kind', 'i.value', 'k.counterparty_id', 'c.name as counterparty'])
    .select(['i.label', 'i.fault', sql<boolean>`i.proven_at is not null`.as('proven')])
    .where('i.company_id', '=', ctx.viewer.company_id)
    .where(sql<boolean>`i.value = any(${reaches.map(({ value }) => value)}::text[])`)
    .orderBy('i.kind')
    .execute()
  return (await together(held, rows))[1]
}

type Holder = Awaited<ReturnType<typeof holdersOf>>[number]

/** Why a phone or an e-mail cannot be this contact's: whose it is (CPT-2). */
export function doubleOf({ id, name, kind, value, counterparty_id, counterparty }: Holder, under: string) {
  const where = counterparty_id === null ? 'alone' : 'counterparty'
  return {
    ...notNow('contact.double', { id, name, kind, value, where, counterparty_id, counterparty: counterparty ?? '' }),
    field: `${under}${kind}`,
  }
}
