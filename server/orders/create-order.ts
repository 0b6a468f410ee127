import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/orders.ts'
import type { Order } from '#contract/orders.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { found, insist, invalid } from '#platform/errors.ts'
import { insertTrailing } from '#platform/db/kysely.ts'
import { tell } from '#platform/events/tell.ts'
import { together } from '#platform/together.ts'
import { counterpartiesById, findOrMakeCaller } from '#server/counterparties/index.ts'
import { can } from '#server/people/index.ts'
import { firstStage } from './board/funnels.ts'
import { orderPolicy } from './policy.ts'
import { presentOrder } from './present-order.ts'
import { demandsOf, newOrder } from './queries.ts'
import { bornHead } from './born-head.ts'
import { titleOf } from './title-of.ts'
import { insistOnResponsible, type Settled, settleParty } from './whose.ts'
import { keepWatching } from './watching/watchers.ts'
import { demandRows, insertDemands } from './work/demands.ts'

/** A source that the caller's word alone does not make: whoever makes an order of a dialogue says which. */
type Given = Omit<Input<typeof contract.createOrder>, 'source'> & { source?: Order['source'] }

/**
 * Makes an order. The request's words are enough and are kept as they are (ORD-1, S31, S35); the caller and the
 * address are found or made on the spot (S39).
 *
 * Written often and measured: what does not wait for anything travels together, and the reply is read in the wake
 * of the rows. Of a new order only its head and its demands can have anything to read.
 */
export async function createOrder(ctx: Ctx, given: Given) {
  insist(orderPolicy.create(ctx.viewer))
  insist(given.request.trim() ? null : invalid('request', 'field.required'))
  const [number, stage, demands, party] = await together(
    ctx.world.takeNumber(ctx.viewer.company_id, 'order'),
    firstStage(ctx, 'new', given.funnel_id),
    demandRows(ctx, given.demands ?? []),
    partyOf(ctx, given),
    insistOnResponsible(ctx, given.responsible_id),
  )
  const at = found(stage, given.funnel_id ? 'funnel' : 'stage')
  const order = { ...ownColumns(ctx, given), ...party.party, id: uuidv7(), number, stage_id: at.id }
  const { id, title, source, urgent } = order
  await insertTrailing(ctx.db, 'orders', order)
  await tell(ctx, 'order.created', { id }, { number, title, source, urgent, ...fresh, to_stage: at.name })
  const [, , head, asked] = await Promise.all([
    keepWatching(ctx, id, given.responsible_id),
    insertDemands(ctx, id, demands),
    bornHead(ctx, { order, at, known: demands.length > 0 ? null : party.known }) ?? newOrder(ctx, id),
    demands.length > 0 ? demandsOf(ctx, id) : [],
  ])
  const labour = can(ctx.viewer, 'money.read') ? [] : null
  return presentOrder(ctx.viewer, { ...head, ...EMPTY, demands: asked, labour })
}

const fresh = { from_phase: null, to_phase: 'new', from_stage: null } as const
const EMPTY = { agreements: [], tasks: [], rounds: [], documents: [], priced: false, act_stands: false }

function ownColumns(ctx: Ctx, given: Given) {
  const { viewer, now } = ctx
  const { request, urgent = false, responsible_id, caller, due_at } = given
  const me = memberOf(ctx)
  return {
    company_id: viewer.company_id,
    title: given.title?.trim() || titleOf(ctx, request),
    phase: 'new' as const,
    phase_since: now,
    responsible_id: responsible_id ?? me,
    urgent,
    source: given.source ?? (caller ? ('phone' as const) : ('by_hand' as const)),
    request,
    requested_at: now,
    due_at: due_at ?? null,
    created_by: me,
    created_at: now,
  }
}

/** The customer, his person and the place: those that were named, those that a call brings, or none yet. */
async function partyOf(ctx: Ctx, given: Given): Promise<Settled> {
  const { counterparty_id = null, contact_id = null, site_id = null, address = null, caller } = given
  const named = { counterparty_id, contact_id, site_id, address }
  if (!caller || contact_id) return settleParty(ctx, named)
  const of =
    counterparty_id && found((await counterpartiesById(ctx, [counterparty_id])).get(counterparty_id), 'counterparty')
  const known = await findOrMakeCaller(ctx, of ? { ...caller, counterparty: of.name } : caller)
  return settleParty(ctx, {
    ...named,
    contact_id: known.contact_id,
    counterparty_id: counterparty_id ?? known.counterparty_id,
  })
}
