-- What names a counterparty, a contact or a site is found by an index: each that is deleted or merged is asked of every row
-- that could name it, a hundred thousand times when an import is taken back.
create index sites_merged on sites (company_id, merged_into) where merged_into is not null;
create index orders_by_contact on orders (company_id, contact_id) where contact_id is not null;
create index documents_by_counterparty on documents (company_id, counterparty_id);
create index tasks_by_site on tasks (company_id, site_id) where site_id is not null;
create index approval_rounds_by_counterparty on approval_rounds (company_id, counterparty_id);
create index approval_rounds_by_contact on approval_rounds (company_id, contact_id) where contact_id is not null;
create index approval_rounds_by_decider on approval_rounds (company_id, decided_by_contact_id) where decided_by_contact_id is not null;

-- In one order, whatever way the rows are read: words that are the same stay the same to the letter.
create or replace procedure write_words_of_counterparties(company uuid, ids uuid[]) language sql as $$
  insert into counterparty_words (company_id, counterparty_id, words)
  select c.company_id, c.id, replace(lower(concat_ws(E'\n', c.name, c.tax_number,
      c.requisites ->> 'legal_name', c.requisites ->> 'short_name',
      (select string_agg(concat_ws(E'\n', g.name, g.tax_number, g.requisites ->> 'legal_name', g.requisites ->> 'short_name'), E'\n'
          order by g.id)
        from counterparties g where g.company_id = c.company_id and g.merged_into = c.id),
      (select string_agg(concat_ws(E'\n', v.requisites ->> 'legal_name', v.requisites ->> 'short_name'), E'\n' order by v.from_day)
        from requisites_versions v where v.company_id = c.company_id and v.counterparty_id = c.id),
      (select string_agg(concat_ws(E'\n', k.name,
          (select string_agg(i.value, E'\n' order by i.kind, i.value) from contact_identities i
            where i.company_id = k.company_id and i.contact_id = k.id)
        ), E'\n' order by k.id) from contacts k where k.company_id = c.company_id and k.counterparty_id = c.id),
      (select string_agg(s.address, E'\n' order by s.id) from sites s where s.company_id = c.company_id and s.counterparty_id = c.id)
    )), 'ё', 'е')
  from counterparties c where c.company_id = company and c.id = any (ids)
  on conflict (company_id, counterparty_id) do update set words = excluded.words
$$;

-- The program forgets the way back of merges that can be undone no more, of all companies at once.
create policy relay on party_merges for select to naryad_app using ((select app_viewer()) = 'relay');
create policy relay on party_merge_rows for delete to naryad_app using ((select app_viewer()) = 'relay');
create policy relay_reads on party_merge_rows for select to naryad_app using ((select app_viewer()) = 'relay');
-- Read by the job that forgets them.
create index party_merges_by_time on party_merges (merged_at);
