create type calendar_day_kind as enum ('work', 'short', 'off');

create table calendar_days (
  company_id uuid not null references companies (id),
  day date not null,
  kind calendar_day_kind not null,
  -- Why, in the words of whoever said so.
  note text,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (company_id, day),
  foreign key (company_id, set_by) references members (company_id, id)
);
comment on table calendar_days is 'One row is a day that this company works otherwise than the official calendar says.';
call guard('calendar_days', 'none', 'none');
