/**
 * The fields that differ between what was and what is, each with both: the body of an event of a change, so that
 * its sentence needs no further reading.
 */
export function differences<T extends object>(
  before: T,
  after: Partial<T>,
): Record<string, { from: unknown; to: unknown }> {
  const fields = Object.keys(after) as (keyof T & string)[]
  const differing = fields.filter((field) => after[field] !== undefined && after[field] !== before[field])
  return Object.fromEntries(differing.map((field) => [field, { from: before[field], to: after[field] }]))
}
