/** What one field was and is. */
export type Change = { field: string; from: string | null; to: string | null }

type AssetNamed = { asset_id: string; name: string; site_id: string; address: string }
type ContractNamed = { contract_id: string; number: string; signed_on: string }

type Merged = { name: string; gone: string; gone_id: string; merge_id: string }
type MergedInto = { name: string; into: string; into_id: string; merge_id: string }
type Unmerged = { name: string; other: string; other_id: string }

declare module '#platform/events/tell.ts' {
  interface Events {
    'counterparty.added': { name: string }
    'counterparty.changed': { name: string; changes: Change[] }
    'counterparty.requisites_set': { name: string; from_day: string; changes: Change[] }
    'counterparty.requisites_dropped': { name: string; from_day: string }
    'counterparty.contract_added': ContractNamed
    'counterparty.contract_changed': ContractNamed & { changes: Change[] }
    'counterparty.contract_removed': ContractNamed
    'counterparty.contract_restored': ContractNamed
    'counterparty.contact_added': { contact_id: string; name: string }
    'counterparty.contact_changed': { contact_id: string; name: string; changes: Change[] }
    'counterparty.site_added': { site_id: string; address: string }
    'counterparty.site_changed': { site_id: string; address: string; changes: Change[] }
    'counterparty.asset_added': AssetNamed
    'counterparty.asset_changed': AssetNamed & { changes: Change[] }
    'counterparty.asset_removed': AssetNamed
    'counterparty.asset_restored': AssetNamed
    /** Told by the card that remains, and by the one that is given up. */
    'counterparty.merged': Merged
    'counterparty.merged_into': MergedInto
    'counterparty.unmerged': Unmerged
    'counterparty.told_apart': { name: string; other: string }
    'counterparty.maybe_double': { name: string; other: string }
    'contact.merged': Merged
    'contact.merged_into': MergedInto
    'contact.unmerged': Unmerged
    'contact.told_apart': { name: string; other: string }
    'contact.maybe_double': { name: string; other: string }
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
