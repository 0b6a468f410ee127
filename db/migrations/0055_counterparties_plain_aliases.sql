-- Most cards of a table that is brought in have no requisites: of what is not there nothing is computed.
create or replace function plain_name(name text) returns text immutable strict language sql as $$
  select array_to_string(name_words(name), ' ') $$;
alter table counterparties drop column plain_aliases;
alter table counterparties add column plain_aliases text[] not null generated always as
  (array_remove(array_remove(array[plain_name(requisites ->> 'legal_name'), plain_name(requisites ->> 'short_name')], ''), null)) stored;
