create type legal_form as enum ('staff', 'entrepreneur', 'self_employed', 'civil_contract');

create table legal_forms (
  company_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  -- Holds from this day on, until the next row.
  from_day date not null,
  form legal_form not null,
  contract_number text,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, member_id) references members (company_id, id),
  foreign key (company_id, created_by) references members (company_id, id)
);
comment on table legal_forms is 'One row: from this day on the person works for the company in this legal form; of two for one day the later holds. Never rewritten.';
-- Read with a person, and with a page of people.
create index legal_forms_by_member on legal_forms (company_id, member_id, from_day desc, created_at desc);
call guard('legal_forms', 'member_id = (select app_subject())', 'none');
