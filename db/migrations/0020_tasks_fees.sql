-- Whether a fee for the whole task was written down for this performer: his hours on it cost nothing more. The sum
-- stands apart, for performers see these rows.
alter table task_assignees add column by_fee boolean not null default false;

create table task_fees (
  company_id uuid not null,
  task_id uuid not null,
  member_id uuid not null,
  -- In which day's reports it counts: of his first hours, or of the closing where there are none.
  day date not null,
  fee bigint not null check (fee >= 0),
  currency text not null,
  kept_at timestamptz not null,
  -- Once for a person and task, however often it is reopened.
  primary key (company_id, task_id, member_id),
  foreign key (company_id, task_id, member_id) references task_assignees (company_id, task_id, member_id) on delete cascade
);
comment on table task_fees is 'One row is what a performer with a fixed fee costs on one task, as it was when written down (S7).';
-- Read by the order-cost report: fees of a period.
create index task_fees_by_day on task_fees (company_id, day);
call guard('task_fees', 'none', 'none');
