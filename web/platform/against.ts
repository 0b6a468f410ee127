import type { TSchema } from 'typebox'
import { sentence } from './words.ts'

/** The part of JSON Schema that the contract is written in. */
type Schema = {
  /** `['string', 'null']` is how the contract writes «this or nothing». */
  type?: string | readonly string[]
  properties?: Record<string, Schema>
  required?: readonly string[]
  items?: Schema
  anyOf?: readonly Schema[]
  enum?: readonly unknown[]
  const?: unknown
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
}
type Fault = { path: string; code: string; limit?: number }
type Values = Record<string, unknown>

/**
 * A form's check against the very schema that the server will check: sentences by field path (`lines.0.price`).
 * An empty field counts as not given.
 */
export function against(schema: TSchema): (values: Values) => Record<string, string> {
  return (values) =>
    Object.fromEntries(
      faultsOf(schema as Schema, toSend(schema, values)).map(({ path, code, limit }) => [
        path,
        sentence(code, limit === undefined ? {} : { limit }),
      ]),
    )
}

/** What a form sends: text without blanks at its ends, empty text as nothing. */
export function toSend<V extends Values>(schema: TSchema, values: V): V {
  return cleaned(schema, values) as V
}

function cleaned(schema: Schema | undefined, value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? (isNullable(schema) ? null : undefined) : value.trim()
  if (Array.isArray(value)) return value.map((one) => cleaned(schema?.items, one))
  if (typeof value !== 'object' || value === null) return value
  const properties = real(schema)?.properties ?? {}
  const entries = Object.entries(value).map(([name, one]) => [name, cleaned(properties[name], one)] as const)
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined))
}

const isNullable = (schema: Schema | undefined): boolean =>
  Array.isArray(schema?.type) || (schema?.anyOf?.some(({ type }) => type === 'null') ?? false)

const notNull = (types: readonly string[]): string => types.find((one) => one !== 'null') ?? 'null'

/** Of «this or null», this. */
function real(schema: Schema | undefined): Schema | undefined {
  if (schema && typeof schema.type === 'object') return { ...schema, type: notNull(schema.type) }
  return isNullable(schema) ? schema?.anyOf?.find(({ type }) => type !== 'null') : schema
}

export function faultsOf(given: Schema, value: unknown, path = ''): Fault[] {
  if (value === null && isNullable(given)) return []
  const schema = real(given) ?? given
  if (schema.anyOf)
    return schema.anyOf.some((one) => faultsOf(one, value, path).length === 0) ? [] : [{ path, code: 'field.wrong' }]
  if (schema.properties) return ofObject(schema, (value ?? {}) as Values, path)
  if (schema.type === 'array') return ofArray(schema, value, path)
  const fault = ofPlain(schema, value)
  return fault ? [{ path, ...fault }] : []
}

function ofObject({ properties = {}, required = [] }: Schema, value: Values, path: string): Fault[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const under = path ? `${path}.${name}` : name
    if (value[name] !== undefined) return faultsOf(schema, value[name], under)
    return required.includes(name) ? [{ path: under, code: 'field.required' }] : []
  })
}

function ofArray({ items = {}, minItems = 0, maxItems = Infinity }: Schema, value: unknown, path: string): Fault[] {
  if (!Array.isArray(value)) return [{ path, code: 'field.wrong' }]
  if (value.length < minItems) return [{ path, code: 'field.too_few', limit: minItems }]
  if (value.length > maxItems) return [{ path, code: 'field.too_many', limit: maxItems }]
  return value.flatMap((one, i) => faultsOf(items, one, `${path}.${i}`))
}

function ofPlain(schema: Schema, value: unknown): Omit<Fault, 'path'> | null {
  if (schema.enum && !schema.enum.includes(value)) return { code: 'field.not_listed' }
  if ('const' in schema && schema.const !== value) return { code: 'field.wrong' }
  if (schema.type === 'string') return ofText(schema, value)
  if (schema.type === 'integer' || schema.type === 'number') return ofNumber(schema, value)
  if (schema.type === 'boolean') return typeof value === 'boolean' ? null : { code: 'field.wrong' }
  return null
}

function ofText(
  { minLength = 0, maxLength = Infinity, pattern, format }: Schema,
  value: unknown,
): Omit<Fault, 'path'> | null {
  if (typeof value !== 'string') return { code: 'field.wrong' }
  if (value.length < minLength) return { code: 'field.too_short', limit: minLength }
  if (value.length > maxLength) return { code: 'field.too_long', limit: maxLength }
  if (pattern && !new RegExp(pattern, 'u').test(value)) return { code: 'field.format' }
  return ofFormat(format, value)
}

function ofFormat(format: string | undefined, value: string): Omit<Fault, 'path'> | null {
  if (format === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(value)) return { code: 'field.email' }
  if (format === 'date' && new Date(`${value}T00:00Z`).toJSON()?.slice(0, 10) !== value) return { code: 'field.day' }
  if (format === 'date-time' && Number.isNaN(Date.parse(value))) return { code: 'field.when' }
  if (format === 'uuid' && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value))
    return { code: 'field.required' }
  return null
}

function ofNumber(
  { type, minimum = -Infinity, maximum = Infinity }: Schema,
  value: unknown,
): Omit<Fault, 'path'> | null {
  if (typeof value !== 'number' || (type === 'integer' && !Number.isInteger(value))) return { code: 'field.wrong' }
  if (value < minimum) return { code: 'field.too_small', limit: minimum }
  return value > maximum ? { code: 'field.too_large', limit: maximum } : null
}
