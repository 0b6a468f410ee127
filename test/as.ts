import type { EndpointShape, Input, Reply } from '#contract/endpoint.ts'
import { accountAt, type Answer, callAt, type Manner, openAt, type Person } from './http.ts'
import { product } from './product.ts'

export { anybody, type Answer, type Person, type Problem } from './http.ts'

/** Calls an endpoint of the contract as a person, over HTTP. POSTs carry a fresh Idempotency-Key unless one is given. */
export async function as<E extends EndpointShape>(
  person: Person,
  at: E,
  input: Input<E>,
  manner: Manner = {},
): Promise<Answer<E>> {
  return callAt((await product()).url, person, { at, input, manner })
}

/** The reply of a call that a test's setup needs to succeed. */
export async function done<E extends EndpointShape>(person: Person, at: E, input: Input<E>): Promise<Reply<E>> {
  const { status, body } = await as(person, at, input)
  if (status !== 200) throw new Error(`${at.method} ${at.path}: ${status} ${JSON.stringify(body)}`)
  return body
}

/** Calls the sign-in library's own endpoints. */
export async function account(person: Person, path: string, body: unknown): Promise<Response> {
  return accountAt((await product()).url, person, path, body)
}

/** Opens an address of the product with a person's cookies. */
export async function open(person: Person, path: string): Promise<Response> {
  return openAt((await product()).url, person, path)
}
