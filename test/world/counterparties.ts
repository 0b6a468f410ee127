import * as counterparties from '#contract/counterparties.ts'
import type { Input } from '#contract/endpoint.ts'
import { done, type Person } from '../as.ts'

type Wish = Partial<Input<typeof counterparties.addCounterparty>>

let count = 0

/** A counterparty with a contact who has a phone, and a site; added by a member who may. */
export function makeCounterparty(by: Person, wish: Wish = {}): Promise<counterparties.CounterpartyCard> {
  const number = ++count
  return done(by, counterparties.addCounterparty, {
    kind: 'organisation',
    name: `ЗАО «Европа ${number}»`,
    contact: { name: 'Ирина Ковалёва', phone: phoneOf(number) },
    site: { address: `Минск, ул. Кальварийская, ${number}` },
    ...wish,
  })
}

/** A mobile number of Belarus, another for each number up to a million. */
export const phoneOf = (number: number): string => `+37529${String(6_000_000 + number)}`
