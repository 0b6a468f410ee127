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
  return async (company_id: string, kind: string): Promise<number> => {
    if (!UUID.test(company_id) || !/^[a-z_]+$/.test(kind)) throw new Error('a number of nothing')
    // One message of several statements is one transaction; the driver lets only reserved connections say BEGIN.
    const results = (await doorway.pool
      .unsafe(
        `select set_config('synchronous_commit', 'off', true), set_config('role', 'naryad_app', true),
           set_config('app.viewer', 'system', true), set_config('app.company_id', '${company_id}', true);
         insert into counters (company_id, kind, last) values ('${company_id}', '${kind}', 1)
         on conflict (company_id, kind) do update set last = counters.last + 1 returning last`,
      )
      .simple()) as unknown as { last?: string }[][]
    const row = results.flat().find((one) => one.last !== undefined)
    if (row?.last === undefined) throw new Error(`no number of ${kind}`)
    return Number(row.last)
  }
}
