import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '#platform/db/kysely.ts'
import { openPool } from '#platform/db/pool.ts'
import { product } from '#test/product.ts'
import { makeCompany } from '#test/world.ts'

const NOBODY = { company: '', viewer: '', subject: '' }

const ROLES: readonly Role[] = ['naryad_app', 'naryad_staff', 'naryad_narrow']

/** Raw SQL as one of the application's roles, with the given settings and nothing of ours between. */
async function asApplication<T>(
  { role = 'naryad_app', ...settings }: typeof NOBODY & { role?: Role },
  run: (sql: ReturnType<typeof openPool>) => Promise<T>,
): Promise<T> {
  const { database_url } = await product()
  const pool = openPool(database_url, { max: 1, prepare: false, name: 'walls' })
  try {
    await pool`set role ${pool(role)}`
    await pool`select set_config('app.company_id', ${settings.company}, false), set_config('app.viewer', ${settings.viewer}, false),
      set_config('app.subject', ${settings.subject}, false)`
    return await run(pool)
  } finally {
    await pool.end()
  }
}

const companyTables = (sql: ReturnType<typeof openPool>) =>
  sql<{ name: string }[]>`select table_name as name from information_schema.columns
    where table_schema = 'public' and (column_name = 'company_id' or (table_name = 'companies' and column_name = 'id'))
    order by 1`

test("the application's roles without a tenant read no row of any company's table", async () => {
  await makeCompany()
  for (const role of ROLES)
    await asApplication({ ...NOBODY, role }, async (sql) => {
      const tables = await companyTables(sql)
      assert.ok(tables.length > 30, `${tables.length} tables`)
      for (const { name } of tables) {
        const [row] = await sql<{ n: number }[]>`select count(*)::int as n from ${sql(name)}`
        assert.equal(row?.n, 0, name)
      }
    })
})

test('staff have a role of their own: the wall of the others shows them nothing', async () => {
  const { id, owner } = await makeCompany()
  await asApplication({ company: id, viewer: 'staff', subject: owner.id }, async (sql) =>
    assert.equal((await sql`select id from members`).length, 0),
  )
})

test('a company reads its own rows and none of another, whatever the query forgets', async () => {
  const [ours, theirs] = [await makeCompany(), await makeCompany()]
  await asApplication(
    { role: 'naryad_staff', company: ours.id, viewer: 'staff', subject: ours.owner.id },
    async (sql) => {
      assert.deepEqual(
        (await sql<{ id: string }[]>`select id from companies`).map(({ id }) => id),
        [ours.id],
      )
      assert.deepEqual(
        (await sql<{ id: string }[]>`select id from members`).map(({ id }) => id),
        [ours.owner.id],
      )
      await assert.rejects(
        sql`insert into specialities (company_id, id, name) values (${theirs.id}, gen_random_uuid(), 'X')`,
        /row-level security/,
      )
    },
  )
})

test("the application's roles own nothing, and cannot switch the walls off", async () => {
  for (const role of ROLES)
    await asApplication({ ...NOBODY, role }, async (sql) => {
      const owned =
        await sql`select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = ${role}`
      assert.equal(owned.length, 0)
      await assert.rejects(sql`alter table members disable row level security`, /must be owner/)
      await assert.rejects(sql`update events set facts = '{}'`, /permission denied/)
    })
})

test('every table of a company has its wall, forced', async () => {
  await asApplication(NOBODY, async (sql) => {
    const tables = (await companyTables(sql)).map(({ name }) => name)
    const walled = await sql<
      { relname: string }[]
    >`select relname from pg_class where relrowsecurity and relforcerowsecurity and relkind = 'r'`
    const names = new Set(walled.map(({ relname }) => relname))
    assert.deepEqual(
      tables.filter((name) => !names.has(name)),
      [],
    )
  })
})

test('what one of the roles of staff may touch, both may: a table is not forgotten for one of them', async () => {
  await asApplication(NOBODY, async (sql) => {
    const grants = await sql<{ held: string; by: string[] }[]>`
      select c.oid::regclass::text || ' ' || may as held, array_agg(role order by role) as by
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      cross join unnest(array['select', 'insert', 'update', 'delete']) may
      cross join unnest(array['naryad_staff', 'naryad_narrow']) role
      where n.nspname in ('public', 'auth') and c.relkind = 'r' and has_table_privilege(role, c.oid, may) group by 1`
    assert.ok(grants.length > 200, `${grants.length} grants`)
    assert.deepEqual(
      grants.filter(({ by }) => by.length !== 2).map(({ held, by }) => `${held}: ${by.join()} only`),
      [],
    )
  })
})

/** Of these narrow viewers see what all staff see: people, their times, and the names and switches of the company. */
const COMPANYS =
  `absences calendar_days certificates channel_states channels companies counters declarations document_series expected_heads funnels
  invitation_pools invitations joining_links legal_forms member_specialities members placements pool_curators pool_members
  pool_requests pool_specialities pools reply_templates roles specialities stages substitutions told_apart work_schedules`.split(
    /\s+/,
  )

test('of each table it is said what narrow viewers see: a condition, or that it is all of the company’s', async () => {
  await asApplication(NOBODY, async (sql) => {
    const policies = await sql<{ name: string; shown: string }[]>`
      select polrelid::regclass::text as name, pg_get_expr(polqual, polrelid) as shown from pg_policy where polname = 'narrow'`
    const tables = (await companyTables(sql)).map(({ name }) => name)
    assert.deepEqual(
      tables.filter((name) => !policies.some((one) => one.name === name)),
      [],
    )
    const open = policies.filter(({ shown }) => shown.endsWith('OR true))')).map(({ name }) => name)
    assert.deepEqual(open.toSorted(), COMPANYS, 'guard(…, narrow => …) in its migration, or a line here')
  })
})
