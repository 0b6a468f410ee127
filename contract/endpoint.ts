import { Type, type Static, type TObject, type TSchema } from 'typebox'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Who may knock at all, before any right on a thing is asked.
 *
 * `open`: anybody. `self`: one of the staff as himself, also while he looks with the eyes of another. `person`: whoever is signed in, as himself, whatever company he works in. `user`: the same, with
 * the eyes of a member where he is one. `member`: staff and performers. `customer`: the holder of a personal link.
 */
export type Door = 'open' | 'person' | 'user' | 'self' | 'member' | 'staff' | 'performer' | 'customer'

export type EndpointShape = {
  method: Method
  /** Path below /api, parameters as `:name`. */
  path: string
  /** One line for the API's documentation. */
  summary: string
  /** `member` (staff and performers) unless said otherwise. */
  door?: Door
  /** Asks that the person has shown lately, by password, code or passkey, that it is he. */
  proof?: true
  /** The reply holds a secret that is shown once: it is not kept for repeats, a repeat makes another. */
  secret?: true
  /** Nobody else's to see, not of whoever looks with his eyes either. */
  private?: true
  params?: TObject
  query?: TObject
  body?: TObject
  reply: TSchema
}

/** An endpoint of the contract. `Input` of it is one flat object: path, query and body together. */
export type Endpoint = EndpointShape & { readonly is: 'endpoint' }

type Part<S> = S extends TObject ? Static<S> : unknown
/** What a caller gives: path parameters, query and body as one flat object. */
export type Input<E extends EndpointShape> = Part<E['params']> & Part<E['query']> & Part<E['body']>
/** What a caller gets. */
export type Reply<E extends EndpointShape> = Static<E['reply']>

export function endpoint<const E extends EndpointShape>(shape: E): E & { readonly is: 'endpoint' } {
  return { ...shape, is: 'endpoint' }
}

/** UUIDv7, made by the application. */
export const Id = Type.String({ format: 'uuid' })
/** An instant: ISO 8601 in UTC, as `2026-03-10T09:00:00.000Z`. */
export const When = Type.String({ format: 'date-time' })
/** A calendar day in the company's time zone: `2026-03-10`. */
export const Day = Type.String({ format: 'date' })
/** Whole minor units (kopecks) as digits in text; a minus may lead. */
export const Minor = Type.String({ pattern: '^-?\\d{1,18}$' })
export const Currency = Type.Unsafe<'BYN' | 'RUB' | 'USD' | 'EUR' | 'KZT'>({
  type: 'string',
  enum: ['BYN', 'RUB', 'USD', 'EUR', 'KZT'],
})
export type Currency = Static<typeof Currency>

/**
 * A value or null, written as a list of types where the schema has one: the reply's serializer then needs no
 * validator at run time, and OpenAPI 3.1 reads it as it stands.
 */
export function Nullable<S extends TSchema>(schema: S) {
  const { type, enum: words } = schema as { type?: unknown; enum?: unknown[] }
  if (typeof type !== 'string' || type === 'object' || type === 'array') return asUnion(schema)
  return Type.Unsafe<Static<S> | null>({ ...schema, type: [type, 'null'], ...(words && { enum: [...words, null] }) })
}
const asUnion = <S extends TSchema>(schema: S) => Type.Unsafe<Static<S> | null>({ anyOf: [schema, { type: 'null' }] })
/** A closed list of words, one flat `enum` in OpenAPI. */
export const OneOf = <const V extends readonly string[]>(...values: V) =>
  Type.Unsafe<V[number]>({ type: 'string', enum: [...values] })
/** Text a person typed, trimmed by the server. */
export const Text = (max: number, min = 1) => Type.String({ minLength: min, maxLength: max })
/** One page of a keyset list: give `next` back as `after` to go on; null on the last page. */
export const Page = <S extends TSchema>(row: S) => Type.Object({ rows: Type.Array(row), next: Nullable(Type.String()) })
/** For each act: null, the viewer may; else the code of the refusal and what stands in the way. */
export const Can = Nullable(
  Type.Object({ code: Type.String(), facts: Type.Optional(Type.Record(Type.String(), Type.Unknown())) }),
)
export type Can = Static<typeof Can>
export const Nothing = Type.Object({})
