-- What a name says without signs and legal forms, its words in order: asked of every card whenever doubles are looked for,
-- and made once, when the name is written.
create function plain_name(name text) returns text immutable language sql as $$
  select array_to_string(name_words(name), ' ') $$;
alter table counterparties
  add column plain_name text not null generated always as (plain_name(name)) stored,
  -- Those of its requisites.
  add column plain_aliases text[] not null generated always as
    (array_remove(array[plain_name(requisites ->> 'legal_name'), plain_name(requisites ->> 'short_name')], '')) stored;
alter table contacts add column plain_name text not null generated always as (plain_name(name)) stored;
