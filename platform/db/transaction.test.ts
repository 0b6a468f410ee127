import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { product } from '#test/product.ts'
import { makeCompany } from '#test/world.ts'
import type { Db } from '../ctx.ts'
import { insertTrailing } from './kysely.ts'
import { inTransaction } from './transaction.ts'

/** A transaction of the program in a company, as the frame makes one for a request. */
async function within<T>(company_id: string, run: (db: Db) => Promise<T>): Promise<T> {
  const { process } = await product()
  const eyes = { kind: 'system', company_id, subject_id: null, only_order_id: null } as const
  return inTransaction(process.doorway, eyes, {
    read_only: false,
    run,
  })
}

const fact = (company_id: string, id: string) => ({
  company_id,
  id,
  name: 'company.registered',
  actor_kind: 'system' as const,
  subject_kind: 'company',
  subject_id: company_id,
  at: new Date(),
  facts: '{}' as never,
})

const isThere = (company_id: string, id: string): Promise<boolean> =>
  within(
    company_id,
    async (db) => (await db.selectFrom('events').select('id').where('id', '=', id).execute()).length > 0,
  )

test('rows that nobody has waited for are there when the transaction is over, and before what is asked next', async () => {
  const { id: company_id } = await makeCompany()
  const [first, second] = [uuidv7(), uuidv7()]
  const seen = await within(company_id, async (db) => {
    await insertTrailing(db, 'events', fact(company_id, first))
    const rows = await db.selectFrom('events').select('id').where('id', '=', first).execute()
    await insertTrailing(db, 'events', fact(company_id, second))
    return rows.length
  })
  assert.equal(seen, 1)
  assert.ok(await isThere(company_id, first))
  assert.ok(await isThere(company_id, second))
})

test('more rows than leave at once are all there', async () => {
  const { id: company_id } = await makeCompany()
  const ids = Array.from({ length: 21 }, () => uuidv7())
  await within(company_id, async (db) => {
    for (const id of ids) await insertTrailing(db, 'events', fact(company_id, id))
  })
  for (const id of ids) assert.ok(await isThere(company_id, id))
})

test('of a row that fails the caller hears the reason itself, and nothing of the transaction stays', async () => {
  const { id: company_id } = await makeCompany()
  const [first, again, last] = [uuidv7(), uuidv7(), uuidv7()]
  const twice = async (db: Db) => {
    for (const id of [first, again, again, last]) await insertTrailing(db, 'events', fact(company_id, id))
  }
  const doubled = { code: '23505' }
  await assert.rejects(within(company_id, twice), doubled)
  // Also where the use case went on and stumbled over the transaction that had failed.
  const goesOn = async (db: Db) => {
    await twice(db)
    await db.selectFrom('companies').select('id').execute()
  }
  await assert.rejects(within(company_id, goesOn), doubled)
  for (const id of [first, again, last]) assert.equal(await isThere(company_id, id), false)
})

test('a row that is sent behind a statement which failed does not hide why that one did', async () => {
  const { id: company_id } = await makeCompany()
  const failing = async (db: Db) => {
    const asked = db
      .selectFrom('companies')
      .select(sql`1 / 0`.as('nothing'))
      .execute()
    asked.catch(() => {})
    await insertTrailing(db, 'events', fact(company_id, uuidv7()))
    // Sends the row, in the same message as what has failed by then.
    await db
      .selectFrom('companies')
      .select('id')
      .execute()
      .catch(() => {})
    await asked
  }
  await assert.rejects(within(company_id, failing), { code: '22012' })
})

test('a row in a transaction that only reads is refused as any other write', async () => {
  const { id: company_id } = await makeCompany()
  const { process } = await product()
  const eyes = { kind: 'system', company_id, subject_id: null, only_order_id: null } as const
  const run = (db: Db) => insertTrailing(db, 'events', fact(company_id, uuidv7()))
  await assert.rejects(inTransaction(process.doorway, eyes, { read_only: true, run }), { code: '25006' })
})

test('a statement behind the end of its transaction is refused: it would be seen with nobody’s eyes', async () => {
  const { id: company_id } = await makeCompany()
  const kept: Db[] = []
  await within(company_id, async (db) => kept.push(db))
  const [db] = kept
  await assert.rejects(db!.selectFrom('companies').select('id').execute(), /behind the end/)
  await assert.rejects(insertTrailing(db!, 'events', fact(company_id, uuidv7())), /behind the end/)
})
