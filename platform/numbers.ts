import type { Doorway } from './db/transaction.ts'

/**
 * Numbers of orders and tasks: rising, never twice, with gaps where a writer failed afterwards.
 *
 * Taken in a transaction of its own that does not wait for the disk, or all writers of a company would queue for
 * one another's commit. The order that carries the number commits later and flushes both: a crash loses either
 * both or none.
 */
export function numbersFrom(doorway: Doorway) {
  const waiting = new Map<string, Waiting[]>()
  const busy = new Set<string>()
  const serve = async (of: string, company_id: string, kind: string) => {
    busy.add(of)
    for (let asked = waiting.get(of); asked?.length; asked = waiting.get(of)) {
      waiting.delete(of)
      await hand(asked, take(doorway, { company_id, kind, many: asked.length }))
    }
    busy.delete(of)
  }
  /** Whoever asks while a number is on its way waits for the next statement, which takes for all of them. */
  return (company_id: string, kind: string): Promise<number> => {
    const of = `${company_id} ${kind}`
    const number = new Promise<number>((resolve, reject) => {
      const others = waiting.get(of) ?? []
      waiting.set(of, others)
      others.push({ resolve, reject })
    })
    if (!busy.has(of)) void serve(of, company_id, kind)
    return number
  }
}

type Waiting = { resolve: (number: number) => void; reject: (error: unknown) => void }

async function hand(asked: Waiting[], taken: Promise<number>): Promise<void> {
  try {
    const last = await taken
    asked.forEach(({ resolve }, i) => resolve(last - asked.length + 1 + i))
  } catch (error) {
    for (const { reject } of asked) reject(error)
  }
}

type Lot = { company_id: string; kind: string; many: number }

/** Takes so many numbers in a row; the last of them (db/migrations/0058). */
async function take({ pool, prepare }: Doorway, { company_id, kind, many }: Lot): Promise<number> {
  const call = 'select take_numbers($1::uuid, $2::text, $3::int) as last'
  const [row] = (await pool.unsafe(call, [company_id, kind, many], { prepare })) as unknown as { last: string | null }[]
  if (!row?.last) throw new Error(`no number of ${kind}`)
  return Number(row.last)
}
