import type { PartyChoice, PartyField } from '#contract/parties/doubles.ts'
import type { Requisites } from '#contract/requisites.ts'

/** What a card says, by field. */
export type Said = { [F in PartyField]?: string | null }

/** From which of the two cards a field is taken. */
export type Sides = (field: PartyField) => 'kept' | 'gone'

/** What a merge changed in the card that remains, as `party_merges.fields` keeps it. */
export type Fields = {
  columns: Record<string, readonly [was: unknown, became: unknown]>
  /** Null: no others are written. `was` null: a version that was not there before. */
  requisites: { from_day: string | null; was: Requisites | null; became: Requisites } | null
}

/** Field by field what two cards say (CPT-18); what neither says is not there. */
export function choicesOf(kept: Said, gone: Said): PartyChoice[] {
  const fields = [...new Set([...Object.keys(kept), ...Object.keys(gone)])] as PartyField[]
  return fields.flatMap((field) => {
    const [one, other] = [kept[field] || null, gone[field] || null]
    return one || other ? [{ field, kept: one, gone: other, both: field === 'note' && one !== other }] : []
  })
}

/** Where one card alone says something it is taken, where both do what was chosen. */
export function sidesOf(choices: readonly PartyChoice[], from_gone: readonly PartyField[]): Sides {
  const by = new Map(choices.map((one) => [one.field, one]))
  return (field) => {
    const choice = by.get(field)
    if (!choice?.gone) return 'kept'
    return !choice.kept || from_gone.includes(field) ? 'gone' : 'kept'
  }
}

/** Columns whose value differs, with both. */
export function changed<C extends object>(before: C, after: C): Fields['columns'] {
  const differing = (Object.keys(after) as (keyof C & string)[]).filter((name) => before[name] !== after[name])
  return Object.fromEntries(differing.map((name) => [name, [before[name], after[name]] as const]))
}

/** The columns as they were, of those that nobody has changed since (CPT-20). */
export function backOf(columns: Fields['columns'], now: Record<string, unknown>): Record<string, unknown> {
  const untouched = Object.entries(columns).filter(([name, [, became]]) => now[name] === became)
  return Object.fromEntries(untouched.map(([name, [was]]) => [name, was]))
}
