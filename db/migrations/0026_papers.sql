-- Whose papers the viewer reads: owner and administrators everybody's, managers those of performers (server/people/rights.ts).
create function reads_papers_of(member uuid) returns boolean stable language sql as $$
  select exists (
    select from members me join members whose on whose.company_id = me.company_id and whose.id = member
    where me.company_id = app_company() and me.id = app_subject()
      and (me.role in ('owner', 'admin') or (me.role = 'manager' and whose.kind = 'performer'))) $$;

create type paper_kind as enum ('contract', 'identity', 'certificate', 'other');

create table member_papers (
  company_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  file_id uuid not null,
  kind paper_kind not null,
  title text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  -- Taken off the person's page; stays for the history.
  removed_at timestamptz,
  primary key (company_id, id),
  -- A file is one paper of one person.
  unique (company_id, file_id),
  foreign key (company_id, member_id) references members (company_id, id),
  foreign key (company_id, file_id) references files (company_id, id),
  foreign key (company_id, added_by) references members (company_id, id)
);
comment on table member_papers is 'One row is a paper of a person: his contract, passport or certificate as a file.';
-- Read with a person.
create index member_papers_by_member on member_papers (company_id, member_id, id desc) where removed_at is null;

-- Whose paper the file is. It stands here too, for a wall may not look behind another to learn that it must close.
alter table files
  add column paper_of uuid,
  add foreign key (company_id, paper_of) references members (company_id, id);

-- Performers and customers see none; of the staff those who lead the person, and nobody else by any way.
call guard('member_papers', 'none', 'none');
create policy papers on member_papers as restrictive to naryad_staff using (reads_papers_of(member_id));
create policy papers on files as restrictive to naryad_staff using (paper_of is null or reads_papers_of(paper_of));
create policy papers_of_others on files as restrictive to naryad_app
  using (paper_of is null or (select app_viewer()) = 'system');
