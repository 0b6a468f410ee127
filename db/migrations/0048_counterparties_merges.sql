-- A counterparty or a contact entered twice becomes one: the card that is given up stays as a sign to the one that remains,
-- and for what it takes to bring it back. The same of two sites with one address.
alter table counterparties add column merged_into uuid, add foreign key (company_id, merged_into) references counterparties (company_id, id);
alter table contacts add column merged_into uuid, add foreign key (company_id, merged_into) references contacts (company_id, id);
alter table sites add column merged_into uuid, add foreign key (company_id, merged_into) references sites (company_id, id);
-- Read by the words of the card that remains, by its history, and by the next merge.
create index counterparties_merged on counterparties (company_id, merged_into) where merged_into is not null;
create index contacts_merged on contacts (company_id, merged_into) where merged_into is not null;

drop index counterparties_by_tax_number;
-- Doubles are caught by tax number (S19); that of a card that is given up is free for the one that remains.
create unique index counterparties_by_tax_number on counterparties (company_id, tax_number)
  where tax_number is not null and merged_into is null;

create type party_kind as enum ('counterparty', 'contact');

create table party_merges (
  company_id uuid not null references companies (id),
  id uuid not null,
  kind party_kind not null,
  -- Cards of that kind: the one that remains, the one that was given up.
  kept_id uuid not null,
  gone_id uuid not null,
  -- What the card that remains said before and since: `{columns: {name: [was, became]}, requisites: {from_day, was, became}}`.
  fields jsonb not null,
  merged_by uuid,
  merged_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, merged_by) references members (company_id, id),
  foreign key (company_id, undone_by) references members (company_id, id)
);
comment on table party_merges is 'One row: these two cards became one, then and by whom; for a time it can be undone.';
-- Read by the page of the card that remains.
create index party_merges_by_kept on party_merges (company_id, kept_id, merged_at desc);

create table party_merge_rows (
  company_id uuid not null,
  merge_id uuid not null,
  position bigint generated always as identity,
  -- Which row, by its primary key without the company, as it is since the merge.
  tab text not null,
  key jsonb not null,
  -- Of each column that the merge changed in it.
  was jsonb not null,
  became jsonb not null,
  primary key (company_id, merge_id, position),
  foreign key (company_id, merge_id) references party_merges (company_id, id) on delete cascade
);
comment on table party_merge_rows is 'One row: what a merge changed in a row that named the card given up.';

create table parties_apart (
  company_id uuid not null references companies (id),
  kind party_kind not null,
  -- The lesser id first: the pair stands once.
  one_id uuid not null,
  other_id uuid not null check (one_id < other_id),
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (company_id, kind, one_id, other_id),
  foreign key (company_id, said_by) references members (company_id, id)
);
comment on table parties_apart is 'One row: somebody has said that these two cards are two; they are not offered as doubles.';

create table contact_claims (
  company_id uuid not null,
  contact_id uuid not null,
  kind identity_kind not null,
  -- As an identity is stored.
  value text not null,
  -- Whether somebody vouches for it: a site that signed it, a messenger. It is another contact's already.
  proven boolean not null,
  claimed_at timestamptz not null,
  primary key (company_id, contact_id, kind, value),
  foreign key (company_id, contact_id) references contacts (company_id, id) on delete cascade
);
comment on table contact_claims is 'One row: this contact is said to have that phone, e-mail or account, which makes nobody of another by itself.';
-- Read by the search of doubles.
create index contact_claims_by_value on contact_claims (company_id, kind, value);

call guard('party_merges', 'none', 'none', narrow => $$ (select app_may('counterparties.manage')) $$);
call guard('party_merge_rows', 'none', 'none', narrow => $$ (select app_may('counterparties.manage')) $$);
call guard('parties_apart', 'none', 'none', narrow => $$ (select app_may('counterparties.manage')) $$);
call guard('contact_claims', 'none', 'none',
  narrow => 'exists (select from contacts c where c.company_id = contact_claims.company_id and c.id = contact_id)');

-- The primary key of a table without the company.
create function own_key(tab regclass) returns name[] stable language sql as $$
  select array_agg(a.attname order by a.attnum) from pg_index x join pg_attribute a on a.attrelid = x.indrelid and a.attnum = any (x.indkey)
  where x.indrelid = tab and x.indisprimary and a.attname <> 'company_id' $$;

-- Every column that names a card of this table, with the primary key of its own, as the database knows them itself: what is
-- added later is among them. Words that are searched are written anew by triggers.
create function card_references(cards regclass) returns table (tab text, col name, keys name[]) stable language sql as $$
  select c.conrelid::regclass::text, a.attname, own_key(c.conrelid)
  from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
  where c.contype = 'f' and c.confrelid = cards and c.conrelid <> 'counterparty_words'::regclass
  union all select 'auth.links', 'contact_id'::name, array['id'::name] where cards = 'contacts'::regclass $$;

-- How many rows name a card, by column.
create function count_cards(cards regclass, who uuid) returns table (ref text, n int) stable language plpgsql as $$
declare one record;
begin
  for one in select * from card_references(cards) loop
    ref := one.tab || '.' || one.col;
    execute format('select count(*)::int from %s where company_id = $1 and %I = $2', one.tab, one.col) into n using app_company(), who;
    if n > 0 then return next; end if;
  end loop;
end $$;

-- All that names one card names the other from now on, and it is written down what did. What may stand once only and stands
-- with the other already stays where it is.
create procedure carry_cards(cards regclass, kept uuid, gone uuid, merge uuid) language plpgsql as $$
declare
  company uuid := app_company();
  one record;
  once text;
begin
  for one in select * from card_references(cards) loop
    once := case when one.col = any (one.keys) then format(
      'and not exists (select from %s k where k.company_id = $2 and k.%I = $1 %s)', one.tab, one.col,
      (select string_agg(format('and k.%1$I = t.%1$I', k), ' ') from unnest(one.keys) k where k <> one.col)) else '' end;
    execute format(
      'with moved as (update %1$s t set %2$I = $1 where t.company_id = $2 and t.%2$I = $3 %3$s returning jsonb_build_object(%4$s) as key)
       insert into party_merge_rows (company_id, merge_id, tab, key, was, became) select $2, $4, $5, key, $6, $7 from moved',
      one.tab, one.col, once, (select string_agg(format('%1$L, t.%1$I', k), ', ') from unnest(one.keys) k))
    using kept, company, gone, merge, one.tab, jsonb_build_object(one.col, gone), jsonb_build_object(one.col, kept);
  end loop;
end $$;

-- Each column that a merge changed says again what it said, unless somebody has changed it since.
create procedure bring_back(merge uuid) language plpgsql as $$
declare
  company uuid := app_company();
  one record;
begin
  for one in
    select distinct r.tab, f.col, format_type(a.atttypid, a.atttypmod) as typ
    from party_merge_rows r, jsonb_object_keys(r.was) f (col), pg_attribute a
    where r.company_id = company and r.merge_id = merge and a.attrelid = r.tab::regclass and a.attname = f.col
  loop
    execute format(
      'update %1$s t set %2$I = (r.was ->> %2$L)::%3$s from party_merge_rows r
       where r.company_id = $1 and r.merge_id = $2 and r.tab = $3 and r.was ? %2$L and t.company_id = $1 and %4$s
         and t.%2$I is not distinct from (r.became ->> %2$L)::%3$s',
      one.tab, one.col, one.typ,
      (select string_agg(format('t.%1$I = (r.key ->> %1$L)::%2$s', a.attname, format_type(a.atttypid, a.atttypmod)), ' and ')
        from pg_attribute a where a.attrelid = one.tab::regclass and a.attname = any (own_key(one.tab::regclass))))
    using company, merge, one.tab;
  end loop;
end $$;

-- What came meanwhile in a dialogue that goes back to its contact goes back with it.
create procedure return_messages(merge uuid, kept uuid, gone uuid) language sql as $$
  update messages m set contact_id = gone from party_merge_rows r
  where r.company_id = app_company() and r.merge_id = merge and r.tab = 'conversations' and r.was ? 'contact_id'
    and m.company_id = app_company() and m.conversation_id = (r.key ->> 'id')::uuid and m.contact_id = kept $$;

-- What a counterparty or a person is called, for comparing: words in order, without signs and legal forms, ё as е.
create function name_words(name text) returns text[] immutable language sql as $$
  with words as (
    select w from regexp_split_to_table(translate(replace(lower(name), 'ё', 'е'), '«»"“”„''’`.,;:()[]/\-–—_№#+&*', repeat(' ', 40)), '\s+') w
    where w <> ''
  ), kept as (
    select w from words where w <> all ('{ооо,оао,зао,пао,нао,ао,одо,ип,чуп,чтуп,чпуп,уп,руп,куп,муп,гуп,фгуп,сооо,иооо,соао,сзао,чп,гп,тоо,гу,гбу,уо,llc,ltd,inc,gmbh,jsc,ooo,oao,zao,общество,ограниченной,дополнительной,ответственностью,с,открытое,закрытое,публичное,совместное,акционерное,индивидуальный,предприниматель,частное,торговое,производственное,унитарное,республиканское,коммунальное,государственное,предприятие,учреждение}'::text[])
  )
  select coalesce((select array_agg(w order by w) from kept), (select array_agg(w order by w) from words), '{}') $$;

-- Each word of the shorter name is one of the longer, or its first letter.
create function name_within(one text[], other text[]) returns boolean immutable language sql as $$
  select least(cardinality(one), cardinality(other)) > 1 and not exists (
    select from unnest(case when cardinality(one) <= cardinality(other) then one else other end) short
    where not exists (select from unnest(case when cardinality(one) <= cardinality(other) then other else one end) long
      where long = short or (least(length(long), length(short)) = 1 and left(long, 1) = left(short, 1)))) $$;

-- Whoever knows a name, a number or a person of a card that was given up finds the one that remains.
create or replace procedure write_counterparty_words(company uuid, counterparty uuid) language plpgsql as $$
begin
  perform from counterparties where company_id = company and id = counterparty for no key update;
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
  from counterparties c where c.company_id = company and c.id = counterparty
  on conflict (company_id, counterparty_id) do update set words = excluded.words;
end $$;
create trigger words_of_merged after update of merged_into on counterparties
  for each row execute function counterparty_words_changed('merged_into');
