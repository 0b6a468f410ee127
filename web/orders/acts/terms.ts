import type { agree, Order } from '#contract/orders.ts'
import type { Input } from '#contract/endpoint.ts'

export type Terms = {
  starts_at: string | null
  due_at: string | null
  price_model: 'fixed' | 'hourly'
  price: string | null
  vat_rate: number | ''
  scope: string
}

/** What stands in the form at first: the terms that hold, else what the order knows already. */
export function termsOf({ agreement, demands, due_at }: Order, company_rate: number | null): Terms {
  if (!agreement) {
    const starts_at = demands[0]?.starts_at ?? null
    return { starts_at, due_at, price_model: 'fixed', price: null, vat_rate: company_rate ?? '', scope: '' }
  }
  return {
    starts_at: agreement.starts_at,
    due_at: agreement.due_at ?? due_at,
    price_model: agreement.price_model ?? 'fixed',
    price: agreement.price,
    vat_rate: agreement.vat_rate ?? '',
    scope: agreement.scope ?? '',
  }
}

/** What is said by whoever is not shown the price: it stays as it is. */
export const withoutPrice = ({ starts_at, due_at, scope }: Terms): Omit<Input<typeof agree>, 'order_id'> => ({
  starts_at,
  due_at,
  scope: scope.trim() || null,
})

export function toAgree({
  price_model,
  price,
  vat_rate,
  scope,
  ...times
}: Terms): Omit<Input<typeof agree>, 'order_id'> {
  return {
    ...times,
    price,
    price_model: price === null ? null : price_model,
    vat_rate: vat_rate === '' ? null : vat_rate,
    scope: scope.trim() || null,
  }
}
