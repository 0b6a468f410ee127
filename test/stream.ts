import assert from 'node:assert/strict'
import type { Person } from './as.ts'
import { product } from './product.ts'

export type Message = { id: string; event: string; data: { id?: string; name?: string; subject_id?: string } }

type Past = { last_event_id?: string; shown_for?: number }

/** A browser's live stream: messages as they come. */
export async function listen(person: Person, { last_event_id, shown_for }: Past = {}) {
  const { url } = await product()
  const stop = new AbortController()
  const response = await fetch(`${url}/api/live${shown_for === undefined ? '' : `?shown_for=${shown_for}`}`, {
    headers: {
      cookie: [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(last_event_id && { 'last-event-id': last_event_id }),
    },
    signal: stop.signal,
  })
  assert.equal(response.status, 200)
  const messages = read(response.body!)
  const next = async () => (await messages.next()).value as Message
  /** All ids heard up to and with the given ones: older facts may come again, hearing twice is allowed. */
  const until = async (...ids: string[]) => {
    const heard: Message[] = []
    while (!ids.every((id) => heard.some(({ data }) => data.id === id))) heard.push(await next())
    return heard
  }
  return { next, until, end: () => stop.abort() }
}

async function* read(body: ReadableStream<Uint8Array>): AsyncGenerator<Message> {
  let rest = ''
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    rest += chunk
    const parts = rest.split('\n\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1] ?? ''
      if (field('data'))
        yield { id: field('id'), event: field('event'), data: JSON.parse(field('data')) as Message['data'] }
    }
  }
}
