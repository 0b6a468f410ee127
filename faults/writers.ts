import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Dice } from './dice.ts'
import type { Write } from './loads.ts'

/** What came of the writes: by mark, and how often an answer was something else than yes. */
export type Told = {
  acknowledged: Set<string>
  abandoned: Set<string>
  unsettled: Set<string>
  troubles: Map<string, number>
}

type Task = { url: string; dice: Dice; writeOf: (mark: string) => Write; writers: number }

/**
 * Writes without pause until told to stop. A write that got no yes is repeated with its key until it gets one, or,
 * now and then, left alone: then it may be there or not.
 */
export function startWriters({ url, dice, writeOf, writers }: Task) {
  const told: Told = { acknowledged: new Set(), abandoned: new Set(), unsettled: new Set(), troubles: new Map() }
  let last = 0
  let stopping = Infinity

  async function settle(mark: string): Promise<void> {
    const [write, key] = [writeOf(mark), randomUUID()]
    for (;;) {
      const trouble = await attempt(url, write, key)
      if (trouble === null) return void told.acknowledged.add(mark)
      told.troubles.set(trouble, (told.troubles.get(trouble) ?? 0) + 1)
      if (dice.oneIn(10)) return void told.abandoned.add(mark)
      if (Date.now() > stopping) return void told.unsettled.add(mark)
      await pause(dice.between(20, 120))
    }
  }
  async function writer(): Promise<void> {
    while (stopping === Infinity) await settle(`write ${++last}`)
  }
  const all = Promise.all(Array.from({ length: writers }, writer))
  return {
    /** Lets every write under way be settled, for half a minute at most. */
    async finish(): Promise<Told> {
      stopping = Date.now() + 30_000
      await all
      return told
    },
  }
}

async function attempt(url: string, { path, body, cookie }: Write, key: string): Promise<string | null> {
  const headers = { 'content-type': 'application/json', origin: url, 'idempotency-key': key, cookie }
  try {
    const answer = await fetch(url + path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    })
    await answer.arrayBuffer()
    return answer.ok ? null : String(answer.status)
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } }
    return cause?.code ?? name
  }
}
