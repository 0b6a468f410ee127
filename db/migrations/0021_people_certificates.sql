create table certificates (
  company_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  -- What it is, in the company's words. Of several of one kind the one that holds longest counts.
  kind text not null,
  number text,
  issued_on date,
  -- The last day on which it holds; null when it never runs out.
  expires_on date,
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamptz not null,
  -- Taken off the person's page; stays for the history.
  removed_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, member_id) references members (company_id, id),
  foreign key (company_id, created_by) references members (company_id, id),
  check (expires_on >= issued_on)
);
comment on table certificates is 'One row is a certificate or a permit of a person, with its last day.';
-- Read with a person, with a page of people, and when somebody is given work.
create index certificates_by_member on certificates (company_id, member_id) where removed_at is null;
-- Read by what waits: which run out soon.
create index certificates_by_end on certificates (company_id, expires_on) where removed_at is null and expires_on is not null;
call guard('certificates', 'member_id = (select app_subject())', 'none');
