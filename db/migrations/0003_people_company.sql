create type member_kind as enum ('staff', 'performer');
create type member_role as enum ('owner', 'admin', 'manager', 'accountant', 'member', 'performer');
create type member_state as enum ('invited', 'active', 'suspended', 'left');

create table companies (
  id uuid primary key,
  name text not null,
  country text not null check (country in ('BY', 'RU', 'other')),
  currency text not null check (currency in ('BYN', 'RUB', 'USD', 'EUR', 'KZT')),
  -- An IANA name: all days and hours of the company are in it.
  time_zone text not null,
  -- Per cent as whole number, null when the company is no VAT payer; the default of new lines.
  vat_rate integer check (vat_rate between 0 and 100),
  requisites jsonb not null default '{}',
  -- The company's switches; absent means the default in server/people/company-settings.ts.
  settings jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null
);
comment on table companies is 'One row is a company that uses the product: a tenant.';

create table members (
  company_id uuid not null references companies (id),
  id uuid not null,
  -- auth."user"; null until the person has joined.
  user_id uuid,
  kind member_kind not null,
  role member_role not null,
  state member_state not null,
  name text not null,
  position text,
  -- E.164; the way a performer is reached.
  phone text,
  email text,
  head_id uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, head_id) references members (company_id, id)
);
comment on table members is 'One row is a person in a company: staff, or an external performer.';
-- Read at sign-in: the companies of a user.
create unique index members_by_user on members (user_id, company_id);
-- Read when a performer is added: the same phone twice is the same person.
create unique index members_by_phone on members (company_id, phone) where phone is not null and state <> 'left';

create table specialities (
  company_id uuid not null references companies (id),
  id uuid not null,
  name text not null,
  primary key (company_id, id),
  unique (company_id, name)
);
comment on table specialities is 'One row is a trade as the company calls it: electricians, plumbers.';

create table member_specialities (
  company_id uuid not null,
  member_id uuid not null,
  speciality_id uuid not null,
  primary key (company_id, member_id, speciality_id),
  foreign key (company_id, member_id) references members (company_id, id) on delete cascade,
  foreign key (company_id, speciality_id) references specialities (company_id, id)
);
comment on table member_specialities is 'One row: this person knows this trade.';
-- Read when performers for a demand are chosen.
create index member_specialities_by_speciality on member_specialities (company_id, speciality_id);

create table rates (
  company_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  -- Holds from this day on, until the next row.
  from_day date not null,
  cost_per_hour bigint not null check (cost_per_hour >= 0),
  currency text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, member_id) references members (company_id, id) on delete cascade
);
comment on table rates is 'One row is what an hour of a person costs from a day on; of two for one day the later holds. Never rewritten (S7).';
-- Read when hours are logged: the rate of a person on a day.
create index rates_by_member on rates (company_id, member_id, from_day desc, created_at desc);

create type invitation_state as enum ('sent', 'opened', 'accepted', 'expired', 'withdrawn');

create table invitations (
  company_id uuid not null references companies (id),
  id uuid not null,
  kind member_kind not null,
  role member_role not null,
  name text,
  email text,
  head_id uuid,
  invited_by uuid not null,
  state invitation_state not null,
  member_id uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, invited_by) references members (company_id, id),
  foreign key (company_id, head_id) references members (company_id, id),
  foreign key (company_id, member_id) references members (company_id, id)
);
comment on table invitations is 'One row is a link sent to a person who is to join; its secret is in auth.links.';
