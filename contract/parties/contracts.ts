import { Type, type Static } from 'typebox'
import { Can, Currency, Day, Id, Minor, Nullable, OneOf, Text, endpoint } from '../endpoint.ts'

export const ContractPrice = Type.Object({
  name: Text(500),
  unit: Text(20),
  /** Of one unit. */
  price: Minor,
  currency: Currency,
})
export type ContractPrice = Static<typeof ContractPrice>

export const CounterpartyContract = Type.Object({
  id: Id,
  counterparty_id: Id,
  number: Type.String(),
  signed_on: Day,
  /** Null: from the day of signing; without an end. */
  from_day: Nullable(Day),
  to_day: Nullable(Day),
  payment_terms: Nullable(Type.String()),
  /** Working days of silence after which work counts as accepted; null: it never does. */
  silence_days: Nullable(Type.Integer()),
  note: Nullable(Type.String()),
  prices: Type.Array(ContractPrice),
  /** `ending`: thirty days or less are left. */
  state: OneOf('coming', 'in_force', 'ending', 'ended'),
  version: Type.Integer(),
})
export type CounterpartyContract = Static<typeof CounterpartyContract>

const terms = {
  from_day: Type.Optional(Nullable(Day)),
  to_day: Type.Optional(Nullable(Day)),
  payment_terms: Type.Optional(Nullable(Text(2000))),
  silence_days: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 90 }))),
  note: Type.Optional(Nullable(Text(5000))),
  /** The whole price list, in its order. */
  prices: Type.Optional(Type.Array(ContractPrice, { maxItems: 500 })),
}

const OfCounterparty = Type.Object({ counterparty_id: Id })
const OfContract = Type.Object({ contract_id: Id })

export const listContracts = endpoint({
  method: 'GET',
  path: '/counterparties/:counterparty_id/contracts',
  summary: 'Contracts with a counterparty with their terms and prices, the latest first',
  door: 'staff',
  params: OfCounterparty,
  reply: Type.Object({ rows: Type.Array(CounterpartyContract), can: Type.Object({ change: Can }) }),
})

export const addContract = endpoint({
  method: 'POST',
  path: '/counterparties/:counterparty_id/contracts',
  summary: 'Writes a contract down; the same number of the same day is refused',
  door: 'staff',
  params: OfCounterparty,
  body: Type.Object({ number: Text(60), signed_on: Day, ...terms }),
  reply: CounterpartyContract,
})

export const changeContract = endpoint({
  method: 'PATCH',
  path: '/contracts/:contract_id',
  summary: 'Changes a contract: what is named; of prices the whole list',
  door: 'staff',
  params: OfContract,
  body: Type.Object({ number: Type.Optional(Text(60)), signed_on: Type.Optional(Day), ...terms }),
  reply: CounterpartyContract,
})

export const removeContract = endpoint({
  method: 'DELETE',
  path: '/contracts/:contract_id',
  summary: 'Takes a contract off the counterparty; it stays in the history and can come back',
  door: 'staff',
  params: OfContract,
  reply: CounterpartyContract,
})

export const restoreContract = endpoint({
  method: 'POST',
  path: '/contracts/:contract_id/restore',
  summary: 'Brings a removed contract back',
  door: 'staff',
  params: OfContract,
  reply: CounterpartyContract,
})
