import { day, type Filters, oneOf, text } from '#web/platform/route.ts'

export const KINDS = ['talk', 'call', 'order', 'document', 'file', 'card'] as const
/** What of the history is shown, as it stands in the address. */
export const shape = { kind: oneOf(...KINDS), contact: text, site: text, search: text, from: day, till: day }
export type HistoryFilters = Filters<typeof shape>
export type SetHistoryFilters = (change: HistoryFilters) => void

/** What the server is asked, of what stands in the address. */
export const asked = ({ kind, contact, site, search, from, till }: HistoryFilters) => ({
  ...(kind && { kind }),
  ...(contact && { contact_id: contact }),
  ...(site && { site_id: site }),
  ...(search && { search }),
  ...(from && { from }),
  ...(till && { till }),
})
