import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { makeCompany } from '#test/world.ts'
import { asProgram } from '#test/world/inbox.ts'

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
