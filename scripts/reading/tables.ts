import { openPool } from '#platform/db/pool.ts'

const tables = `
  select c.oid::regclass::text as name, c.relrowsecurity and c.relforcerowsecurity as walled, obj_description(c.oid) as comment,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped) as of_company,
    pg_get_userbyid(c.relowner) in ('naryad_app', 'naryad_staff', 'naryad_narrow') as owned_by_app,
    (select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = c.oid and k.contype = 'p') as key
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p') order by 1`
const references = `
  select k.conrelid::regclass::text as name, k.confrelid::regclass::text as target, pg_get_constraintdef(k.oid) as says
  from pg_constraint k join pg_namespace n on n.oid = k.connamespace where n.nspname in ('public', 'auth') and k.contype = 'f'`

type Table = {
  name: string
  walled: boolean
  comment: string | null
  of_company: boolean
  owned_by_app: boolean
  key: string | null
}
type Reference = { name: string; target: string; says: string }

/** The tables of a database and the keys between them, as it knows them itself. */
export async function tablesOf(url: string): Promise<{ all: Table[]; links: Reference[] }> {
  const pool = openPool(url, { max: 1, prepare: false, name: 'naryad checks' })
  try {
    return { all: [...(await pool.unsafe<Table[]>(tables))], links: [...(await pool.unsafe<Reference[]>(references))] }
  } finally {
    await pool.end()
  }
}
