import { existsSync, readFileSync } from 'node:fs'

/** The Bot API as data: every method and type with its fields. Not everybody who runs the tests has it. */
type Field = { name: string; types: string[]; required: boolean; description: string }
type Spec = {
  methods: Record<string, { fields?: Field[] }>
  types: Record<string, { fields?: Field[]; subtypes?: string[] }>
}

const path = new URL('../../../shared/corpora/telegram/bot-api.json', import.meta.url)
const spec: Spec | null = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Spec) : null

/** Whether calls are checked field by field. */
export const strict = spec !== null

/** What is wrong with a call, in Telegram's manner; null when it may pass. Files are given as `InputFile`s. */
export function faultOfCall(method: string, given: Record<string, unknown>): string | null {
  if (!spec) return null
  const known = spec.methods[method]
  return known ? faultOfFields(known.fields ?? [], given, method) : 'Not Found'
}

/** What is wrong with something that a test makes up to come from Telegram. */
export function faultOfType(type: string, value: unknown): string | null {
  return spec ? faultOfValue([type], value, type) : null
}

/** Stands for bytes that came beside the fields of a call. */
export class Attached {
  readonly name: string
  readonly bytes: Buffer

  constructor(name: string, bytes: Buffer) {
    this.name = name
    this.bytes = bytes
  }
}

/** Fields of a type; none where the data is not here. */
export const fieldsOf = (type: string): readonly Field[] => spec?.types[type]?.fields ?? []

/** A valid value of a type: the required fields, and those that are named; `pick` gives numbers below a bound. */
export function made(type: string, pick: (below: number) => number, named: readonly string[] = []): unknown {
  if (type.startsWith('Array of ')) return [made(type.slice(9), pick)]
  if (type === 'Integer') return 1 + pick(2_000_000_000)
  if (type === 'Float') return pick(90) + 0.5
  if (type === 'String') return `слово ${pick(1000)}`
  if (type === 'Boolean' || type === 'True') return true
  const known = spec?.types[type]
  if (known?.subtypes) return made(known.subtypes[pick(known.subtypes.length)] ?? 'String', pick)
  const wanted = (known?.fields ?? []).filter(({ name, required }) => required || named.includes(name))
  return Object.fromEntries(wanted.map(({ name, types }) => [name, made(types[pick(types.length)] ?? 'String', pick)]))
}

function faultOfFields(fields: readonly Field[], given: Record<string, unknown>, at: string): string | null {
  for (const { name, required } of fields)
    if (required && given[name] === undefined) return `Bad Request: ${at} lacks ${name}`
  for (const [name, value] of Object.entries(given)) {
    const field = fields.find((each) => each.name === name)
    if (!field) return `Bad Request: ${at} has no ${name}`
    const fault = faultOfValue(field.types, value, `${at}.${name}`) ?? faultOfLength(field, value)
    if (fault) return fault
  }
  return null
}

function faultOfValue(types: readonly string[], value: unknown, at: string): string | null {
  const faults = types.map((type) => faultOfOne(type, value, at))
  return faults.includes(null) ? null : (faults.toSorted((a, b) => (b?.length ?? 0) - (a?.length ?? 0))[0] ?? null)
}

const PLAIN: Record<string, (value: unknown) => boolean> = {
  InputFile: (value) => value instanceof Attached,
  Integer: (value) => Number.isInteger(value),
  Float: (value) => typeof value === 'number',
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  True: (value) => value === true,
}

function faultOfOne(type: string, value: unknown, at: string): string | null {
  const wrong = `Bad Request: ${at} is no ${type}`
  if (type.startsWith('Array of ')) {
    if (!Array.isArray(value)) return wrong
    return value.map((one) => faultOfOne(type.slice(9), one, at)).find((fault) => fault !== null) ?? null
  }
  const plain = PLAIN[type]
  if (plain) return plain(value) ? null : wrong
  if (typeof value !== 'object' || value === null || value instanceof Attached) return wrong
  const known = spec?.types[type]
  if (known?.subtypes) return faultOfValue(known.subtypes, value, at)
  return faultOfFields(known?.fields ?? [], value as Record<string, unknown>, at)
}

/** «1-4096 characters» stands in the description only. */
function faultOfLength({ name, description }: Field, value: unknown): string | null {
  const [, least, most] = /(\d+)-(\d+) characters/.exec(description) ?? []
  if (typeof value !== 'string' || !most) return null
  if (value.length > Number(most))
    return name === 'caption'
      ? 'Bad Request: message caption is too long'
      : `Bad Request: ${name === 'text' ? 'message' : name} is too long`
  return value.length < Number(least) ? `Bad Request: ${name === 'text' ? 'message text' : name} is empty` : null
}
