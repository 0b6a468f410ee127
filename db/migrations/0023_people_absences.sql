create type schedule_kind as enum ('weekly', 'shifts');

create table work_schedules (
  company_id uuid not null references companies (id),
  id uuid not null,
  member_id uuid not null,
  kind schedule_kind not null,
  -- Hours of each day, or null: of a week from Monday on, or of one round of shifts, whose first day is from_day.
  pattern jsonb not null,
  -- Whether holidays, moved and short days change it.
  follows_calendar boolean not null,
  from_day date not null,
  -- The last day; null until further notice.
  to_day date check (to_day >= from_day),
  note text,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, member_id) references members (company_id, id),
  foreign key (company_id, made_by) references members (company_id, id)
);
comment on table work_schedules is 'One row: from then to then this person works by hours of his own. Of several that cover a day the one that began later holds.';
-- Read when the hours of people are worked out.
create index work_schedules_by_member on work_schedules (company_id, member_id, from_day);

create type absence_kind as enum ('vacation', 'illness', 'day_off', 'other');
create type absence_state as enum ('asked', 'confirmed', 'refused', 'withdrawn');

create table absences (
  company_id uuid not null references companies (id),
  id uuid not null,
  member_id uuid not null,
  kind absence_kind not null,
  from_day date not null,
  -- The last day of it.
  to_day date not null check (to_day >= from_day),
  -- Of a part of one day, by the clock on the wall; null: whole days.
  from_minute integer check (from_minute between 0 and 1439),
  to_minute integer check (to_minute between 1 and 1440),
  note text,
  state absence_state not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  -- Null while it waits, and of what nobody has to confirm.
  decided_by uuid,
  decided_at timestamptz,
  -- Why it was refused.
  reason text,
  version integer not null default 1,
  primary key (company_id, id),
  check ((from_minute is null) = (to_minute is null)),
  check (from_minute is null or (to_minute > from_minute and to_day = from_day)),
  foreign key (company_id, member_id) references members (company_id, id),
  foreign key (company_id, entered_by) references members (company_id, id),
  foreign key (company_id, decided_by) references members (company_id, id)
);
comment on table absences is 'One row: a person is not there on these days, or asks not to be. What he asks for counts nowhere until it is confirmed.';
-- Read when the hours of people are worked out, and when one of them asks again.
create index absences_by_member on absences (company_id, member_id, to_day);
-- Read by the list of a period, and page by page.
create index absences_by_day on absences (company_id, from_day desc, id desc);
-- Read by what waits for a head.
create index absences_asked on absences (company_id) where state = 'asked';

call guard('work_schedules', 'member_id = (select app_subject())', 'none');
call guard('absences', 'member_id = (select app_subject())', 'none');
