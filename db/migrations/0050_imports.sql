-- A name as imports and calls compare it: in any case, ё as е, whatever quotes it has. A column of its own, for behind the
-- wall no index on a function is used.
alter table counterparties
  add column name_key text not null generated always as (translate(lower(name), 'ё«»"“”„', 'е')) stored;
-- Read by imports, for a thousand names at once.
create index counterparties_by_name_key on counterparties (company_id, name_key);

-- Asked of every contact that is taken back.
create index sites_by_contact on sites (company_id, contact_id) where contact_id is not null;

create type import_state as enum
  ('looking', 'ready', 'checking', 'checked', 'running', 'stopped', 'done', 'undoing', 'undone', 'failed');

create table imports (
  company_id uuid not null references companies (id),
  id uuid not null,
  file_id uuid not null,
  name text not null,
  state import_state not null,
  -- Counts the beginnings of work: what was begun before the last one writes nothing more.
  round integer not null default 0,
  found jsonb,
  settings jsonb not null,
  fault jsonb,
  total integer not null default 0,
  passed integer not null default 0,
  counts jsonb not null default '{}',
  -- How far the present work has come: a row of the file, or a thing that is taken back.
  reached jsonb not null default '{}',
  created_by uuid,
  created_at timestamptz not null,
  ended_at timestamptz,
  -- Since when its rows are forgotten, and with them the way back.
  tidied_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, file_id) references files (company_id, id),
  foreign key (company_id, created_by) references members (company_id, id)
);
comment on table imports is 'One row is a file of counterparties that somebody brings in, and how far that has come.';
-- Read by the screen «Импорт».
create index imports_by_time on imports (company_id, created_at desc, id desc);
-- Read by the job that forgets the rows of old ones.
create index imports_untidied on imports (created_at) where tidied_at is null;

create table import_rows (
  company_id uuid not null,
  import_id uuid not null,
  -- Its number in the file, as a person counts.
  at integer not null,
  cells text[] not null,
  outcome text not null,
  faults jsonb,
  counterparty_id uuid,
  primary key (company_id, import_id, at),
  foreign key (company_id, import_id) references imports (company_id, id) on delete cascade
);
comment on table import_rows is 'One row is a row of an imported file, and what comes of it.';
-- Read by the list of what is wrong, and of one kind of outcome.
create index import_rows_by_outcome on import_rows (company_id, import_id, outcome, at);
create index import_rows_with_faults on import_rows (company_id, import_id, at) where faults is not null;

create table import_things (
  company_id uuid not null,
  import_id uuid not null,
  -- counterparty, contact, site
  kind text not null,
  thing_id uuid not null,
  made boolean not null,
  -- As the import left it: another one now means that somebody has changed it since.
  version integer not null,
  -- What an import found in the fields that it changed.
  before jsonb,
  -- What came of taking it back: removed, restored, changed, used.
  undone text,
  name text,
  counterparty_id uuid,
  primary key (company_id, import_id, kind, thing_id),
  foreign key (company_id, import_id) references imports (company_id, id) on delete cascade
);
comment on table import_things is 'One row is a thing that an import made or changed: the way back.';
-- Read by the list of what could not be taken back.
create index import_things_kept on import_things (company_id, import_id) where undone in ('changed', 'used');

call guard('imports', 'none', 'none', narrow => $$ (select app_may('counterparties.manage')) $$);
call guard('import_rows', 'none', 'none', narrow => $$ (select app_may('counterparties.manage')) $$);
call guard('import_things', 'none', 'none', narrow => $$ (select app_may('counterparties.manage')) $$);
-- The program forgets old rows of all companies at once.
create policy relay on imports to naryad_app using ((select app_viewer()) = 'relay');
create policy relay on import_rows for delete to naryad_app using ((select app_viewer()) = 'relay');
create policy relay_reads on import_rows for select to naryad_app using ((select app_viewer()) = 'relay');
create policy relay on import_things for delete to naryad_app using ((select app_viewer()) = 'relay');
create policy relay_reads on import_things for select to naryad_app using ((select app_viewer()) = 'relay');

-- Of these rows of a table those that no other row names; rows that would go with them (on delete cascade) do not count.
-- Every key that leads here is asked, so a table of tomorrow is not forgotten.
create function unnamed_rows(tab regclass, company uuid, ids uuid[]) returns setof uuid stable language plpgsql as $$
declare
  link record;
  free uuid[] := ids;
begin
  for link in
    select c.conrelid::regclass as tab, a.attname as col from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
    where c.contype = 'f' and c.confrelid = tab and c.confdeltype <> 'c'
  loop
    execute format('select array(select u.id from unnest($1) u (id) where not exists (select from %s r where r.company_id = $2 and r.%I = u.id))',
      link.tab, link.col) into free using free, company;
  end loop;
  return query select unnest(free);
end $$;

-- The words of many counterparties in one statement; who writes many rows asks for it once, at their end.
create procedure write_words_of_counterparties(company uuid, ids uuid[]) language sql as $$
  insert into counterparty_words (company_id, counterparty_id, words)
  select c.company_id, c.id, replace(lower(concat_ws(E'\n', c.name, c.tax_number,
      c.requisites ->> 'legal_name', c.requisites ->> 'short_name',
      (select string_agg(concat_ws(E'\n', g.name, g.tax_number, g.requisites ->> 'legal_name', g.requisites ->> 'short_name'), E'\n')
        from counterparties g where g.company_id = c.company_id and g.merged_into = c.id),
      (select string_agg(concat_ws(E'\n', v.requisites ->> 'legal_name', v.requisites ->> 'short_name'), E'\n')
        from requisites_versions v where v.company_id = c.company_id and v.counterparty_id = c.id),
      (select string_agg(concat_ws(E'\n', k.name,
          (select string_agg(i.value, E'\n') from contact_identities i where i.company_id = k.company_id and i.contact_id = k.id)
        ), E'\n') from contacts k where k.company_id = c.company_id and k.counterparty_id = c.id),
      (select string_agg(s.address, E'\n') from sites s where s.company_id = c.company_id and s.counterparty_id = c.id)
    )), 'ё', 'е')
  from counterparties c where c.company_id = company and c.id = any (ids)
  on conflict (company_id, counterparty_id) do update set words = excluded.words
$$;
create or replace procedure write_counterparty_words(company uuid, counterparty uuid) language plpgsql as $$
begin
  perform from counterparties where company_id = company and id = counterparty for no key update;
  call write_words_of_counterparties(company, array[counterparty]);
end $$;

-- `app.words` = 'later': the transaction writes the words of all that it touched at its end.
drop trigger words_of_counterparty on counterparties;
drop trigger words_of_contact on contacts;
drop trigger words_of_identity on contact_identities;
drop trigger words_of_site on sites;
create trigger words_of_counterparty after insert or update of name, tax_number, requisites on counterparties
  for each row when (current_setting('app.words', true) is distinct from 'later') execute function counterparty_words_changed('id');
create trigger words_of_contact after insert or delete or update of name, counterparty_id on contacts
  for each row when (current_setting('app.words', true) is distinct from 'later') execute function counterparty_words_changed('counterparty_id');
create trigger words_of_identity after insert or delete or update on contact_identities
  for each row when (current_setting('app.words', true) is distinct from 'later') execute function counterparty_words_changed('contact_id');
create trigger words_of_site after insert or delete or update of address, counterparty_id on sites
  for each row when (current_setting('app.words', true) is distinct from 'later') execute function counterparty_words_changed('counterparty_id');
