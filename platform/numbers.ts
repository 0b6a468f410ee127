import type { Doorway } from './db/transaction.ts'

const UUID = /^[0-9a-f-]{36}$/i

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
    if (!UUID.test(company_id) || !/^[a-z_]+$/.test(kind)) throw new Error('a number of nothing')
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

/** Takes so many numbers in a row; the last of them. */
async function take({ pool }: Doorway, { company_id, kind, many }: Lot): Promise<number> {
  // One message of several statements is one transaction; the driver lets only reserved connections say BEGIN.
  const results = (await pool
    .unsafe(
      `select set_config('synchronous_commit', 'off', true), set_config('role', 'naryad_app', true),
         set_config('app.viewer', 'system', true), set_config('app.company_id', '${company_id}', true);
       insert into counters (company_id, kind, last) values ('${company_id}', '${kind}', ${many})
       on conflict (company_id, kind) do update set last = counters.last + ${many} returning last`,
    )
    .simple()) as unknown as { last?: string }[][]
  const row = results.flat().find((one) => one.last !== undefined)
  if (row?.last === undefined) throw new Error(`no number of ${kind}`)
  return Number(row.last)
}
