/** What one field was and is. */
export type Change = { field: string; from: string | null; to: string | null }

declare module '#platform/events/tell.ts' {
  interface Events {
    'counterparty.added': { name: string }
    'counterparty.changed': { name: string; changes: Change[] }
    'counterparty.contact_added': { contact_id: string; name: string }
    'counterparty.contact_changed': { contact_id: string; name: string; changes: Change[] }
    'counterparty.site_added': { site_id: string; address: string }
    'counterparty.site_changed': { site_id: string; address: string; changes: Change[] }
    /** Of a contact that belongs to no counterparty yet. */
    'contact.added': { name: string }
    'contact.changed': { name: string; changes: Change[] }
  }
}

/** The fields that differ, for the timeline; a field that was not named did not change. */
export function changesBetween<T extends object>(before: T, after: Partial<T>): Change[] {
  return (Object.keys(after) as (keyof T & string)[]).flatMap((field) => {
    const [from, to] = [said(before[field]), said(after[field])]
    return from === to ? [] : [{ field, from, to }]
  })
}

const said = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'boolean' ? String(value) || null : null
