/**
 * A value from outside as PostgreSQL takes it: without NUL, and without halves of surrogate pairs, which neither `text`
 * nor `jsonb` can hold. Everything else stays as it came.
 */
export function tidied<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').toWellFormed() as T
  if (Array.isArray(value)) return value.map(tidied) as T
  if (value === null || typeof value !== 'object' || !isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [tidied(name), tidied(each)])) as T
}

const isPlain = (value: object): boolean => {
  const prototype = Object.getPrototypeOf(value) as unknown
  return prototype === Object.prototype || prototype === null
}

/** How long a preview in the list is. */
const PREVIEW = 200

export const previewOf = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, PREVIEW).toWellFormed()

/** What the list says of a message without words: its file's name, or what it is. */
export const previewIn = ({ text, files }: { text: string; files: readonly { name: string }[] }): string =>
  previewOf(text) || files.map(({ name }) => name).join(', ')
