-- Performers whom a narrow viewer leads: those whose head he or one below him is, those of his pools; everybody where the
-- company has opened its pools to all who lead performers.
create function led_performers() returns setof uuid stable language plpgsql as $$
declare
  viewer text := app_viewer();
  company uuid := app_company();
  answering uuid[] := app_answering();
  ids uuid[] := kept_ids('performers');
begin
  if ids is null then
    perform set_config('app.viewer', 'system', true);
    ids := array(
      select id from members where company_id = company and kind = 'performer' and head_id = any (answering)
      union select member_id from pool_members where company_id = company and pool_id = any (app_pools()) and to_at is null
      union select m.id from companies c join members m on m.company_id = c.id and m.kind = 'performer'
        where c.id = company and c.pools_open and app_may('performers.manage'));
    perform set_config('app.viewer', viewer, true);
    perform keep_ids('performers', ids);
  end if;
  return query select unnest(ids);
end $$;

-- What people cost is told of those whom one leads.
call guard_narrow('rates', $$ (select app_may('money.read')) and ((select app_may('orders.all')) or (select app_may('people.manage'))
  or member_id in (select led_performers())
  or member_id in (select m.id from members m where m.company_id = app_company() and m.kind = 'staff')) $$);

-- Papers of performers are read by who leads them.
create or replace function reads_papers_of(member uuid) returns boolean stable language sql as $$
  select app_may('people.manage') or (app_may('performers.manage') and exists (
    select from members whose
    where whose.company_id = app_company() and whose.id = member and whose.kind = 'performer')
    and (app_may('orders.all') or member in (select led_performers()))) $$;

-- Tasks that he or one below him curates or does, those of orders that they answer for or that he watches, and those
-- of performers under them or in the pools that he leads.
create or replace function seen_tasks() returns setof uuid stable language plpgsql as $$
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
      union select a.task_id from members m join task_assignees a on a.company_id = m.company_id and a.member_id = m.id
        where m.company_id = company and m.kind = 'performer' and m.head_id = any (answering) and a.state <> 'declined'
      union select a.task_id from pool_members pm join task_assignees a on a.company_id = pm.company_id and a.member_id = pm.member_id
        where pm.company_id = company and pm.pool_id = any (app_pools()) and pm.to_at is null and a.state <> 'declined');
    perform set_config('app.viewer', viewer, true);
    perform keep_ids('tasks', ids);
  end if;
  return query select unnest(ids);
end $$;
