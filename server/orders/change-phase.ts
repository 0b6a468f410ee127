import { sql } from 'kysely'
import type { Phase } from '#contract/orders.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found } from '#platform/errors.ts'
import { firstStage, type StageRow } from './board/funnels.ts'
import type { PhaseChange } from './events.ts'
import type { LoadedOrder } from './queries.ts'

type Change = Partial<{
  title: string
  urgent: boolean
  counterparty_id: string | null
  contact_id: string | null
  site_id: string | null
  address: string | null
  responsible_id: string
  due_at: string | null
  agreement_id: string
  cancel_reason: string | null
  phase: Phase
  phase_since: Date
  stage_id: string
}>

/** Writes into the order's own row and counts its version on. */
export async function writeOrder({ db, viewer }: Ctx, order_id: string, change: Change = {}): Promise<void> {
  await db
    .updateTable('orders')
    .set({ ...change, version: sql`version + 1` })
    .where('company_id', '=', viewer.company_id)
    .where('id', '=', order_id)
    .execute()
}

type To = { phase: Phase; stage?: StageRow } & Pick<Change, 'cancel_reason'>

/**
 * Puts an order that the caller holds into a phase, at a stage of it: the one place where a phase changes (ORD-6).
 * @returns both sides, for the one event that the caller tells of it
 */
export async function enterPhase(ctx: Ctx, order: LoadedOrder, { phase, stage, ...more }: To): Promise<PhaseChange> {
  const to = stage ?? found(await firstStage(ctx, phase, order.funnel.id), 'stage')
  await writeOrder(ctx, order.id, {
    ...more,
    stage_id: to.id,
    ...(phase !== order.phase && { phase, phase_since: ctx.now }),
  })
  return { from_phase: order.phase, to_phase: phase, from_stage: order.stage.name, to_stage: to.name }
}

/** What an event's sentence calls an order. */
export const named = ({ number, title }: { number: number; title: string }) => ({ number, title })
