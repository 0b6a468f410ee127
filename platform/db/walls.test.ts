import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPool } from '#platform/db/pool.ts'
import { product } from '#test/product.ts'
import { makeCompany } from '#test/world.ts'

const NOBODY = { company: '', viewer: '', subject: '' }

type Role = 'naryad_app' | 'naryad_staff'
const ROLES: readonly Role[] = ['naryad_app', 'naryad_staff']

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
