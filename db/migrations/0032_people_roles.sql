create table roles (
  company_id uuid not null references companies (id),
  id uuid not null,
  name text not null,
  -- The fixed role that it was made from: what the company asks of that role (a second factor) holds for it, too.
  base member_role not null check (base not in ('owner', 'performer')),
  -- In the words of server/people/rights.ts. Nothing is added to them by the company's switches.
  rights text[] not null,
  version integer not null default 1,
  created_at timestamptz not null,
  archived_at timestamptz,
  primary key (company_id, id)
);
comment on table roles is 'One row is a role that the company has made for itself: a name, and the rights that were ticked.';
-- Two of one name would be taken for each other; read when one is named.
create unique index roles_by_name on roles (company_id, lower(name)) where archived_at is null;
call guard('roles', 'none', 'none');

-- A role of the company's own; with it `role` is the fixed one that it was made from.
alter table members
  add column role_id uuid,
  add foreign key (company_id, role_id) references roles (company_id, id);
-- Read when a role is given up, and when its people are counted.
create index members_by_role on members (company_id, role_id) where role_id is not null;
