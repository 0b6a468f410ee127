create table substitutions (
  company_id uuid not null references companies (id),
  id uuid not null,
  absent_id uuid not null,
  deputy_id uuid not null,
  from_day date not null,
  -- The last day of it: it ends by itself.
  to_day date not null check (to_day >= from_day),
  -- The absence that it came with: it follows its days, and holds only while that is confirmed.
  absence_id uuid,
  made_by uuid not null,
  made_at timestamptz not null,
  -- Ended before its time, at once.
  ended_at timestamptz,
  ended_by uuid,
  primary key (company_id, id),
  check (absent_id <> deputy_id),
  foreign key (company_id, absent_id) references members (company_id, id),
  foreign key (company_id, deputy_id) references members (company_id, id),
  foreign key (company_id, absence_id) references absences (company_id, id),
  foreign key (company_id, made_by) references members (company_id, id),
  foreign key (company_id, ended_by) references members (company_id, id)
);
comment on table substitutions is 'One row: from then to then the deputy handles the matters of an absent person, with his competence.';
-- Read when somebody comes in (whom he acts for), and when another is made: those that have not been ended.
create index substitutions_by_day on substitutions (company_id, to_day) where ended_at is null;
-- Read by the list, page by page.
create index substitutions_by_time on substitutions (company_id, from_day desc, id desc);
-- Read when an absence changes.
create index substitutions_by_absence on substitutions (company_id, absence_id) where absence_id is not null;

call guard('substitutions', 'none', 'none');

-- The name of the absent person whose matter it was, where a deputy acted; null where the actor acted for himself.
alter table events add column actor_for text;
