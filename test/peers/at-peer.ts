import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import type { Config } from '#platform/config.ts'
import type { World } from '#platform/ctx.ts'
import {
  type Access,
  type Adapter,
  ChannelFault,
  type Cursor,
  type Outgoing,
  type OutgoingFile,
  type Signal,
} from '#server/inbox/channels/adapter.ts'

/** What an adapter needs of the process, at a stand-in instead of its provider. */
export const worldAt = (config: Partial<Config>): World =>
  ({
    config: { public_url: 'https://naryad.example', secret: 's'.repeat(32), ...config },
    now: () => new Date(),
  }) as unknown as World

type Where = { access: Access; world: World; cursor?: Cursor }

/** Follows a provider until as many signals as named came; gives them, and how far it is read. */
export async function followUntil(
  { follow }: Pick<Adapter, 'follow'>,
  count: number,
  { access, world, cursor = {} }: Where,
): Promise<{ taken: Signal[]; cursor: Cursor }> {
  const stop = new AbortController()
  const taken: Signal[] = []
  let read = cursor
  const take = async (signals: readonly Signal[], next: Cursor): Promise<void> => {
    taken.push(...signals)
    read = next
    if (taken.length >= count) stop.abort()
  }
  await follow?.({ access, world, cursor, signal: stop.signal, take, alive: async () => {}, log() {} })
  return { taken, cursor: read }
}

/** An answer of ours on its way out. */
export const outgoing = (more: Partial<Outgoing> = {}): Outgoing => ({
  message_id: crypto.randomUUID(),
  to: null,
  conversation: { id: 'd1', external_key: '501', title: null, facts: {} },
  author: { name: 'Олег', company: 'Ремонт' },
  text: 'Мастер будет в 15:00',
  files: [],
  reply_to: null,
  last_in: null,
  now: new Date(),
  ...more,
})

export const fileOut = (name: string, mime: string, bytes = Buffer.from(name)): OutgoingFile => ({
  id: name,
  name,
  mime,
  size: bytes.length,
  open: () => Readable.from([bytes], { objectMode: false }),
})

/** Says whether what was thrown is this fault of a channel, and nothing more than that. */
export const faultLike =
  (code: string, more: { permanent?: boolean; reach?: 'blocked' } = {}) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof ChannelFault, String(error))
    const { permanent, reach } = error
    assert.deepEqual({ code: error.code, permanent, reach }, { code, permanent: false, reach: null, ...more })
    return true
  }
