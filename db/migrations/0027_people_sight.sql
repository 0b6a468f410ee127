-- Staff who see a part of the company only, behind a wall of their own: with its conditions in their plans, the queries
-- of those who see everything would cost more.
do $$
begin
  if not exists (select from pg_roles where rolname = 'naryad_narrow') then
    create role naryad_narrow nologin;
  end if;
  if not pg_has_role(current_user, 'naryad_narrow',
    case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) then
    execute format('grant naryad_narrow to %I', current_user);
  end if;
end $$;
grant usage on schema public, auth to naryad_narrow;
grant select, insert, update, delete on all tables in schema auth to naryad_narrow;
grant execute on function enqueue to naryad_narrow;

-- What the viewer may do at all, in the words of server/people/rights.ts.
create function app_may(wanted text) returns boolean stable parallel safe language sql
  as $$ select wanted = any (string_to_array(current_setting('app.rights', true), ' ')) is true $$;
-- Whose matters are his own (himself, and whom he acts for); who answers to him besides; which pools he leads.
create function app_own() returns uuid[] stable parallel safe language sql
  as $$ select coalesce(nullif(current_setting('app.own', true), ''), '{}')::uuid[] $$;
create function app_answering() returns uuid[] stable parallel safe language sql
  as $$ select app_own() || coalesce(nullif(current_setting('app.led', true), ''), '{}')::uuid[] $$;
create function app_pools() returns uuid[] stable parallel safe language sql
  as $$ select coalesce(nullif(current_setting('app.pools', true), ''), '{}')::uuid[] $$;

-- Company's switches: managers see all orders; a performer sees whom to ask on site.
alter table companies
  add column orders_open boolean not null default true,
  add column site_contact_open boolean not null default true;

create table order_watchers (
  company_id uuid not null,
  order_id uuid not null,
  member_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (company_id, order_id, member_id),
  foreign key (company_id, order_id) references orders (company_id, id) on delete cascade,
  foreign key (company_id, member_id) references members (company_id, id),
  foreign key (company_id, added_by) references members (company_id, id)
);
comment on table order_watchers is 'One row: this person of the staff follows that order, and sees it though it is not his.';
-- Read by the wall: what he watches.
create index order_watchers_by_member on order_watchers (company_id, member_id, order_id);

-- The sets below are found as the program itself, like those of performers (0011). While nothing is written they are
-- found once for a transaction, for every table of a query asks for them.
create function kept_ids(kind text) returns uuid[] stable language sql as $$
  select case when current_setting('transaction_read_only') = 'on'
    then nullif(current_setting('app.kept_' || kind, true), '')::uuid[] end $$;
create function keep_ids(kind text, ids uuid[]) returns void language plpgsql as $$
begin
  if current_setting('transaction_read_only') = 'on' then
    perform set_config('app.kept_' || kind, ids::text, true);
  end if;
end $$;

-- Orders that he or one below him answers for, has a task of or watches.
create function seen_orders() returns setof uuid stable language plpgsql as $$
declare
  viewer text := app_viewer();
  company uuid := app_company();
  answering uuid[] := app_answering();
  ids uuid[] := kept_ids('orders');
begin
  if ids is null then
    perform set_config('app.viewer', 'system', true);
    ids := array(
      select id from orders where company_id = company and responsible_id = any (answering)
      union select order_id from order_watchers where company_id = company and member_id = any (app_own())
      union select ot.order_id from tasks t join order_tasks ot on ot.company_id = t.company_id and ot.task_id = t.id
        where t.company_id = company and t.curator_id = any (answering)
      union select ot.order_id from task_assignees a join order_tasks ot on ot.company_id = a.company_id and ot.task_id = a.task_id
        where a.company_id = company and a.member_id = any (answering) and a.state <> 'declined');
    perform set_config('app.viewer', viewer, true);
    perform keep_ids('orders', ids);
  end if;
  return query select unnest(ids);
end $$;

-- Tasks that he or one below him curates or does, those of orders that they answer for or that he watches, and those
-- of performers of the pools that he leads.
create function seen_tasks() returns setof uuid stable language plpgsql as $$
declare
  viewer text := app_viewer();
  company uuid := app_company();
  answering uuid[] := app_answering();
  ids uuid[] := kept_ids('tasks');
begin
  if ids is null then
    perform set_config('app.viewer', 'system', true);
    ids := array(
      select id from tasks where company_id = company and curator_id = any (answering)
      union select task_id from task_assignees where company_id = company and member_id = any (answering) and state <> 'declined'
      union select ot.task_id from orders o join order_tasks ot on ot.company_id = o.company_id and ot.order_id = o.id
        where o.company_id = company and o.responsible_id = any (answering)
      union select ot.task_id from order_watchers w join order_tasks ot on ot.company_id = w.company_id and ot.order_id = w.order_id
        where w.company_id = company and w.member_id = any (app_own())
      union select a.task_id from pool_members pm join task_assignees a on a.company_id = pm.company_id and a.member_id = pm.member_id
        where pm.company_id = company and pm.pool_id = any (app_pools()) and pm.to_at is null and a.state <> 'declined');
    perform set_config('app.viewer', viewer, true);
    perform keep_ids('tasks', ids);
  end if;
  return query select unnest(ids);
end $$;

-- Customers of these orders and of the places of these tasks, and those whom he looks after.
create function seen_counterparties() returns setof uuid stable language plpgsql as $$
declare
  viewer text := app_viewer();
  company uuid := app_company();
  orders_seen uuid[] := array(select seen_orders());
  tasks_seen uuid[] := array(select seen_tasks());
  ids uuid[] := kept_ids('counterparties');
begin
  if ids is null then
    perform set_config('app.viewer', 'system', true);
    ids := array(
      select id from counterparties where company_id = company and responsible_id = any (app_answering())
      union select counterparty_id from orders where company_id = company and id = any (orders_seen) and counterparty_id is not null
      union select s.counterparty_id from tasks t join sites s on s.company_id = t.company_id and s.id = t.site_id
        where t.company_id = company and t.id = any (tasks_seen));
    perform set_config('app.viewer', viewer, true);
    perform keep_ids('counterparties', ids);
  end if;
  return query select unnest(ids);
end $$;

-- The wall of the narrow viewers: what exists for them is the condition, what they may write is the use case's word.
create procedure guard_narrow(tab regclass, narrow text, company text default 'company_id') language plpgsql as $$
begin
  execute format('drop policy if exists narrow on %s', tab);
  execute format(
    'create policy narrow on %s to naryad_narrow using (%I = app_company() and ((select app_viewer()) = ''system'' or (%s))) with check (%I = app_company())',
    tab, company, narrow, company);
  execute format('grant select, insert, update, delete on %s to naryad_narrow', tab);
end $$;

-- From now on a table says with the rest what of it narrow viewers see; 'true' is all of the company's.
drop procedure guard(regclass, text, text, text);
create procedure guard(tab regclass, performer text, customer text, company text default 'company_id', narrow text default 'true')
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
  call guard_narrow(tab, narrow, company);
end $$;

-- Tables that were there before: all of the company's, unless it is said otherwise below.
do $$
declare tab regclass;
begin
  for tab in select polrelid::regclass from pg_policy where polname = 'staff' loop
    call guard_narrow(tab, 'true', case when tab = 'companies'::regclass then 'id' else 'company_id' end);
  end loop;
end $$;
call guard('order_watchers', 'none', 'none', narrow => 'order_id in (select seen_orders())');

call guard_narrow('orders', $$ (select app_may('orders.all')) or responsible_id = any ((select app_answering())::uuid[]) or id in (select seen_orders()) $$);
call guard_narrow('demands', $$ (select app_may('orders.all')) or order_id in (select seen_orders()) $$);
call guard_narrow('agreements', $$ (select app_may('orders.all')) or order_id in (select seen_orders()) $$);
call guard_narrow('order_words', $$ (select app_may('orders.all')) or exists (select from orders o
  where o.company_id = order_words.company_id and o.number = order_words.number) $$);
call guard_narrow('tasks', $$ (select app_may('orders.all')) or curator_id = any ((select app_answering())::uuid[]) or id in (select seen_tasks()) $$);
call guard_narrow('order_tasks', $$ (select app_may('orders.all')) or task_id in (select seen_tasks()) $$);
call guard_narrow('task_assignees', $$ (select app_may('orders.all')) or task_id in (select seen_tasks()) $$);
call guard_narrow('checklist_items', $$ (select app_may('orders.all')) or task_id in (select seen_tasks()) $$);
call guard_narrow('comments', $$ (select app_may('orders.all')) or task_id in (select seen_tasks()) $$);
call guard_narrow('task_photos', $$ (select app_may('orders.all')) or task_id in (select seen_tasks()) $$);
call guard_narrow('time_entries', $$ (select app_may('orders.all')) or member_id = any ((select app_own())::uuid[]) or task_id in (select seen_tasks()) $$);
call guard_narrow('timers', $$ (select app_may('orders.all')) or member_id = any ((select app_own())::uuid[]) or task_id in (select seen_tasks()) $$);
call guard_narrow('rates', $$ (select app_may('money.read')) $$);
call guard_narrow('labour_costs', $$ (select app_may('money.read')) and exists (select from time_entries e
  where e.company_id = labour_costs.company_id and e.id = labour_costs.time_entry_id) $$);
call guard_narrow('task_fees', $$ (select app_may('money.read')) and ((select app_may('orders.all')) or task_id in (select seen_tasks())) $$);
call guard_narrow('approval_rounds', $$ (select app_may('orders.all')) or (subject_kind = 'order' and subject_id in (select seen_orders())) $$);
call guard_narrow('round_photos', $$ exists (select from approval_rounds r where r.company_id = round_photos.company_id and r.id = round_id) $$);
call guard_narrow('round_workers', $$ exists (select from approval_rounds r where r.company_id = round_workers.company_id and r.id = round_id) $$);
call guard_narrow('documents', $$ (select app_may('money.read')) and ((select app_may('orders.all'))
  or (subject_kind = 'order' and subject_id in (select seen_orders()))) $$);
call guard_narrow('document_lines', $$ exists (select from documents d where d.company_id = document_lines.company_id and d.id = document_id) $$);
-- Read by the right to a file.
create index approval_rounds_by_proof on approval_rounds (company_id, proof_file_id) where proof_file_id is not null;
call guard_narrow('member_papers', $$ reads_papers_of(member_id) $$);
create policy papers_of_led on files as restrictive to naryad_narrow
  using (paper_of is null or (select app_viewer()) = 'system' or reads_papers_of(paper_of)) with check (true);
call guard_narrow('files', $$ uploaded_by = any ((select app_own())::uuid[]) or paper_of is not null
  or exists (select from task_photos p where p.company_id = files.company_id and p.file_id = files.id)
  or exists (select from round_photos p where p.company_id = files.company_id and p.file_id = files.id)
  or exists (select from approval_rounds r where r.company_id = files.company_id and r.proof_file_id = files.id)
  or exists (select from documents d where d.company_id = files.company_id and d.file_id = files.id) $$);
-- Who keeps customers sees them all, or he would write down twice whom somebody has.
call guard_narrow('counterparties', $$ (select app_may('counterparties.manage')) or (select app_may('orders.all'))
  or responsible_id = any ((select app_answering())::uuid[]) or id in (select seen_counterparties()) $$);
call guard_narrow('counterparty_words', $$ (select app_may('counterparties.manage')) or (select app_may('orders.all'))
  or counterparty_id in (select seen_counterparties()) $$);
call guard_narrow('sites', $$ (select app_may('counterparties.manage')) or (select app_may('orders.all'))
  or counterparty_id in (select seen_counterparties()) $$);
call guard_narrow('contacts', $$ (select app_may('counterparties.manage')) or (select app_may('orders.all'))
  or counterparty_id in (select seen_counterparties()) or id in (select o.contact_id from orders o where o.company_id = app_company()) $$);
call guard_narrow('contact_identities', $$ exists (select from contacts c
  where c.company_id = contact_identities.company_id and c.id = contact_id) $$);
call guard_narrow('events', $$ (select app_may('orders.all')) or case subject_kind
    when 'order' then subject_id in (select seen_orders())
    when 'task' then subject_id in (select seen_tasks())
    when 'document' then exists (select from documents d where d.company_id = events.company_id and d.id = subject_id)
    when 'counterparty' then exists (select from counterparties c where c.company_id = events.company_id and c.id = subject_id)
    when 'contact' then exists (select from contacts c where c.company_id = events.company_id and c.id = subject_id)
    when 'file' then exists (select from files f where f.company_id = events.company_id and f.id = subject_id)
    else true end $$);
revoke update, delete on events from naryad_narrow;
call guard_narrow('idempotency_keys', $$ actor_id = (select app_subject()) $$);
call guard_narrow('outgoing_mails', $$ (select app_may('mail.read')) $$);
call guard_narrow('account_mails', $$ (select app_may('mail.read')) $$);
