import type { World } from '#platform/ctx.ts'
import { type Access, ChannelFault } from '../adapter.ts'
import { faultOf } from './faults.ts'

type Asked = { query?: Record<string, string | number | undefined>; body?: unknown; signal?: AbortSignal | undefined }

/** MAX's interface for bots; what it throws is a ChannelFault. */
export type Max = {
  call<T>(method: 'GET' | 'POST' | 'DELETE', path: string, asked?: Asked): Promise<T>
  /** Gives a file to an address that MAX named, and reads what it says. */
  upload(url: string, file: { name: string; bytes: Blob }): Promise<Record<string, unknown>>
}

/** Longer than MAX holds an empty answer back, and enough for a large file. */
const PATIENCE_MS = 120_000

export function maxOf({ secrets }: Pick<Access, 'secrets'>, { config, now }: Pick<World, 'config' | 'now'>): Max {
  const token = secrets['token']
  // What is no header's text cannot be a key either.
  if (typeof token !== 'string' || !/^[\w.~+/=-]{8,}$/.test(token)) throw new ChannelFault('channel.token_wrong')
  const send = async (url: URL | string, init: RequestInit, signal?: AbortSignal): Promise<Response> => {
    const late = AbortSignal.timeout(PATIENCE_MS)
    try {
      return await fetch(url, { ...init, signal: signal ? AbortSignal.any([signal, late]) : late })
    } catch (error) {
      signal?.throwIfAborted()
      throw new ChannelFault('channel.unreachable', causeOf(error))
    }
  }
  return {
    async call(method, path, { query = {}, body, signal } = {}) {
      const url = new URL(`${config.max_api_url}${path}`)
      for (const [name, value] of Object.entries(query))
        if (value !== undefined) url.searchParams.set(name, String(value))
      const headers = { authorization: token, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
      const reply = await send(
        url,
        { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) },
        signal,
      )
      const said = (await reply.json().catch(() => ({}))) as never
      // Some refusals come with 200 and say so inside.
      if (reply.ok && (said as { success?: boolean }).success !== false) return said
      throw faultOf(reply.status, said, { now: now(), retry_after: reply.headers.get('retry-after') })
    },
    async upload(url, { name, bytes }) {
      const form = new FormData()
      form.set('data', bytes, name)
      const reply = await send(url, { method: 'POST', body: form })
      const text = await reply.text()
      if (!reply.ok) throw faultOf(reply.status, { message: text.slice(0, 200) }, { now: now(), retry_after: null })
      return asObject(text)
    },
  }
}

/** Videos and sounds are answered with XML, of which nothing is needed. */
function asObject(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}

function causeOf(error: unknown): string {
  const { cause, name } = error as { cause?: { code?: string }; name?: string }
  return cause?.code ?? name ?? ''
}
