import type { Purchase } from '#contract/portal.ts'
import type { Ctx, Viewer } from '#platform/ctx.ts'
import { clockOf } from '#platform/days.ts'
import { elevated } from '#platform/db/transaction.ts'
import { found, type Refusal } from '#platform/errors.ts'
import { type ShownRound, shownRounds } from '#server/approvals/index.ts'
import { documentsOf } from '#server/documents/index.ts'
import { filesById } from '#server/files/index.ts'
import { shownOrder } from '#server/orders/index.ts'
import { getCompanySettings, type MemberCard, membersById } from '#server/people/index.ts'
import { portalPolicy } from './policy.ts'

/** The one order that a personal link opens. */
export const orderOf = ({ only_order_id }: Viewer): string => found(only_order_id, 'order')

/**
 * The order as its customer sees it (PRT-2, S75). Every row is read through his own walls; from behind them come
 * the names of who answers for the order and of who recorded a decision in his place, and nothing else of people.
 */
export async function showPurchase(ctx: Ctx): Promise<Purchase> {
  const order_id = orderOf(ctx.viewer)
  const { responsible_id, currency, ...order } = await shownOrder(ctx, order_id)
  const rounds = await shownRounds(ctx, order_id)
  const [{ name, requisites }, documents] = [await getCompanySettings(ctx), await documentsFor(ctx, order_id)]
  const recorders = rounds.flatMap(({ decided_by_member_id }) => decided_by_member_id ?? [])
  const people = await elevated(ctx, (inside) => membersById(inside, [responsible_id, ...recorders]))
  const decide = may(
    portalPolicy.decide(
      order.phase,
      rounds.map((round) => ({ ...round, withdrawn_at: null })),
    ),
  )
  return {
    ...order,
    company: { name: requisites.short_name || name, phone: requisites.phone || null, email: requisites.email || null },
    time_zone: ctx.viewer.time_zone,
    clock: clockOf(ctx.viewer.time_zone, ctx.now),
    currency: currency ?? (ctx.viewer.currency as Purchase['currency']),
    responsible: { name: people.get(responsible_id)?.name ?? '', phone: people.get(responsible_id)?.phone ?? null },
    rounds: rounds.map((round) => roundFor(round, people)),
    documents,
    viewer: { name: ctx.viewer.name ?? '' },
    can: { accept: decide, reject: decide },
  }
}

function roundFor(round: ShownRound, people: Map<string, MemberCard>): Purchase['rounds'][number] {
  const { photos, decided_by_member_id, decided_by, opened_at: _, ...rest } = round
  const of = (side: 'result' | 'rejection') =>
    photos.filter((photo) => photo.side === side).map(({ file_id, stage, taken_at }) => ({ file_id, stage, taken_at }))
  const recorder = decided_by_member_id ? (people.get(decided_by_member_id)?.name ?? null) : null
  return { ...rest, decided_by: recorder ?? decided_by, photos: of('result'), rejection_photos: of('rejection') }
}

/** Documents that stand, with the names of their files. */
async function documentsFor(ctx: Ctx, order_id: string): Promise<Purchase['documents']> {
  const rows = (await documentsOf(ctx, 'order', order_id)).filter(({ state }) => state === 'issued')
  const files = await filesById(
    ctx,
    rows.map(({ file_id }) => file_id),
  )
  return rows.map(({ state: _, ...row }) => ({ ...row, name: files.get(row.file_id)?.name ?? '' }))
}

const may = (refusal: Refusal | null) =>
  refusal && { code: refusal.code, ...(refusal.facts && { facts: refusal.facts }) }
