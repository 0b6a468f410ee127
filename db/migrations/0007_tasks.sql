create type task_state as enum ('new', 'accepted', 'in_progress', 'done', 'returned', 'closed', 'cancelled');
create type assignee_state as enum ('new', 'accepted', 'declined', 'in_progress', 'done');

create table tasks (
  company_id uuid not null references companies (id),
  id uuid not null,
  number bigint not null,
  title text not null,
  -- What to do and what is the result, in the manager's words; the performer sees it.
  instructions text,
  -- What it belongs to, as the performer reads it: «№ 1042». Empty for a task on its own.
  reference text,
  state task_state not null,
  site_id uuid,
  -- The address and how to get in, as they were given.
  place text,
  access_note text,
  site_contact_name text,
  site_contact_phone text,
  starts_at timestamptz,
  ends_at timestamptz,
  estimate_minutes integer check (estimate_minutes > 0),
  photos_before integer not null default 0 check (photos_before between 0 and 20),
  photos_after integer not null default 0 check (photos_after between 0 and 20),
  lead_id uuid,
  -- Who answers its questions and closes it.
  curator_id uuid not null,
  return_reason text,
  returns integer not null default 0,
  cancel_reason text,
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  primary key (company_id, id),
  unique (company_id, number),
  check (ends_at is null or starts_at is null or ends_at > starts_at),
  foreign key (company_id, site_id) references sites (company_id, id),
  foreign key (company_id, lead_id) references members (company_id, id),
  foreign key (company_id, curator_id) references members (company_id, id),
  foreign key (company_id, created_by) references members (company_id, id)
);
comment on table tasks is 'One row is a piece of work for one or more performers.';
-- Read by the curator's list: what is open, by its time.
create index tasks_by_curator on tasks (company_id, curator_id, state, starts_at);
-- Read by what waits for a curator. A state is an enum, whose `=` is not leakproof: behind the wall it is no condition
-- of an index, but the predicate of one it may be (28 ms and 0.4 ms for a curator of 20,000 tasks).
create index tasks_open_by_curator on tasks (company_id, curator_id) where state not in ('closed', 'cancelled');
-- Read by the list of tasks and by the warning of clashes.
create index tasks_by_state on tasks (company_id, state, number desc);

create table task_assignees (
  company_id uuid not null,
  task_id uuid not null,
  member_id uuid not null,
  -- Declined without a reason: the manager took him off; his hours stay.
  state assignee_state not null,
  decline_reason text,
  -- Why there are no hours, when the performer says zero (S47).
  zero_reason text,
  accepted_at timestamptz,
  started_at timestamptz,
  done_at timestamptz,
  declined_at timestamptz,
  primary key (company_id, task_id, member_id),
  foreign key (company_id, task_id) references tasks (company_id, id) on delete cascade,
  foreign key (company_id, member_id) references members (company_id, id)
);
comment on table task_assignees is 'One row: this person is to do this task, and how far he is.';
-- Read by the performer's day, by the wall of performers and by the warning of clashes.
create index task_assignees_by_member on task_assignees (company_id, member_id, task_id);

create table checklist_items (
  company_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  position integer not null,
  text text not null,
  done_by uuid,
  done_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, task_id) references tasks (company_id, id) on delete cascade,
  foreign key (company_id, done_by) references members (company_id, id)
);
comment on table checklist_items is 'One row is a point that must be ticked before the task is done.';
-- Read with a task.
create index checklist_items_by_task on checklist_items (company_id, task_id, position);

create table comments (
  company_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  author_id uuid not null,
  text text not null,
  is_question boolean not null default false,
  -- Of a question: when and by which comment it was answered.
  answered_at timestamptz,
  answer_id uuid,
  created_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, task_id) references tasks (company_id, id) on delete cascade,
  foreign key (company_id, author_id) references members (company_id, id),
  foreign key (company_id, answer_id) references comments (company_id, id)
);
comment on table comments is 'One row is a word in a task''s thread; a question waits for its answer (S45, S46).';
-- Read with a task.
create index comments_by_task on comments (company_id, task_id, id);
-- Read by the counts of unanswered questions.
create index comments_open_questions on comments (company_id, task_id) where is_question and answered_at is null;

create table time_entries (
  company_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  member_id uuid not null,
  day date not null,
  minutes integer not null check (minutes between 1 and 1440),
  note text,
  -- by_hand or timer
  source text not null check (source in ('by_hand', 'timer')),
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamptz not null,
  -- A struck entry stays as a row and counts nowhere.
  struck_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, task_id) references tasks (company_id, id),
  foreign key (company_id, member_id) references members (company_id, id)
);
comment on table time_entries is 'One row is the minutes of one worker on one task on one day (S47).';
-- Read with a task and by the order-cost report.
create index time_entries_by_task on time_entries (company_id, task_id);
-- Read by a worker's days and by reports over a period.
create index time_entries_by_day on time_entries (company_id, day, member_id);

create table labour_costs (
  company_id uuid not null,
  time_entry_id uuid not null,
  -- The rate that held on the entry's day when it was logged; null when the worker had none.
  cost_per_hour bigint,
  cost bigint not null,
  currency text not null,
  -- With the cost in it: the order-cost report reads 50,000 of them from the key alone.
  primary key (company_id, time_entry_id) include (cost),
  foreign key (company_id, time_entry_id) references time_entries (company_id, id) on delete cascade
);
comment on table labour_costs is 'One row is what a time entry cost when it was logged: apart from the entry, for performers must not see it (S7).';

create table timers (
  company_id uuid not null,
  member_id uuid not null,
  task_id uuid not null,
  started_at timestamptz not null,
  primary key (company_id, member_id),
  foreign key (company_id, member_id) references members (company_id, id),
  foreign key (company_id, task_id) references tasks (company_id, id) on delete cascade
);
comment on table timers is 'One row is a clock that runs: a person works on one task at a time.';

create type photo_stage as enum ('before', 'after', 'other');

create table task_photos (
  company_id uuid not null,
  task_id uuid not null,
  file_id uuid not null,
  stage photo_stage not null,
  member_id uuid not null,
  -- Shown to the customer with the result; the manager may take it out.
  for_customer boolean not null default true,
  created_at timestamptz not null,
  primary key (company_id, task_id, file_id),
  foreign key (company_id, task_id) references tasks (company_id, id) on delete cascade,
  foreign key (company_id, file_id) references files (company_id, id),
  foreign key (company_id, member_id) references members (company_id, id)
);
comment on table task_photos is 'One row is a photo of the work, before or after it.';
-- Read by the right to a file: a file is seen where its task is seen.
create index task_photos_by_file on task_photos (company_id, file_id);
