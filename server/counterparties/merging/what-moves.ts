import { sql } from 'kysely'
import type { PartyGroup, PartyPreview } from '#contract/parties/doubles.ts'
import type { Ctx } from '#platform/ctx.ts'
import { elevated } from '#platform/db/transaction.ts'
import { TABLES, type TwoCards } from './cards.ts'

/** Columns that name a card, by what they are called on the screen; null: nothing that anybody would look for. */
const GROUPS: Record<string, PartyGroup | null> = {
  'contacts.counterparty_id': 'contacts',
  'sites.counterparty_id': 'sites',
  'sites.contact_id': 'sites',
  'counterparty_contracts.counterparty_id': 'contracts',
  'orders.counterparty_id': 'orders',
  'orders.contact_id': 'orders',
  'documents.counterparty_id': 'documents',
  'requisites_versions.counterparty_id': 'requisites',
  'conversations.contact_id': 'dialogues',
  'messages.contact_id': 'messages',
  'contact_identities.contact_id': 'reaches',
  'approval_rounds.counterparty_id': 'approvals',
  'approval_rounds.contact_id': 'approvals',
  'approval_rounds.decided_by_contact_id': null,
  'contact_claims.contact_id': null,
  'counterparties.merged_into': null,
  'contacts.merged_into': null,
}
const ORDER: readonly PartyGroup[] = [
  'reaches',
  'contacts',
  'sites',
  'equipment',
  'contracts',
  'orders',
  'dialogues',
  'messages',
  'documents',
  'requisites',
  'approvals',
  'others',
]

/** How much of what goes over (CPT-18), of everything that the merge itself would take: both read the same list of columns. */
export async function whatMoves(ctx: Ctx, { kind, gone }: TwoCards): Promise<PartyPreview['moves']> {
  return elevated(ctx, async ({ db, viewer }) => {
    const { rows } = await sql<{ ref: string; n: number }>`select ref, n from count_cards(${TABLES[kind]}, ${gone.id})
      union all select 'equipment', count(*)::int from assets a
        join sites s on s.company_id = a.company_id and s.id = a.site_id
        where a.company_id = ${viewer.company_id} and a.removed_at is null and s.counterparty_id = ${gone.id}
      union all select 'conversations.contact_id', count(*)::int from conversations d
        join contacts k on k.company_id = d.company_id and k.id = d.contact_id
        where d.company_id = ${viewer.company_id} and k.counterparty_id = ${gone.id}`.execute(db)
    const counts = new Map<PartyGroup, number>()
    for (const { ref, n } of rows) {
      const group = ref === 'equipment' ? ref : ref in GROUPS ? GROUPS[ref] : 'others'
      if (group) counts.set(group, (counts.get(group) ?? 0) + n)
    }
    return ORDER.flatMap((group) => {
      const count = counts.get(group)
      return count ? [{ group, count }] : []
    })
  })
}
