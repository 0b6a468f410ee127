import type { Silence } from '#contract/orders.ts'

/** What sentences to a customer name of the silence that accepts. He is written to in Russian, as by all the product. */
export const silenceValues = ({ contract_number, contract_signed_on, last_day }: Silence) => ({
  contract: contract_number,
  signed_on: contract_signed_on.split('-').toReversed().join('.'),
  last_day: new Date(last_day).toLocaleDateString('ru-RU', { timeZone: 'UTC', day: 'numeric', month: 'long' }),
})
