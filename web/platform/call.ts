import type { EndpointShape, Input, Reply } from '#contract/endpoint.ts'
import { offline, Problem } from './problem.ts'
import { proved } from './proof.ts'

/** What the client keeps of an endpoint: the build leaves the reply's schema at home. */
export type Callable = Pick<EndpointShape, 'method' | 'path' | 'params' | 'query' | 'body'>

export type CallOptions = {
  /** The version of the row that was on screen (If-Match): a change on top of someone else's is refused. */
  version?: number
  /** One per act of a person: repeats of the same act carry the same key, and have one effect. */
  key?: string
  signal?: AbortSignal
  /** The answer to this very request when it was asked for before this code was there. */
  ahead?: Promise<Response>
}

/** How long to wait before another try when the network failed: a phone in a lift is back within seconds. */
const PAUSES = [400, 1600]
/**
 * Up to how many characters an act outlives its page: who presses and closes the tab at once has done it. The browser
 * carries 64 KiB on for all that was begun (WHATWG Fetch, «keepalive»).
 */
const OUTLIVES = 8000
const listeners = new Set<() => void>()

/** A key for one act. randomUUID is missing where the page came by plain http from another machine. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Called when the server says that nobody is signed in. */
export function whenStranger(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Asks the server: an endpoint of the contract and its input as one flat object.
 *
 * Throws a Problem. A failed network is tried again here, under the same Idempotency-Key, so that a person who
 * presses once never does a thing twice.
 */
export async function call<const E extends EndpointShape>(
  at: E,
  input: Input<E>,
  options: CallOptions = {},
): Promise<Reply<E>> {
  const early = await usable(options.ahead?.catch(() => undefined))
  if (early) return answered<Reply<E>>(early)
  const request = requestOf(at, input as Record<string, unknown>, options)
  return proved(() => replyTo<Reply<E>>(request, options.signal))
}

async function replyTo<T>(first: Sent, signal?: AbortSignal): Promise<T> {
  let request = first
  for (const pause of PAUSES) {
    const answer = await sent(request, signal)
    if (answer) return answered<T>(answer)
    // Where the browser had no room left for one that outlives its page, it goes as any other.
    request = { ...first, init: { ...first.init, keepalive: false } }
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  const answer = await sent(request, signal)
  if (!answer) throw offline()
  return answered<T>(answer)
}

export type Sent = { url: string; init: RequestInit }

/** Where an input goes: into the path, the query and the body, by the endpoint's schemas. */
export function requestOf(at: Callable, input: Record<string, unknown>, options: CallOptions = {}): Sent {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (at.body) headers['content-type'] = 'application/json'
  if (at.method === 'POST') headers['idempotency-key'] = options.key ?? newKey()
  if (options.version !== undefined) headers['if-match'] = `"${options.version}"`
  const body = at.body ? JSON.stringify(picked(at.body, input)) : undefined
  return {
    url: `/api${pathOf(at, input)}${queryOf(at, input)}`,
    init: {
      method: at.method,
      headers,
      credentials: 'same-origin',
      keepalive: at.method !== 'GET' && (body?.length ?? 0) < OUTLIVES,
      ...(body !== undefined && { body }),
    },
  }
}

function pathOf(at: Callable, input: Record<string, unknown>): string {
  return at.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(asText(input[name])))
}

function queryOf(at: Callable, input: Record<string, unknown>): string {
  if (!at.query) return ''
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(picked(at.query, input))) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== null) query.append(name, asText(one))
  }
  const text = query.toString()
  return text && `?${text}`
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

function picked(schema: { properties: object }, input: Record<string, unknown>): Record<string, unknown> {
  const names = Object.keys(schema.properties).filter((name) => input[name] !== undefined)
  return Object.fromEntries(names.map((name) => [name, input[name]]))
}

/** The answer; null when there was none, so that another try is right. */
async function sent({ url, init }: Sent, signal?: AbortSignal): Promise<Response | null> {
  try {
    const early = init.method === 'GET' ? askedAhead(url) : undefined
    return await usable(early ?? fetch(url, signal ? { ...init, signal } : init))
  } catch (error) {
    if (signal?.aborted) throw error
    return null
  }
}

declare global {
  /** What facts.js has asked for ahead of the page's code, by its address. */
  var asked: Record<string, Promise<Response>> | undefined
}

/** The answer that is on its way, once: whoever asks again asks anew, and facts.js, should it come later, not at all. */
function askedAhead(url: string): Promise<Response> | undefined {
  const asked = (globalThis.asked ??= {})
  const answer = asked[url]
  delete asked[url]
  return answer
}

/** An answer that is one: not of a server that is away behind its proxy. */
async function usable(asked: Promise<Response | undefined> | undefined): Promise<Response | null> {
  const answer = await asked
  return answer && ![502, 503, 504].includes(answer.status) ? answer : null
}

async function answered<T>(answer: Response): Promise<T> {
  const body: unknown = await answer.json().catch(() => ({}))
  if (answer.ok) return body as T
  if (answer.status === 401) for (const listener of listeners) listener()
  throw new Problem(answer.status, body as ConstructorParameters<typeof Problem>[1])
}
