-- Whose papers the viewer reads: whoever manages people everybody's, whoever leads performers theirs. Asked of his rights, for
-- a role of the company's own has other rights than the fixed one that it was made from.
create or replace function reads_papers_of(member uuid) returns boolean stable language sql as $$
  select app_may('people.manage') or (app_may('performers.manage') and exists (
    select from members whose
    where whose.company_id = app_company() and whose.id = member and whose.kind = 'performer')) $$;
