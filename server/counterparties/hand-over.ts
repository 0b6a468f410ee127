import type { HeldThing } from '#contract/leaving.ts'
import type { Person } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { holdRows } from '#platform/db/hold-rows.ts'
import { tell } from '#platform/events/tell.ts'
import { together } from '#platform/together.ts'
import { among } from './queries.ts'

/** Counterparties that a person answers for, by name. */
export async function counterpartiesOf({ db, viewer }: Ctx, member_id: string): Promise<HeldThing[]> {
  const rows = await db
    .selectFrom('counterparties')
    .select(['id', 'name as title'])
    .where('company_id', '=', viewer.company_id)
    .where('responsible_id', '=', member_id)
    .where('merged_into', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, number: null }))
}

/** Holds these counterparties until the transaction ends. */
export const holdCounterparties = (ctx: Ctx, ids: readonly string[]): Promise<void> =>
  holdRows(ctx, 'counterparties', ids)

type Handing = { from: Person; to: Person | null; ids: readonly string[] }

/** Another answers for these counterparties from now on, or nobody (CPT-9). They are held. */
export async function handCounterparties(ctx: Ctx, { from, to, ids }: Handing): Promise<void> {
  const rows = await ctx.db
    .updateTable('counterparties')
    .set((own) => ({ responsible_id: to?.id ?? null, version: own('version', '+', 1) }))
    .where('company_id', '=', ctx.viewer.company_id)
    .where('responsible_id', '=', from.id)
    .where(among('id', ids))
    .returning(['id', 'name'])
    .execute()
  const changes = [{ field: 'responsible', from: from.name, to: to?.name ?? null }]
  await together(...rows.map(({ id, name }) => tell(ctx, 'counterparty.changed', { id }, { name, changes })))
}
