import type { Requisites } from '#contract/requisites.ts'
import type { Reach } from '../doubles.ts'

/** A fault of a row: of which field, in the code of a sentence; one that stops leaves the whole row. */
export type RowFault = { field: string; code: string; facts: Record<string, unknown>; stops: boolean }

/** A row of a table of counterparties, read: numbers bare, phones as `+375291234567`, e-mails in lower case. */
export type Incoming = {
  /** Its number in the file. */
  at: number
  counterparty: {
    kind: 'organisation' | 'person'
    name: string
    tax_number: string | null
    requisites: Requisites
    note: string | null
  }
  contact: { name: string; position: string | null; reaches: Reach[] } | null
  site: { address: string; access_note: string | null } | null
  faults: RowFault[]
}

/** With what is there already: leave it, add what it lacks, let the row win. */
export type Manner = 'skip' | 'fill' | 'overwrite'
export type Outcome = 'new' | 'joined' | 'same' | 'fault'

/** How rows are taken: what an added counterparty is, and who answers for it. */
export type Terms = {
  there: Manner
  is_customer: boolean
  is_supplier: boolean
  responsible_id: string | null
}

/** A thing that was made or changed: the way back. */
export type Thing = {
  kind: 'counterparty' | 'contact' | 'site'
  id: string
  made: boolean
  version: number
  before: Record<string, unknown> | null
}
