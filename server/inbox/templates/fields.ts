import { insist, invalid } from '#platform/errors.ts'

const FIELD = /\{([^{}\n]*)\}/g

/** Refuses a text with a field that nobody can fill in, and names it (INB-50). */
export function insistFields(text: string, known: readonly string[], at: string): void {
  const strange = [...text.matchAll(FIELD)].find(([, field = '']) => !known.includes(field))
  insist(strange ? invalid(at, 'reply_template.field_unknown', { field: strange[0] }) : null)
}

/**
 * A text with its fields filled in where no person looks at it before it goes. What is not known goes together with the
 * comma by which it is joined: «Здравствуйте, {contact}!» is «Здравствуйте!» to whoever has given no name.
 */
export function filledIn(text: string, known: Readonly<Record<string, string | null>>): string {
  const bare = Object.keys(known)
    .filter((field) => !known[field])
    .reduce(
      (rest, field) => rest.replaceAll(new RegExp(`^\\{${field}\\},?\\s*|,?[^\\S\\n]*\\{${field}\\}`, 'gm'), ''),
      text,
    )
  const whole = bare.replaceAll(FIELD, (braces, field: string) => known[field] ?? braces).trim()
  return bare === text ? whole : whole.charAt(0).toUpperCase() + whole.slice(1)
}
