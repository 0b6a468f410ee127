import type { createOrder, Reading } from '#contract/orders.ts'
import type { Input } from '#contract/endpoint.ts'

type Named = { id: string; name: string }
type Site = { id: string; address: string }
export type DemandWords = { speciality: string; people: number; starts_at: string | null }

/** What the person decided about one thing that was read: taken as it stands or as corrected, or dropped. */
export type Decision<T> = { taken: boolean; value?: T }

export type Draft = {
  phone: string
  name: string
  company: string
  contact: Named | null
  counterparty: Named | null
  sites: Site[]
  /** Chosen, or dropped (null); undefined while nobody has decided. */
  site: Site | null | undefined
  request: string
  responsible_id: string | null
  title: string | null
  urgent: boolean | null
  address: Decision<string> | null
  when: Decision<string> | null
  /** By the piece of text that a demand was read from, so that typing on keeps what was decided. */
  demands: Record<string, Decision<DemandWords>>
}

export const emptyDraft: Draft = {
  phone: '',
  name: '',
  company: '',
  contact: null,
  counterparty: null,
  sites: [],
  site: undefined,
  request: '',
  responsible_id: null,
  title: null,
  urgent: null,
  address: null,
  when: null,
  demands: {},
}

/** Whether it goes into the order: as decided, else when it was read for certain. Doubts never go in by themselves. */
export const isTaken = (decision: Decision<unknown> | null | undefined, sure: boolean): boolean =>
  decision ? decision.taken : sure

/** The draft as the order to make. Words are enough; all else goes along where it is known. */
export function toSend(draft: Draft, reading: Reading | undefined): Input<typeof createOrder> {
  const address = addressOf(draft, reading)
  const demands = demandsOf(draft, reading)
  const due_at = demands.length === 0 ? whenOf(draft, reading) : null
  const phone = draft.phone.trim()
  return {
    request: draft.request.trim(),
    source: phone ? 'phone' : 'by_hand',
    ...(draft.title?.trim() && { title: draft.title.trim() }),
    ...((draft.urgent ?? reading?.urgent) && { urgent: true }),
    ...customerOf(draft, siteOf(draft, reading), address),
    ...(draft.responsible_id && { responsible_id: draft.responsible_id }),
    ...(due_at && { due_at }),
    ...(demands.length > 0 && { demands }),
  }
}

/** The customer as far as he is known; an unknown phone makes a contact of whoever called. */
function customerOf(draft: Draft, site: Site | null, address: string | null) {
  const { contact, counterparty } = draft
  const phone = draft.phone.trim()
  return {
    ...(contact && { contact_id: contact.id }),
    ...(counterparty && { counterparty_id: counterparty.id }),
    ...(site ? { site_id: site.id } : address && { address }),
    ...(!contact && phone && { caller: callerOf(draft, phone) }),
  }
}

/** The site: as chosen; else the one that the words name; else the caller's only one, when the words name none. */
export function siteOf({ site, sites }: Draft, reading: Reading | undefined): Site | null {
  if (site !== undefined) return site
  const named = reading?.address?.value
  if (!named) return sites.length === 1 ? (sites[0] ?? null) : null
  return (
    sites.find(({ address }) => plain(address).includes(plain(named)) || plain(named).includes(plain(address))) ?? null
  )
}

/** An address without its signs and kinds: «ул. Филипенко, 12» is «филипенко 12». */
const plain = (address: string): string =>
  address
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/(^|\s)(ул|улица|пр-т|просп|проспект|пер|переулок|б-р|г|д|дом)\.?(?=\s)/g, ' ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()

function callerOf({ name, company, counterparty }: Draft, phone: string) {
  return {
    phone,
    ...(name.trim() && { name: name.trim() }),
    ...(!counterparty && company.trim() && { counterparty: company.trim() }),
  }
}

function addressOf({ address }: Draft, reading: Reading | undefined): string | null {
  // A doubtful address goes in too: it is the customer's own words, and without it nobody knows where to go.
  if (!isTaken(address, true)) return null
  return (address?.value ?? reading?.address?.value ?? '').trim() || null
}

function whenOf({ when }: Draft, reading: Reading | undefined): string | null {
  return isTaken(when, reading?.starts_at?.sure ?? false) ? (when?.value ?? reading?.starts_at?.value ?? null) : null
}

export function demandsOf({ demands }: Draft, reading: Reading | undefined): DemandWords[] {
  const read = (reading?.demands ?? []).filter(({ quote, sure }) => isTaken(demands[quote], sure))
  return read.map(
    ({ quote, speciality, people, starts_at }) => demands[quote]?.value ?? { speciality, people, starts_at },
  )
}
