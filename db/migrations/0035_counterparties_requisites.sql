alter table counterparties
  add column is_customer boolean not null default true,
  add column is_supplier boolean not null default false,
  add constraint counterparties_customer_or_supplier check (is_customer or is_supplier);

create table requisites_versions (
  company_id uuid not null,
  counterparty_id uuid not null,
  -- Those of the counterparty's own row hold before the first of these.
  from_day date not null,
  -- All but the tax number, which is the counterparty's for good.
  requisites jsonb not null,
  set_by uuid,
  set_at timestamptz not null,
  primary key (company_id, counterparty_id, from_day),
  foreign key (company_id, counterparty_id) references counterparties (company_id, id) on delete cascade,
  foreign key (company_id, set_by) references members (company_id, id)
);
comment on table requisites_versions is 'One row: from this day on, until the next, these are the requisites of a counterparty.';
call guard('requisites_versions', 'none', 'none', narrow => $$ (select app_may('counterparties.manage')) or (select app_may('orders.all'))
  or counterparty_id in (select seen_counterparties()) $$);

-- Whoever knows the old name finds the counterparty by it, too.
create or replace procedure write_counterparty_words(company uuid, counterparty uuid) language plpgsql as $$
begin
  perform from counterparties where company_id = company and id = counterparty for no key update;
  insert into counterparty_words (company_id, counterparty_id, words)
  select c.company_id, c.id, replace(lower(concat_ws(E'\n', c.name, c.tax_number,
      c.requisites ->> 'legal_name', c.requisites ->> 'short_name',
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
create trigger words_of_requisites after insert or delete or update on requisites_versions
  for each row execute function counterparty_words_changed('counterparty_id');
