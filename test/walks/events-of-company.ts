import { sql } from 'kysely'
import { systemIn } from '#platform/jobs/worker.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { product } from '../product.ts'

/** How many facts a company's history has: a walk of strangers must leave it as it was. */
export async function eventsOfCompany(company_id: string): Promise<number> {
  const { process } = await product()
  return inTransaction(process.doorway, systemIn(company_id), {
    read_only: true,
    run: async (db) => {
      const { rows } = await sql<{
        n: number
      }>`select count(*)::int as n from events where company_id = ${company_id}`.execute(db)
      return rows[0]?.n ?? 0
    },
  })
}
