import { isDeepStrictEqual } from 'node:util'
import { uuidv7 } from 'uuidv7'
import type { Requisites } from '#contract/requisites.ts'
import type { Incoming, Outcome, RowFault } from './incoming.ts'
import { type Firm, nameKey, placeKey, reachKey, remember } from './known.ts'
import { contactOf } from './plan-contact.ts'
import type { Bench } from './writing.ts'

export type Planned = { outcome: Outcome; faults: RowFault[]; counterparty_id: string | null }

/**
 * Decides what a row becomes, and notes it down to be written and for the rows after it. A fault that stops leaves
 * the row whole and notes nothing.
 */
export function planRow(bench: Bench, row: Incoming): Planned {
  const refused = (faults: RowFault[]): Planned => ({
    outcome: 'fault',
    faults: [...row.faults, ...faults],
    counterparty_id: null,
  })
  if (row.faults.some(({ stops }) => stops)) return refused([])
  const found = firmOf(bench, row)
  if ('code' in found) return refused([found])
  const { firm } = found
  const { there } = bench.terms
  if (firm?.from === 'before' && there === 'skip')
    return { outcome: 'same', faults: row.faults, counterparty_id: firm.id }
  const contact = contactOf(bench.known, row, firm, there)
  if (contact?.stop) return refused([contact.stop])
  const { at, touched } = putRow(bench, row, { firm, contact })
  const outcome = firm === undefined ? 'new' : touched ? 'joined' : 'same'
  return { outcome, faults: [...row.faults, ...(contact?.warnings ?? [])], counterparty_id: at.id }
}

type Beside = { firm: Firm | undefined; contact: ReturnType<typeof contactOf> }

function putRow(bench: Bench, row: Incoming, { firm, contact }: Beside): { at: Firm; touched: boolean } {
  const at = firm ?? makeFirm(bench, row)
  const added = [firm ? fill(bench, firm, row) : true, contact?.put(bench, at) ?? false, putSite(bench, at, row)]
  const touched = added.some(Boolean)
  if (touched) bench.writing.touched.add(at.id)
  return { at, touched }
}

type FoundFirm = { firm: Firm | undefined } | RowFault

/** By its tax number; else by its name; a person whom nothing but a name tells apart is found by a phone or an e-mail. */
function firmOf({ known }: Bench, { counterparty, contact }: Incoming): FoundFirm {
  const { tax_number, kind, name } = counterparty
  const numbered = tax_number === null ? undefined : known.by_tax.get(tax_number)
  if (numbered) return { firm: numbered }
  if (kind === 'person' && contact && contact.reaches.length > 0 && tax_number === null) {
    const held = contact.reaches.map((reach) => known.by_reach.get(reachKey(reach))?.counterparty_id)
    const firm = known.by_id.get(held.find((id) => typeof id === 'string') ?? '')
    return { firm: firm?.kind === 'person' ? firm : undefined }
  }
  const namesakes = (known.by_name.get(nameKey(name)) ?? []).filter(
    (firm) => tax_number === null || firm.tax_number === null,
  )
  if (namesakes.length > 1)
    return { field: 'name', code: 'import.name_ambiguous', facts: { name, count: namesakes.length }, stops: true }
  return { firm: namesakes[0] }
}

function makeFirm({ known, writing, terms }: Bench, { counterparty }: Incoming): Firm {
  const firm: Firm = {
    ...counterparty,
    id: uuidv7(),
    name_key: nameKey(counterparty.name),
    is_customer: terms.is_customer,
    is_supplier: terms.is_supplier,
    version: 1,
    dated: false,
    from: 'rows',
  }
  remember(known, firm)
  writing.firms.push(firm)
  return firm
}

/** Adds what a counterparty lacks, or lets the row win; tells whether that changed anything. */
function fill(bench: Bench, firm: Firm, { counterparty }: Incoming): boolean {
  const { there, is_customer, is_supplier } = bench.terms
  const wins = there === 'overwrite' && firm.from === 'before'
  const note = wins || !firm.note ? (counterparty.note ?? firm.note) : firm.note
  const tax_number = firm.tax_number ?? counterparty.tax_number
  return changeFirm(bench, firm, {
    ...firm,
    ...(wins && { name: counterparty.name }),
    note,
    tax_number,
    requisites: firm.dated ? firm.requisites : filled(firm.requisites, { ...counterparty, tax_number }, wins),
    is_customer: firm.is_customer || is_customer,
    is_supplier: firm.is_supplier || is_supplier,
  })
}

type Given = Pick<Incoming['counterparty'], 'requisites' | 'tax_number'>

function filled(before: Requisites, { requisites, tax_number }: Given, wins: boolean): Requisites {
  const both = wins ? { ...before, ...requisites } : { ...requisites, ...before }
  return tax_number === null ? both : { ...both, tax_number }
}

const FIELDS = ['name', 'note', 'tax_number', 'requisites', 'is_customer', 'is_supplier'] as const

function changeFirm({ known, writing }: Bench, firm: Firm, after: Firm): boolean {
  const differ = FIELDS.filter((field) => !isDeepStrictEqual(firm[field], after[field]))
  if (differ.length === 0) return false
  if (firm.from !== 'rows') {
    const before = Object.fromEntries(differ.map((field) => [field, firm[field]]))
    const noted = writing.changed.get(firm.id)
    writing.changed.set(firm.id, { firm, before: { ...before, ...noted?.before } })
  }
  Object.assign(firm, Object.fromEntries(differ.map((field) => [field, after[field]])))
  if (firm.tax_number !== null) known.by_tax.set(firm.tax_number, firm)
  return true
}

/** An address that is not among the counterparty's yet (CPT-4). */
function putSite({ known, writing }: Bench, { id: counterparty_id }: Firm, { site }: Incoming): boolean {
  if (!site) return false
  const key = placeKey(counterparty_id, site.address)
  if (known.places.has(key)) return false
  known.places.add(key)
  writing.sites.push({ ...site, id: uuidv7(), counterparty_id })
  return true
}
