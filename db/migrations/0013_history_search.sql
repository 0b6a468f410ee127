-- The words of a text by which it is found: stems of Russian and English, without words that say nothing.
create function stems_of(said text) returns text[] immutable parallel safe language sql
  as $$ select tsvector_to_array(to_tsvector('russian', replace(lower(coalesce(said, '')), 'ё', 'е'))) $$;

create table order_words (
  company_id uuid not null references companies (id),
  -- In byte order, so that a beginning is a range.
  word text collate "C" not null,
  number bigint not null,
  primary key (company_id, word, number)
);
-- A text search index would read the orders of all companies, and behind the wall it could not be used at all: its
-- operators are not leakproof. `=`, `>=` and `<` are.
comment on table order_words is 'One row: this word stands in the title, the request or the address of the order with this number. Kept by a trigger.';
call guard('order_words', 'none', 'none');

create function order_words_changed() returns trigger language plpgsql as $$
declare
  before text[] := '{}';
  after text[] := stems_of(concat_ws(' ', new.title, new.request, new.address));
begin
  if tg_op = 'UPDATE' then
    before := stems_of(concat_ws(' ', old.title, old.request, old.address));
    delete from order_words
    where company_id = new.company_id and number = new.number and word = any (before) and word <> all (after);
  end if;
  insert into order_words (company_id, word, number)
  select new.company_id, word, new.number from unnest(after) word where word <> all (before);
  return null;
end $$;
create trigger words_of_order after insert or update of title, request, address on orders
  for each row execute function order_words_changed();
