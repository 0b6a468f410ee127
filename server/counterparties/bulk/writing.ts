import { uuidv7 } from 'uuidv7'
import type { Reach } from '../doubles.ts'
import type { Terms } from './incoming.ts'
import { type Firm, type Human, humanOf, type Known } from './known.ts'

export type Reached = Reach & { contact_id: string }

/** What is to be written for some rows. What is made and changed are the very objects that later rows go on with. */
export type Writing = {
  firms: Firm[]
  changed: Map<string, { firm: Firm; before: Partial<Firm> }>
  people: Human[]
  changed_people: Map<string, { human: Human; before: Partial<Human> & { reaches?: Reached[] } }>
  reaches: Reached[]
  sites: { id: string; counterparty_id: string; address: string; access_note: string | null }[]
  /** Counterparties for whose sake something is written. */
  touched: Set<string>
}
export const nothingToWrite = (): Writing => ({
  firms: [],
  changed: new Map(),
  people: [],
  changed_people: new Map(),
  reaches: [],
  sites: [],
  touched: new Set(),
})

/** What a row is laid beside, and where its writing goes. */
export type Bench = { known: Known; writing: Writing; terms: Terms }

/** A contact who is made becomes one whom later rows know. */
export function makeHuman({ known, writing }: Bench, human: Omit<Human, 'id' | 'version' | 'from'>): Human {
  const made = humanOf(known, { ...human, id: uuidv7(), version: 1, from: 'rows' })
  writing.people.push(made)
  return made
}
