import { uuidv7 } from 'uuidv7'
import { inTransaction } from '#platform/db/transaction.ts'
import { product } from '../product.ts'

const eyesOf = (company_id: string) => ({ kind: 'system', company_id, subject_id: null, only_order_id: null }) as const

/**
 * Staff who have been there since a moment, all under the owner, without an account each: a password costs a tenth of a
 * second. Gives the ids of all, the owner's first.
 */
export async function plantStaff(company_id: string, owner_id: string, size: number, since: Date): Promise<string[]> {
  const { process } = await product()
  const ids = Array.from({ length: size - 1 }, () => uuidv7())
  await inTransaction(process.doorway, eyesOf(company_id), {
    read_only: false,
    run: async (db) => {
      const plain = { company_id, kind: 'staff', role: 'member', state: 'active', created_at: since } as const
      const members = ids.map((id, n) => ({ ...plain, id, name: `Сотрудник ${n}`, head_id: owner_id }))
      await db.insertInto('members').values(members).execute()
      const placed = ids.map((member_id) => ({
        company_id,
        id: uuidv7(),
        member_id,
        head_id: owner_id,
        from_at: since,
      }))
      await db.insertInto('placements').values(placed).execute()
    },
  })
  return [owner_id, ...ids]
}

/** All placements that were ever made in a company, in the order of their moments. */
export async function placementsOf(company_id: string) {
  const { process } = await product()
  return inTransaction(process.doorway, eyesOf(company_id), {
    read_only: true,
    run: (db) =>
      db
        .selectFrom('placements')
        .select(['member_id', 'head_id', 'from_at', 'to_at'])
        .where('company_id', '=', company_id)
        .orderBy('from_at')
        .orderBy('id')
        .execute(),
  })
}
