import { sql } from 'kysely'
import type { Purchase } from '#contract/portal.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isoText } from '#platform/db/json-time.ts'
import { elevated } from '#platform/db/transaction.ts'
import { found } from '#platform/errors.ts'
import { counterpartyJson, siteAddress } from '#server/counterparties/index.ts'
import { agreed, amount } from '../board/order-sql.ts'

type Row = Pick<
  Purchase,
  'number' | 'title' | 'phase' | 'address' | 'request' | 'requested_at' | 'terms' | 'customer'
> & {
  price: string | null
  price_model: 'fixed' | 'hourly' | null
  currency: Purchase['currency'] | null
}
export type ShownOrder = Omit<Row, 'price' | 'price_model'> & Pick<Purchase, 'amount'> & { responsible_id: string }

/**
 * An order through its customer's own walls: what they hide is not there, whatever is asked. Only who answers for it
 * and the sum of an hourly price come from behind them: an id, and one number.
 */
export async function shownOrder(ctx: Ctx, order_id: string): Promise<ShownOrder> {
  const { rows } = await sql<Row>`
    select o.number::int as number, o.title, o.phase, o.request, o.requested_at,
      coalesce(${siteAddress(sql`o.company_id`, sql`o.site_id`)}, o.address) as address,
      ${counterpartyJson(sql`o.company_id`, sql`o.counterparty_id`)}->>'name' as customer,
      a.price, a.price_model, a.currency,
      case when g.id is not null then jsonb_build_object('starts_at', ${isoText(sql`g.starts_at`)}, 'due_at', ${isoText(sql`g.due_at`)},
        'price_model', a.price_model, 'price', a.price::text, 'currency', a.currency, 'scope', g.scope,
        'agreed_at', ${isoText(sql`g.made_at`)}) end as terms
    from orders o ${agreed}
    left join agreements g on g.company_id = o.company_id and g.id = o.agreement_id
    where o.company_id = ${ctx.viewer.company_id} and o.id = ${order_id}`.execute(ctx.db)
  const { price, price_model, ...order } = found(rows[0], 'order')
  const behind = await elevated(ctx, (inside) => behindTheWall(inside, order_id))
  const counted = price_model === 'hourly' && isCounted(order.phase) ? behind.amount : null
  return { ...order, amount: price_model === 'fixed' ? price : counted, responsible_id: behind.responsible_id }
}

/** Hours add up while work goes on; the customer learns their sum when he is shown the result. */
const isCounted = (phase: string) => phase === 'acceptance' || phase === 'closing' || phase === 'done'

async function behindTheWall(ctx: Ctx, order_id: string): Promise<{ responsible_id: string; amount: string | null }> {
  const { rows } = await sql<{ responsible_id: string; amount: string | null }>`
    select o.responsible_id, ${amount}::text as amount
    from orders o ${agreed} where o.company_id = ${ctx.viewer.company_id} and o.id = ${order_id}`.execute(ctx.db)
  return found(rows[0], 'order')
}
