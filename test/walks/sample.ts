import type { TSchema } from 'typebox'

type Json = { [name: string]: unknown }
type Shape = {
  type?: unknown
  enum?: unknown[]
  anyOf?: Json[]
  format?: string
  pattern?: string
  minLength?: number
  minItems?: number
  minimum?: number
  items?: Json
  properties?: Record<string, Json>
  required?: string[]
}

/** Ids by the name of the field that holds them: `order_id`, `photo_ids`. */
export type Ids = Record<string, string>

const idNameOf = (name: string): string => name.replace(/_ids$/, '_id')

/**
 * The smallest input that a schema lets through; id-like fields take the id of that name. With `all`, optional
 * id-like fields are filled too.
 */
export function sampleOf(schema: TSchema | undefined, ids: Ids, all = false): Json {
  if (!schema) return {}
  const { properties = {}, required = [] } = schema as Shape
  const wanted = Object.entries(properties).filter(([name]) => required.includes(name) || (all && isIdLike(name)))
  return Object.fromEntries(wanted.map(([name, part]) => [name, valueOf(part, name, ids)]))
}

/** Names of the fields of a schema that hold ids. */
export const idFields = (schema: TSchema | undefined): string[] =>
  Object.keys(schema?.['properties' as keyof TSchema] ?? {}).filter(isIdLike)

export const isIdLike = (name: string): boolean => /_ids?$/.test(name)

function valueOf(schema: Json, name: string, ids: Ids): unknown {
  const { type, anyOf, enum: words, items, minItems = 1, minimum = 1 } = schema as Shape
  if (words) return words[0]
  if (anyOf?.[0]) return valueOf(anyOf[0], name, ids)
  const kind: unknown = Array.isArray(type) ? type[0] : type
  if (kind === 'array')
    return Array.from({ length: Math.max(1, minItems) }, () => valueOf(items ?? {}, idNameOf(name), ids))
  if (kind === 'object') return sampleOf(schema, ids)
  if (kind === 'boolean') return true
  if (kind === 'integer') return Math.max(1, minimum)
  return textOf(schema, name, ids)
}

function textOf({ format, pattern, minLength = 1 }: Shape, name: string, ids: Ids): string {
  const known = ids[idNameOf(name)]
  if (known) return known
  if (format === 'uuid') return '01930000-0000-7000-8000-000000000000'
  if (format === 'date-time') return '2026-03-10T09:00:00.000Z'
  if (format === 'date') return '2026-03-10'
  if (format === 'email') return 'someone@example.test'
  if (pattern) return pattern.includes(':') ? '09:00' : '100'
  return 'слово'.repeat(Math.ceil(minLength / 5))
}
