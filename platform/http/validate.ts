import { Compile } from 'typebox/compile'
import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'

/** What is wrong with one field, by its path in the request (`lines.0.price`) and a code of the catalogue. */
export type FieldFault = { path: string; code: string; facts?: Record<string, unknown> }

/** Thrown by the schema of a request; the error hook answers 422 with every faulty field. */
export class BadRequest extends Error {
  readonly faults: FieldFault[]
  constructor(faults: FieldFault[]) {
    super('field.invalid')
    this.faults = faults
  }
}

type Answer = { value: unknown } | { error: BadRequest }

/**
 * The check of one part of a request. Unknown fields are refused, never dropped: a misspelt name must not
 * pass for a missing one. Text of paths and queries becomes numbers and booleans where the schema says so. Made at the
 * first request, as replies are (serialize.ts).
 */
export function validator(schema: TSchema, part: string | undefined): (given: unknown) => Answer {
  const compile = () => Compile(closed(schema) as TSchema)
  let made: ReturnType<typeof compile> | undefined
  const fromText = (part === 'querystring' || part === 'params') && !isAllText(schema)
  return (given) => {
    const check = (made ??= compile())
    const value = fromText ? Value.Convert(schema, listsOf(schema, given)) : given
    if (check.Check(value)) return { value }
    return { error: new BadRequest(faultsOf(check.Errors(value) as Iterable<RawError>)) }
  }
}

/** Whether nothing of it is to become anything else than the text it comes as: ids in a path. */
function isAllText(schema: TSchema): boolean {
  const { properties = {} } = schema as { properties?: Record<string, { type?: unknown }> }
  return Object.values(properties).every(({ type }) => type === 'string')
}

/** `?stage=a` is a list of one where the schema wants a list. */
function listsOf(schema: TSchema, given: unknown): unknown {
  const { properties } = schema as { properties?: Record<string, { type?: unknown }> }
  if (!properties || typeof given !== 'object' || given === null) return given
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      properties[name]?.type === 'array' && !Array.isArray(value) ? [value] : value,
    ]),
  )
}

type Json = { [name: string]: unknown }

/** The schema with every object closed against unknown names. */
export function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const entries = Object.entries(schema as Json).map(([name, value]) => [name, name === 'enum' ? value : closed(value)])
  const copy = Object.fromEntries(entries) as Json
  if (copy['type'] === 'object' && copy['properties'] && copy['additionalProperties'] === undefined)
    copy['additionalProperties'] = false
  return copy
}

type RawError = { keyword: string; instancePath: string; params: Json }

const CODES: Record<string, string> = {
  required: 'field.required',
  additionalProperties: 'field.unknown',
  minLength: 'field.too_short',
  maxLength: 'field.too_long',
  minimum: 'field.too_small',
  maximum: 'field.too_large',
  minItems: 'field.too_few',
  maxItems: 'field.too_many',
  enum: 'field.not_listed',
  format: 'field.format',
  pattern: 'field.format',
}

function faultsOf(errors: Iterable<RawError>): FieldFault[] {
  const faults = [...errors].flatMap(faultOf)
  const seen = new Set<string>()
  return faults.filter(({ path }) => !seen.has(path) && seen.add(path)).slice(0, 50)
}

function faultOf({ keyword, instancePath, params }: RawError): FieldFault[] {
  const path = instancePath.slice(1).replaceAll('/', '.')
  const under = (name: string) => (path ? `${path}.${name}` : name)
  if (keyword === 'required')
    return (params['requiredProperties'] as string[]).map((name) => ({ path: under(name), code: 'field.required' }))
  if (keyword === 'additionalProperties')
    return (params['additionalProperties'] as string[]).map((name) => ({ path: under(name), code: 'field.unknown' }))
  if (keyword === 'boolean' || keyword === 'anyOf') return keyword === 'anyOf' ? [{ path, code: 'field.wrong' }] : []
  const limit = params['limit']
  return [{ path, code: CODES[keyword] ?? 'field.wrong', ...(limit !== undefined && { facts: { limit } }) }]
}
