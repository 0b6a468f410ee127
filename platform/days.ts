/** The calendar day of an instant in a time zone: `2026-03-10`. A company's days are in the company's zone. */
export function dayIn(time_zone: string, at: Date): string {
  return formatOf(time_zone).format(at)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs far more than using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  // Sweden writes days as ISO 8601 does.
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
  formats.set(timeZone, made)
  return made
}
