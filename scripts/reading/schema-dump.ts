import { openPool } from '#platform/db/pool.ts'

/** What belongs to extensions is theirs to describe. */
const ours = (class_name: string, oid: string) =>
  `not exists (select from pg_depend d where d.classid = '${class_name}'::regclass and d.objid = ${oid} and d.deptype = 'e')`
const schemas = `n.nspname in ('public', 'auth')`

/** Each query gives lines of one kind in their order; together they read like the SQL that would make the schema. */
const queries = [
  `select format('create extension %I;', extname) from pg_extension where extname <> 'plpgsql' order by extname collate "C"`,

  `select format('create type %I as enum (%s);', t.typname, string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder))
   from pg_type t join pg_enum e on e.enumtypid = t.oid join pg_namespace n on n.oid = t.typnamespace
   where ${schemas} group by t.typname order by t.typname collate "C"`,

  `select format(E'create sequence %I as %s;', s.sequencename, s.data_type) from pg_sequences s
   where s.schemaname in ('public', 'auth') order by s.sequencename collate "C"`,

  `select pg_get_functiondef(p.oid) || ';' from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   where ${schemas} and p.prokind in ('f', 'p') and ${ours('pg_proc', 'p.oid')}
   order by p.proname collate "C", pg_get_function_identity_arguments(p.oid) collate "C"`,

  // A table with all that hangs on it, so that a change of one is a change in one place of the dump.
  `with tables as (
     select c.oid, c.relname, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.relacl, n.nspname
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where ${schemas} and c.relkind in ('r', 'p', 'v', 'm') and ${ours('pg_class', 'c.oid')}
   ), lines as (
     select oid, 0 as part, '' as name, E'\\n' || case when relkind in ('v', 'm')
       then format('create view %I.%I as%s', nspname, relname, E'\\n' || pg_get_viewdef(oid))
       else format('create table %I.%I', nspname, relname) end as line from tables
     union all select t.oid, 1, to_char(a.attnum, '000'), format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
         case when a.attnotnull then ' not null' else '' end,
         case when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
              when a.attidentity <> '' then ' generated as identity'
              when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end)
       from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
       left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     union all select t.oid, 2, k.conname, format('  constraint %I %s', k.conname, pg_get_constraintdef(k.oid))
       from tables t join pg_constraint k on k.conrelid = t.oid and k.contype <> 'n'
     union all select t.oid, 3, i.relname, '  ' || pg_get_indexdef(i.oid)
       from tables t join pg_index x on x.indrelid = t.oid join pg_class i on i.oid = x.indexrelid
       where not exists (select from pg_constraint k where k.conindid = i.oid and k.contype in ('p', 'u', 'x'))
     union all select t.oid, 4, g.tgname, '  ' || pg_get_triggerdef(g.oid)
       from tables t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
     union all select oid, 5, '', '  row level security' || case when relforcerowsecurity then ', forced' else '' end
       from tables where relrowsecurity
     union all select t.oid, 6, p.polname, format('  policy %I for %s using (%s) with check (%s)', p.polname,
         case p.polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end,
         coalesce(pg_get_expr(p.polqual, p.polrelid), ''), coalesce(pg_get_expr(p.polwithcheck, p.polrelid), ''))
       from tables t join pg_policy p on p.polrelid = t.oid
     union all select t.oid, 7, g.grantee::regrole::text, format('  grant %s to %s',
         string_agg(lower(g.privilege_type), ', ' order by g.privilege_type), g.grantee::regrole)
       from tables t, aclexplode(t.relacl) g where g.grantee::regrole::text like 'naryad~_%' escape '~' group by t.oid, g.grantee
     union all select oid, 8, '', '  -- ' || obj_description(oid, 'pg_class') from tables where obj_description(oid, 'pg_class') is not null
   )
   select l.line from lines l join tables t using (oid)
   order by t.nspname collate "C", t.relname collate "C", l.part, l.name collate "C"`,
]

/** The schema of a database as text: the same for the same migrations, whatever the server. */
export async function dumpSchema(url: string): Promise<string> {
  const pool = openPool(url, { max: 1, prepare: false, name: 'naryad schema' })
  try {
    const parts: string[] = []
    for (const query of queries) {
      const lines = await pool.unsafe<Record<string, string>[]>(query).values()
      parts.push(lines.map(([line]) => String(line).trimEnd()).join('\n'))
    }
    const told =
      '-- What db/migrations make, for reading and for review. Written by scripts/dump-schema.ts, never by hand.\n\n'
    return `${told}${parts.filter(Boolean).join('\n\n')}\n`
  } finally {
    await pool.end()
  }
}
