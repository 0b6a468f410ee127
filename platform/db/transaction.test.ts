import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import { product } from '#test/product.ts'
import { makeCompany } from '#test/world.ts'
import type { Ctx, Db } from '../ctx.ts'
import { inTheWake } from '../together.ts'
import { insertRow } from './insert-row.ts'
import { inTransaction } from './transaction.ts'

/** A transaction of the program in a company, as the frame makes one for a request. */
async function within<T>(company_id: string, run: (ctx: Ctx) => Promise<T>): Promise<T> {
  const { process } = await product()
  const eyes = { kind: 'system', company_id, subject_id: null, only_order_id: null } as const
  const wake: Promise<unknown>[] = []
  return inTransaction(process.doorway, eyes, {
    read_only: false,
    wake,
    run: (db) => run({ db, inTheWake: wake } as unknown as Ctx),
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
    async ({ db }) => (await db.selectFrom('events').select('id').where('id', '=', id).execute()).length > 0,
  )

test('what was written in the wake is there when the transaction is over', async () => {
  const { id: company_id } = await makeCompany()
  const id = uuidv7()
  const answer = await within(company_id, async (ctx) => {
    await inTheWake(ctx, insertRow(ctx.db, 'events', fact(company_id, id)))
    return 'answer'
  })
  assert.equal(answer, 'answer')
  assert.ok(await isThere(company_id, id))
})

test('of what fails in the wake the caller hears the reason itself, and nothing of the transaction stays', async () => {
  const { id: company_id } = await makeCompany()
  const [first, again, last] = [uuidv7(), uuidv7(), uuidv7()]
  const twice = (ctx: Ctx) =>
    inTheWake(ctx, ...[first, again, again, last].map((id) => insertRow(ctx.db, 'events', fact(company_id, id))))
  const doubled = { code: '23505' }
  await assert.rejects(within(company_id, twice), doubled)
  // Also where the use case went on and stumbled over the transaction that had failed.
  const goesOn = async (ctx: Ctx) => {
    await twice(ctx)
    await ctx.db.selectFrom('companies').select('id').execute()
  }
  await assert.rejects(within(company_id, goesOn), doubled)
  for (const id of [first, again, last]) assert.equal(await isThere(company_id, id), false)
})

test('a statement behind the end of its transaction is refused: it would be seen with nobody’s eyes', async () => {
  const { id: company_id } = await makeCompany()
  const kept: Db[] = []
  await within(company_id, async ({ db }) => kept.push(db))
  const [db] = kept
  await assert.rejects(db!.selectFrom('companies').select('id').execute(), /behind the end/)
})
