import type * as contract from '#contract/orders.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { expectVersion, insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { revokeLinks } from '#server/identity/index.ts'
import { named, writeOrder } from './change-phase.ts'
import { differences } from './differences.ts'
import { orderPolicy } from './policy.ts'
import { presentOrder, showOrder } from './present-order.ts'
import { type LoadedOrder, takeOrder } from './queries.ts'
import { keepWatching } from './watching/watchers.ts'
import { insistOnResponsible, type Party, settleParty } from './whose.ts'

type Given = Omit<Input<typeof contract.changeOrder>, 'order_id'>

/**
 * Changes what an order is about, for whom, who answers for it (ORD-3). Of the customer nothing is changed any more
 * once a round was sent: what he sees and has decided on stays his.
 */
export async function changeOrder(ctx: Ctx, { order_id, ...given }: Input<typeof contract.changeOrder>) {
  const order = await takeOrder(ctx, order_id)
  expectVersion(ctx, order, presentOrder(ctx.viewer, order))
  insist(orderPolicy.change(ctx.viewer, order))
  insist(given.title === undefined || given.title.trim() ? null : invalid('title', 'field.required'))
  await insistOnResponsible(ctx, given.responsible_id)
  const party: Partial<Party> = touchesParty(given) ? (await settleParty(ctx, partyOf(order, given))).party : {}
  insist(orderPolicy.change_customer(order, party))

  const { title, urgent, responsible_id, due_at } = given
  const change = {
    ...party,
    ...(title !== undefined && { title: title.trim() }),
    ...(urgent !== undefined && { urgent }),
    ...(responsible_id !== undefined && { responsible_id }),
    ...(due_at !== undefined && { due_at: due_at && new Date(due_at).toISOString() }),
  }
  if (Object.keys(differences(ownColumns(order), change)).length === 0) return presentOrder(ctx.viewer, order)
  await keepWatching(ctx, order_id, responsible_id)
  await writeOrder(ctx, order_id, change)
  // A link opens the order to the customer that it was made for.
  if (party.counterparty_id !== undefined && party.counterparty_id !== order.counterparty_id)
    await revokeLinks(ctx, 'customer', order_id)
  const after = await showOrder(ctx, order_id)
  await tell(ctx, 'order.changed', order, { ...named(order), changed: differences(inWords(order), inWords(after)) })
  return after
}

const touchesParty = ({ counterparty_id, contact_id, site_id, address }: Given) =>
  [counterparty_id, contact_id, site_id, address].some((each) => each !== undefined)

/** The parts that were given over those that stand; a new counterparty leaves the old one's people and sites behind. */
function partyOf(order: LoadedOrder, given: Given): Party {
  const { title: _t, urgent: _u, responsible_id: _r, due_at: _d, ...asked } = given
  const other = asked.counterparty_id !== undefined && asked.counterparty_id !== order.counterparty_id
  const { counterparty_id, contact_id, site_id, address } = ownColumns(order)
  const stays = other && counterparty_id !== null ? NOBODY : { counterparty_id, contact_id, site_id, address }
  return { ...stays, ...(asked.address !== undefined && { site_id: null }), ...asked }
}

const NOBODY: Party = { counterparty_id: null, contact_id: null, site_id: null, address: null }

/** As the row has it: an address of its own only while there is no site. */
const ownColumns = (order: LoadedOrder) => ({ ...order, address: order.site_id ? null : order.address })

/** As a sentence of the history says it. */
const inWords = ({
  title,
  urgent,
  due_at,
  ...order
}: Pick<contract.Order, 'title' | 'urgent' | 'due_at' | 'counterparty' | 'contact' | 'address' | 'responsible'>) => ({
  title,
  urgent,
  due_at,
  counterparty: order.counterparty?.name ?? null,
  contact: order.contact?.name ?? null,
  address: order.address,
  responsible: order.responsible.name,
})
