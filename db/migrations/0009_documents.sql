create type document_kind as enum ('invoice', 'act');
create type document_state as enum ('issued', 'void');

create table document_series (
  company_id uuid not null references companies (id),
  kind document_kind not null,
  year integer not null,
  last integer not null,
  primary key (company_id, kind, year)
);
comment on table document_series is 'One row is the last number of a kind of document in a year. Taken in the document''s own transaction: no gaps.';
call guard('document_series', 'none', 'none');

create table documents (
  company_id uuid not null references companies (id),
  id uuid not null,
  kind document_kind not null,
  year integer not null,
  number integer not null,
  issued_on date not null,
  state document_state not null default 'issued',
  void_reason text,
  -- What it was made from: 'order' and its id.
  subject_kind text not null,
  subject_id uuid not null,
  -- The basis as it stands on the form: «Заказ № 1042 от 23 ноября 2026 г.»
  basis text not null,
  counterparty_id uuid not null,
  -- Both sides as they were on the day of issue.
  seller jsonb not null,
  buyer jsonb not null,
  currency text not null,
  net bigint not null,
  vat bigint not null,
  total bigint not null,
  -- The issued bytes: they never change.
  file_id uuid not null,
  issued_by uuid not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (company_id, id),
  unique (company_id, kind, year, number),
  foreign key (company_id, counterparty_id) references counterparties (company_id, id),
  foreign key (company_id, file_id) references files (company_id, id),
  foreign key (company_id, issued_by) references members (company_id, id)
);
comment on table documents is 'One row is an issued invoice or act.';
-- Read by the tab of the order.
create index documents_by_subject on documents (company_id, subject_id);
-- Read by the list of documents.
create index documents_by_time on documents (company_id, id desc);
-- Read by the right to a file.
create index documents_by_file on documents (company_id, file_id);

create table document_lines (
  company_id uuid not null,
  document_id uuid not null,
  position integer not null,
  name text not null,
  unit text not null,
  quantity numeric(14, 3) not null check (quantity > 0),
  price bigint not null,
  net bigint not null,
  vat_rate integer,
  vat bigint not null,
  total bigint not null,
  primary key (company_id, document_id, position),
  foreign key (company_id, document_id) references documents (company_id, id) on delete cascade
);
comment on table document_lines is 'One row is a line of a document; its amounts are rounded by line.';
call guard('document_lines', 'none', 'none');
