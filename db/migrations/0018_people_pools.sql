create table pools (
  company_id uuid not null references companies (id),
  id uuid not null,
  name text not null,
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamptz not null,
  -- An archived pool is read only in its own history: nobody is in it, nobody leads it.
  archived_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, created_by) references members (company_id, id)
);
comment on table pools is 'One row is performers who are led together (S23).';
-- Keeps one name for one pool, however it is typed; read by the list.
create unique index pools_by_name on pools (company_id, lower(name)) where archived_at is null;

create table pool_specialities (
  company_id uuid not null,
  pool_id uuid not null,
  speciality_id uuid not null,
  primary key (company_id, pool_id, speciality_id),
  foreign key (company_id, pool_id) references pools (company_id, id) on delete cascade,
  foreign key (company_id, speciality_id) references specialities (company_id, id)
);
comment on table pool_specialities is 'One row: this pool is of this trade.';

create table pool_members (
  company_id uuid not null,
  id uuid not null,
  pool_id uuid not null,
  member_id uuid not null,
  from_at timestamptz not null,
  put_by uuid not null,
  -- Null while he is in it.
  to_at timestamptz check (to_at >= from_at),
  taken_by uuid,
  primary key (company_id, id),
  foreign key (company_id, pool_id) references pools (company_id, id) on delete cascade,
  foreign key (company_id, member_id) references members (company_id, id),
  foreign key (company_id, put_by) references members (company_id, id),
  foreign key (company_id, taken_by) references members (company_id, id)
);
comment on table pool_members is 'One row: from then to then this performer was in that pool. He may be in several.';
-- Keeps him once in a pool; read with a pool.
create unique index pool_members_now on pool_members (company_id, pool_id, member_id) where to_at is null;
-- Read when it is asked whose a performer is.
create index pool_members_by_member on pool_members (company_id, member_id) where to_at is null;

create table pool_curators (
  company_id uuid not null,
  id uuid not null,
  pool_id uuid not null,
  member_id uuid not null,
  -- A deputy leads the pool for those days, and does not say who curates it.
  deputy boolean not null,
  from_day date not null,
  -- The last day; null until further notice.
  to_day date check (to_day >= from_day),
  set_by uuid not null,
  set_at timestamptz not null,
  -- When it was taken back, before its days were over.
  ended_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, pool_id) references pools (company_id, id) on delete cascade,
  foreign key (company_id, member_id) references members (company_id, id),
  foreign key (company_id, set_by) references members (company_id, id)
);
comment on table pool_curators is 'One row: from that day to that day this person of the staff leads that pool (S22).';
-- Read with a pool.
create index pool_curators_by_pool on pool_curators (company_id, pool_id) where ended_at is null;
-- Read for every choice of performers: which pools does the viewer lead.
create index pool_curators_by_member on pool_curators (company_id, member_id) where ended_at is null;

create type pool_request_state as enum ('asked', 'granted', 'refused', 'withdrawn');

create table pool_requests (
  company_id uuid not null,
  id uuid not null,
  -- Whom one would like to have for the work.
  member_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  -- For which work: an order or a task, of contexts above, and what it is called.
  about_kind text check (about_kind in ('order', 'task')),
  about_id uuid,
  about_number bigint,
  about_title text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  word text,
  state pool_request_state not null,
  answered_by uuid,
  answered_at timestamptz,
  answer text,
  primary key (company_id, id),
  check (ends_at > starts_at),
  check ((about_kind is null) = (about_id is null)),
  foreign key (company_id, member_id) references members (company_id, id),
  foreign key (company_id, asked_by) references members (company_id, id),
  foreign key (company_id, answered_by) references members (company_id, id)
);
comment on table pool_requests is 'One row: a manager asked for a performer of another''s pool, for work at a time (S23).';
-- Read by the list, and by who has asked.
create index pool_requests_by_asker on pool_requests (company_id, asked_by, id desc);
-- Read by the curator: who is asked for of his people. A request's state is named in the words of the queries.
create index pool_requests_by_member on pool_requests (company_id, member_id, id desc);
-- Read by what waits, and by the counts in the list of pools.
create index pool_requests_open on pool_requests (company_id, member_id) where state = 'asked';

create table invitation_pools (
  company_id uuid not null,
  invitation_id uuid not null,
  pool_id uuid not null,
  primary key (company_id, invitation_id, pool_id),
  foreign key (company_id, invitation_id) references invitations (company_id, id) on delete cascade,
  foreign key (company_id, pool_id) references pools (company_id, id)
);
comment on table invitation_pools is 'One row: whoever comes by this invitation curates that pool.';

-- Whether every manager assigns the people of every pool; else those of other pools are asked for.
alter table companies add column pools_open boolean not null default false;

alter table specialities
  add column archived_at timestamptz,
  -- The trade that it became: whoever types the old name means that one.
  add column merged_into_id uuid,
  add foreign key (company_id, merged_into_id) references specialities (company_id, id);

-- Read by the choice of performers and by the load of a week: what is planned between two moments.
create index tasks_by_start on tasks (company_id, starts_at) where state <> 'cancelled';

call guard('pools', 'none', 'none');
call guard('pool_specialities', 'none', 'none');
call guard('pool_members', 'none', 'none');
call guard('pool_curators', 'none', 'none');
call guard('pool_requests', 'none', 'none');
call guard('invitation_pools', 'none', 'none');
