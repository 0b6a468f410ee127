-- Where exactly it is, for a map: the address alone finds the street.
alter table sites
  add column lat double precision check (lat between -90 and 90),
  add column lon double precision check (lon between -180 and 180),
  add constraint sites_whole_point check ((lat is null) = (lon is null));

create table assets (
  company_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  name text not null,
  kind text,
  serial text,
  installed_on date,
  next_service_on date,
  note text,
  version integer not null default 1,
  created_at timestamptz not null,
  -- Taken off the site; stays for the history and can come back.
  removed_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, site_id) references sites (company_id, id)
);
comment on table assets is 'One row is a thing that stands at a site and is looked after: a boiler, a panel, a sign.';
-- Read with a site.
create index assets_by_site on assets (company_id, site_id) where removed_at is null;
-- Read by the list of counterparties: whose equipment is to be serviced soon.
create index assets_by_service on assets (company_id, next_service_on) where removed_at is null and next_service_on is not null;
call guard('assets', 'none', 'none', narrow => $$ exists (select from sites s where s.company_id = assets.company_id and s.id = site_id) $$);
