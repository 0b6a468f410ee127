import type { FastifyInstance } from 'fastify'
import type { EndpointShape, Input, Reply } from '#contract/endpoint.ts'

/** Somebody with a browser of his own: his cookies. */
export type Person = { cookies: Map<string, string> }
export const anybody = (): Person => ({ cookies: new Map() })

export type Caller = ReturnType<typeof callerOn>

/**
 * Calls the product as people do, by its endpoints, without a network between. A refusal ends the demo: a month
 * that the rules do not allow is not shown to anybody.
 */
export function callerOn(app: FastifyInstance, origin: string) {
  const send = async (person: Person, request: Sent) => {
    const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await app.inject({ ...request, headers: { ...request.headers, cookie, origin } })
    for (const { name, value } of answer.cookies) person.cookies.set(name, encodeURIComponent(value))
    if (answer.statusCode !== 200)
      throw new Error(`${request.method} ${request.url}: ${answer.statusCode} ${answer.body}`)
    return answer
  }
  return {
    async do<E extends EndpointShape>(person: Person, at: E, input: Input<E>): Promise<Reply<E>> {
      return (await send(person, requestOf(at, input as Record<string, unknown>))).json<Reply<E>>()
    },
    /** The sign-in library's own endpoints. */
    async account(person: Person, path: string, body: object): Promise<void> {
      await send(person, { method: 'POST', url: `/api/auth${path}`, headers: JSON_BODY, payload: JSON.stringify(body) })
    },
    /** Sends a picture to an address that takes files; gives its id. */
    async upload(person: Person, url: string, { name, bytes }: Picture): Promise<string> {
      const form = new FormData()
      form.set('file', new File([bytes], name, { type: 'image/jpeg' }))
      const wire = new Response(form)
      const headers = { 'content-type': wire.headers.get('content-type') ?? '' }
      const payload = Buffer.from(await wire.arrayBuffer())
      return (await send(person, { method: 'POST', url, headers, payload })).json<{ id: string }>().id
    },
  }
}

export type Picture = { name: string; bytes: Uint8Array<ArrayBuffer> }
type Sent = {
  method: EndpointShape['method']
  url: string
  headers?: Record<string, string>
  payload?: string | Buffer
}
const JSON_BODY = { 'content-type': 'application/json' }

function requestOf(at: EndpointShape, input: Record<string, unknown>): Sent {
  const own = new Set([...Object.keys(at.params?.properties ?? {}), ...Object.keys(at.query?.properties ?? {})])
  const path = at.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input[name])))
  const asked = Object.entries(input).filter(([name]) => at.query?.properties[name])
  const query = new URLSearchParams(asked.map(([name, value]): [string, string] => [name, String(value)]))
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !own.has(name)))
  const url = `/api${path}${asked.length > 0 ? `?${query}` : ''}`
  return { method: at.method, url, ...(at.body && { headers: JSON_BODY, payload: JSON.stringify(rest) }) }
}
