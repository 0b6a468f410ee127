-- The application's roles: they own nothing, cannot log in; each transaction takes one for its own length. Staff have
-- one of their own: with the other viewers' policies in its plan a query of theirs costs half as much again.
do $$
declare app text;
begin
  foreach app in array array['naryad_app', 'naryad_staff'] loop
    if not exists (select from pg_roles where rolname = app) then
      execute format('create role %I nologin', app);
    end if;
    -- From 16 on whoever makes a role is its member at once, yet may not take it before it is granted.
    if not pg_has_role(current_user, app,
      case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) then
      execute format('grant %I to %I', app, current_user);
    end if;
  end loop;
end $$;

create extension if not exists pg_trgm;
grant usage on schema public to naryad_app, naryad_staff;

-- Who looks, set for one transaction by the frame (platform/db/transaction.ts). Unset means nobody: no rows.
create function app_company() returns uuid stable parallel safe language sql
  as $$ select nullif(current_setting('app.company_id', true), '')::uuid $$;
-- staff, performer, customer, user (signed in, no company chosen), system (jobs and the program's own reads).
create function app_viewer() returns text stable parallel safe language sql
  as $$ select coalesce(current_setting('app.viewer', true), '') $$;
-- Of staff and performers the member; of a customer his counterparty; of a user the user.
create function app_subject() returns uuid stable parallel safe language sql
  as $$ select nullif(current_setting('app.subject', true), '')::uuid $$;
-- The one order that a customer's personal link opens; unset for customers who see all of theirs.
create function app_only() returns uuid stable parallel safe language sql
  as $$ select nullif(current_setting('app.only', true), '')::uuid $$;

-- Puts the wall around a company's table: forced row-level security, one policy for each kind of viewer.
-- `performer` and `customer` are conditions in SQL, or 'none'. Both may also write what they can see:
-- what they may do is the use case's word, what exists for them is this.
create procedure guard(tab regclass, performer text, customer text, company text default 'company_id')
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tab);
  execute format('alter table %s force row level security', tab);
  -- A plain call, which becomes a condition that is checked once, before any row is looked at.
  execute format('create policy staff on %s to naryad_staff using (%I = app_company())', tab, company);
  execute format(
    'create policy program on %s to naryad_app using (%I = (select app_company()) and (select app_viewer()) = ''system'')',
    tab, company);
  if performer <> 'none' then
    execute format(
      'create policy performer on %s to naryad_app using (%I = (select app_company()) and (select app_viewer()) = ''performer'' and (%s))',
      tab, company, performer);
  end if;
  if customer <> 'none' then
    execute format(
      'create policy customer on %s for select to naryad_app using (%I = (select app_company()) and (select app_viewer()) = ''customer'' and (%s))',
      tab, company, customer);
  end if;
  execute format('grant select, insert, update, delete on %s to naryad_app, naryad_staff', tab);
end $$;
