import { uuidv7 } from 'uuidv7'
import type { EndpointShape, Input, Reply } from '#contract/endpoint.ts'

/** Somebody with a browser of his own: his cookies. */
export type Person = { cookies: Map<string, string> }
export const anybody = (): Person => ({ cookies: new Map() })

/** A refusal's body: RFC 9457 problem details with our code. */
export type Problem = {
  status: number
  code: string
  facts?: Record<string, unknown>
  errors?: { path: string; code: string }[]
}
/** `body` is the reply where the status is 200, else a problem. Tests look at the status first. */
export type Answer<E extends EndpointShape> = { status: number; body: Reply<E> & Problem; headers: Headers }

export type Manner = { key?: string; if_match?: number; headers?: Record<string, string> }

/** An endpoint with its input. */
export type Asked<E extends EndpointShape> = { at: E; input: Input<E>; manner?: Manner }

/** Calls an endpoint of the contract as a person, over HTTP. POSTs carry a fresh Idempotency-Key unless one is given. */
export async function callAt<E extends EndpointShape>(
  url: string,
  person: Person,
  { at, input, manner = {} }: Asked<E>,
): Promise<Answer<E>> {
  const { path, query, body } = partsOf(at, input as Record<string, unknown>)
  const response = await fetch(`${url}/api${path}${query}`, {
    method: at.method,
    headers: {
      cookie: cookiesOf(person),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(at.method === 'POST' && { 'idempotency-key': manner.key ?? uuidv7() }),
      ...(manner.if_match !== undefined && { 'if-match': String(manner.if_match) }),
      ...manner.headers,
    },
    ...(body !== undefined && { body }),
  })
  keepCookies(person, response.headers)
  return { status: response.status, headers: response.headers, body: (await response.json()) as Reply<E> & Problem }
}

/** Calls the sign-in library's own endpoints. */
export async function accountAt(url: string, person: Person, path: string, body: unknown): Promise<Response> {
  const response = await fetch(`${url}/api/auth${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: url,
      cookie: cookiesOf(person),
    },
    body: JSON.stringify(body),
  })
  keepCookies(person, response.headers)
  return response
}

function keepCookies(person: Person, headers: Headers): void {
  for (const line of headers.getSetCookie()) {
    const [pair = ''] = line.split(';')
    const at = pair.indexOf('=')
    person.cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }
}

function partsOf(at: EndpointShape, input: Record<string, unknown>) {
  const path = at.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input[name])))
  const asked = Object.keys(at.query?.properties ?? {}).flatMap((name) =>
    [input[name]]
      .flat()
      .filter((value) => value !== undefined)
      .map((value) => [name, String(value as string | number | boolean)] as [string, string]),
  )
  const query = asked.length > 0 ? `?${new URLSearchParams(asked)}` : ''
  const own = new Set([...Object.keys(at.params?.properties ?? {}), ...Object.keys(at.query?.properties ?? {})])
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !own.has(name)))
  return { path, query, body: at.body ? JSON.stringify(rest) : undefined }
}

/** Uploads a file as a person; the reply's body as text. */
export async function uploadAt(url: string, person: Person, path: string, file: File): Promise<Response> {
  const form = new FormData()
  form.set('file', file)
  return fetch(`${url}${path}`, { method: 'POST', headers: { cookie: cookiesOf(person) }, body: form })
}

/** Opens an address of the product with a person's cookies. */
export const openAt = (url: string, person: Person, path: string): Promise<Response> =>
  fetch(`${url}${path}`, { headers: { cookie: cookiesOf(person) } })

const cookiesOf = (person: Person): string => [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
