/** A part of a name as it was typed, as a pattern of LIKE. */
export const containing = (typed: string): string => `%${typed.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`

/** Digits find a phone however they were typed, but not by the 8 that stands for the country. */
export function containingPhone(typed: string): string | null {
  const digits = typed.replaceAll(/\D/g, '')
  const tail = /^8\d{10}$/.test(digits) ? digits.slice(-9) : digits
  return tail.length >= 3 ? `%${tail}%` : null
}
