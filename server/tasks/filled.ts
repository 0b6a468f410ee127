import { insist, invalid } from '#platform/errors.ts'

/** What a person typed, trimmed; blanks alone are no words. */
export function filled(field: string, text: string): string {
  const trimmed = text.trim()
  insist(trimmed ? null : invalid(field, 'field.required'))
  return trimmed
}
