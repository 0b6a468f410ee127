import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import * as contract from '#contract/counterparties.ts'
import * as orders from '#contract/orders.ts'
import { done } from '#test/as.ts'
import { queriesOf } from '#test/queries.ts'
import { makeCompany } from '#test/world.ts'
import { makeCounterparty } from '#test/world/counterparties.ts'
import { asProgram } from '#test/world/inbox.ts'
import { inside } from '#test/world/inside.ts'

/**
 * Taking an import back asks of every counterparty, contact and site who names it: without an index each of a hundred
 * thousand would be looked for in every row. A table of tomorrow is asked here, too.
 */
test('CPT-18 IMP-9: whatever names a counterparty, a contact or a site is found by an index', async () => {
  const { rows } = await asProgram(await makeCompany(), ({ db }) =>
    sql<{ key: string }>`select conname as key from pg_constraint c
      where c.contype = 'f' and c.confrelid = any (array['counterparties', 'contacts', 'sites']::regclass[])
        and not exists (select from pg_index i where i.indrelid = c.conrelid
          and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)`.execute(db),
  )
  assert.deepEqual(rows, [])
})

test('CPT-19: who is named is looked up by his id behind the wall, though it may have been merged into another', async () => {
  const company = await makeCompany()
  const { id: counterparty_id } = await makeCounterparty(company.owner)
  const { contacts, sites } = await done(company.owner, contract.getCounterparty, { counterparty_id })
  const named = { counterparty_id, contact_id: contacts[0]!.id, site_id: sites[0]!.id }
  const asked = await queriesOf(() => done(company.owner, orders.createOrder, { request: 'Щит', ...named }))
  const [statement = ''] = asked.filter((text) => /merged_into from/.test(text))
  const plan = await inside(company, async ({ db }) => {
    await sql`set local enable_seqscan = off`.execute(db)
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain (generic_plan) ${sql.raw(statement)}`.execute(db)
    return rows.map((row) => row['QUERY PLAN'])
  })
  const conditions = plan.filter((line) => /^\s*(?:Index Cond|Filter): /.test(line))
  assert.ok(conditions.filter((line) => /Index Cond: .*\bid = /.test(line)).length >= 6, plan.join('\n'))
  // What stands as coalesce() beside a column never reaches an index behind a wall: the whole table is read for it.
  assert.ok(!conditions.some((line) => line.includes('COALESCE')), plan.join('\n'))
})
