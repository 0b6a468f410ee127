-- The tree of a company changes one step at a time: whoever changes it holds this row, and takes from it a moment that is
-- never before that of the last change, so that the tree of any day is one that once was.
alter table companies add column tree_changed_at timestamptz;

create table placements (
  company_id uuid not null references companies (id),
  id uuid not null,
  member_id uuid not null,
  -- Null for the root of the tree only.
  head_id uuid,
  from_at timestamptz not null,
  -- Null while it holds.
  to_at timestamptz check (to_at >= from_at),
  -- Who put him there; null for what stood before the tree was kept.
  placed_by uuid,
  primary key (company_id, id),
  foreign key (company_id, member_id) references members (company_id, id),
  foreign key (company_id, head_id) references members (company_id, id),
  foreign key (company_id, placed_by) references members (company_id, id),
  check (head_id <> member_id)
);
comment on table placements is 'One row: from then to then this person of the staff had that head. members.head_id repeats the row that holds now.';
-- Keeps one place for a person; read when he is moved.
create unique index placements_now on placements (company_id, member_id) where to_at is null;
-- Keeps one root.
create unique index placements_root on placements (company_id) where to_at is null and head_id is null;
-- Read when the tree is walked down from a head.
create index placements_by_head on placements (company_id, head_id) where to_at is null;
-- Read when the heads of one person are told in turn.
create index placements_by_member on placements (company_id, member_id, from_at);

create table expected_heads (
  company_id uuid not null references companies (id),
  id uuid not null,
  name text not null,
  email text,
  named_by uuid not null,
  named_at timestamptz not null,
  -- Who he turned out to be, once he has come.
  member_id uuid,
  primary key (company_id, id),
  foreign key (company_id, named_by) references members (company_id, id),
  foreign key (company_id, member_id) references members (company_id, id)
);
comment on table expected_heads is 'One row is a head whom somebody named before he had joined.';
-- Read when somebody joins: who waits for him.
create index expected_heads_waiting on expected_heads (company_id) where member_id is null;

create type declared_as as enum ('inviter', 'member', 'head', 'settler');

create table declarations (
  company_id uuid not null references companies (id),
  id uuid not null,
  -- Whose head it is about.
  member_id uuid not null,
  said_by uuid not null,
  said_as declared_as not null,
  head_id uuid,
  expected_head_id uuid,
  -- False when a head says «not mine».
  agrees boolean not null,
  said_at timestamptz not null,
  -- Until the sayer says another thing or the matter is settled.
  closed_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, member_id) references members (company_id, id),
  foreign key (company_id, said_by) references members (company_id, id),
  foreign key (company_id, head_id) references members (company_id, id),
  foreign key (company_id, expected_head_id) references expected_heads (company_id, id),
  check ((head_id is null) <> (expected_head_id is null))
);
comment on table declarations is 'One row: somebody said who the head of a person is. Never rewritten; while open, it waits for the other side (S16).';
-- One word of each at a time; read for the list of what is not confirmed.
create unique index declarations_open on declarations (company_id, member_id, said_by) where closed_at is null;
-- Read by a head: who has named him.
create index declarations_of_head on declarations (company_id, head_id) where closed_at is null;
-- Read when it is told who said what of one person.
create index declarations_by_member on declarations (company_id, member_id, said_at);

create table joining_links (
  company_id uuid not null references companies (id),
  id uuid not null,
  -- What whoever comes by it becomes.
  role member_role not null,
  made_by uuid not null,
  made_at timestamptz not null,
  closed_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, made_by) references members (company_id, id)
);
comment on table joining_links is 'One row is a link by which anybody may ask to join, naming his head; its secret is in auth.links.';
-- Keeps one that works.
create unique index joining_links_open on joining_links (company_id) where closed_at is null;
alter type auth.link_purpose add value 'joining';

alter table invitations add column position text;
-- Read when somebody is invited: one letter to one address is enough.
create index invitations_by_email on invitations (company_id, email) where state in ('sent', 'opened');
-- Read by the list, page by page.
create index invitations_by_time on invitations (company_id, created_at desc, id desc);

-- Companies that were there before: each of the staff has his head since he came, and the owner is the root. The wall is
-- lifted for us, who own the tables, and put back.
alter table members no force row level security;
alter table companies no force row level security;
update members m set head_id = o.id from members o
  where o.company_id = m.company_id and o.role = 'owner' and m.role <> 'owner' and m.kind = 'staff' and m.head_id is null;
insert into placements (company_id, id, member_id, head_id, from_at)
  select company_id, gen_random_uuid(), id, case when role <> 'owner' then head_id end, created_at
  from members where kind = 'staff' and state <> 'left';
update companies set tree_changed_at = (select max(from_at) from placements where company_id = companies.id);
alter table members force row level security;
alter table companies force row level security;

call guard('placements', 'none', 'none');
call guard('expected_heads', 'none', 'none');
call guard('declarations', 'none', 'none');
call guard('joining_links', 'none', 'none');
