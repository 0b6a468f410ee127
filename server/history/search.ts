import type * as contract from '#contract/history.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { together } from '#platform/together.ts'
import { orderByNumber, ordersByWords, taskByNumber } from './search-orders.ts'
import { contactsFound, counterpartiesFound, membersFound } from './search-people.ts'
import { read } from './typed-text.ts'

const MOST = 12

/**
 * Finds for the palette (HIS-3): an order or a task by number, orders by words of their title, request and address
 * in any form, customers by whatever is known of them, people by name or phone. Six queries, sent together.
 */
export async function search(ctx: Ctx, { text }: Input<typeof contract.search>): Promise<{ rows: contract.Find[] }> {
  const typed = read(text)
  const found = await together(
    orderByNumber(ctx, typed),
    taskByNumber(ctx, typed),
    counterpartiesFound(ctx, typed),
    contactsFound(ctx, typed),
    membersFound(ctx, typed),
    ordersByWords(ctx, typed),
  )
  const unique = new Map(found.flat().map((find) => [find.id, find]))
  return { rows: [...unique.values()].slice(0, MOST) }
}
