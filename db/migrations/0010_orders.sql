create type order_phase as enum ('new', 'agreement', 'work', 'acceptance', 'closing', 'done', 'cancelled');
create type order_source as enum ('phone', 'telegram', 'email', 'web_chat', 'portal', 'recurrence', 'rule', 'api', 'import', 'by_hand');
create type price_model as enum ('fixed', 'hourly');

create table funnels (
  company_id uuid not null references companies (id),
  id uuid not null,
  name text not null,
  position integer not null,
  primary key (company_id, id)
);
comment on table funnels is 'One row is a way of showing orders: a board with its stages.';
call guard('funnels', 'none', 'none');

create table stages (
  company_id uuid not null,
  id uuid not null,
  funnel_id uuid not null,
  phase order_phase not null,
  name text not null,
  position integer not null,
  primary key (company_id, id),
  unique (company_id, funnel_id, position),
  foreign key (company_id, funnel_id) references funnels (company_id, id)
);
comment on table stages is 'One row is a column of a board: the company''s name for a part of a phase.';
call guard('stages', 'none', 'true');

create table orders (
  company_id uuid not null references companies (id),
  id uuid not null,
  number bigint not null,
  title text not null,
  phase order_phase not null,
  -- Since when it stands in this phase: the time of the event that says so, at hand for lists. Reports read the events.
  phase_since timestamptz not null,
  stage_id uuid not null,
  counterparty_id uuid,
  contact_id uuid,
  site_id uuid,
  -- The address as it was said, until there is a customer of whom it can be a site.
  address text,
  responsible_id uuid not null,
  urgent boolean not null default false,
  source order_source not null,
  -- The request word for word, never changed (S31), and when it came.
  request text not null,
  requested_at timestamptz not null,
  -- The agreement that holds now.
  agreement_id uuid,
  due_at timestamptz,
  cancel_reason text,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, number),
  foreign key (company_id, stage_id) references stages (company_id, id),
  foreign key (company_id, counterparty_id) references counterparties (company_id, id),
  foreign key (company_id, contact_id) references contacts (company_id, id),
  foreign key (company_id, site_id) references sites (company_id, id),
  foreign key (company_id, responsible_id) references members (company_id, id)
);
comment on table orders is 'One row is a piece of work agreed, or to be agreed, with a counterparty.';
-- Read by the board and the list: newest of a stage, of a person in a stage, of a person, of a customer, of an address.
create index orders_by_stage on orders (company_id, stage_id, number desc);
create index orders_by_stage_responsible on orders (company_id, stage_id, responsible_id, number desc);
create index orders_by_responsible on orders (company_id, responsible_id, number desc);
create index orders_by_counterparty on orders (company_id, counterparty_id, number desc);
create index orders_by_site on orders (company_id, site_id, number desc) where site_id is not null;

create table demands (
  company_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  speciality_id uuid not null,
  people integer not null check (people between 1 and 500),
  starts_at timestamptz,
  ends_at timestamptz,
  created_at timestamptz not null,
  primary key (company_id, id),
  check (ends_at is null or starts_at is null or ends_at > starts_at),
  foreign key (company_id, order_id) references orders (company_id, id) on delete cascade,
  foreign key (company_id, speciality_id) references specialities (company_id, id)
);
comment on table demands is 'One row: so many people of a trade are needed for an order, at a time (S32).';
-- Read with an order.
create index demands_by_order on demands (company_id, order_id);

create table agreements (
  company_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  version integer not null check (version > 0),
  starts_at timestamptz,
  due_at timestamptz,
  price_model price_model,
  -- Fixed: the sum of the order. Hourly: the price of an hour. VAT is inside.
  price bigint check (price >= 0),
  currency text not null,
  vat_rate integer,
  scope text,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, order_id, version),
  check ((price_model is null) = (price is null)),
  foreign key (company_id, order_id) references orders (company_id, id) on delete cascade,
  foreign key (company_id, made_by) references members (company_id, id)
);
comment on table agreements is 'One row is what was agreed with the customer, as it stood until the next version (S41).';
alter table orders add foreign key (company_id, agreement_id) references agreements (company_id, id);

create table order_tasks (
  company_id uuid not null,
  task_id uuid not null,
  order_id uuid not null,
  -- The demand that the task's performers fill.
  demand_id uuid,
  primary key (company_id, task_id),
  foreign key (company_id, task_id) references tasks (company_id, id) on delete cascade,
  foreign key (company_id, order_id) references orders (company_id, id),
  foreign key (company_id, demand_id) references demands (company_id, id) on delete set null (demand_id)
);
comment on table order_tasks is 'One row: this task is work of that order.';
-- Read with an order and by the order-cost report.
create index order_tasks_by_order on order_tasks (company_id, order_id, task_id);
