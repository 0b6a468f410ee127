-- What performers and customers can reach, found as the program itself, for a policy may not look at its own table.
-- Each lifts the wall only while it runs, and only inside the company. (A SET clause of the function would read
-- better; only a superuser may write one for a setting of our own.)
create function my_tasks() returns setof uuid stable language plpgsql as $$
declare viewer text := app_viewer();
begin
  perform set_config('app.viewer', 'system', true);
  return query
  select task_id from task_assignees where company_id = app_company() and member_id = app_subject() and state <> 'declined';
  perform set_config('app.viewer', viewer, true);
end $$;
create function my_sites() returns setof uuid stable language plpgsql as $$
declare viewer text := app_viewer();
begin
  perform set_config('app.viewer', 'system', true);
  return query
  select t.site_id from tasks t join task_assignees a on a.company_id = t.company_id and a.task_id = t.id
  where a.company_id = app_company() and a.member_id = app_subject() and a.state <> 'declined' and t.site_id is not null;
  perform set_config('app.viewer', viewer, true);
end $$;
create function my_people() returns setof uuid stable language plpgsql as $$
declare viewer text := app_viewer();
begin
  perform set_config('app.viewer', 'system', true);
  return query
  select app_subject()
  union select other.member_id from task_assignees mine
    join task_assignees other on other.company_id = mine.company_id and other.task_id = mine.task_id
    where mine.company_id = app_company() and mine.member_id = app_subject()
  union select t.curator_id from task_assignees mine join tasks t on t.company_id = mine.company_id and t.id = mine.task_id
    where mine.company_id = app_company() and mine.member_id = app_subject()
  union select c.author_id from task_assignees mine join comments c on c.company_id = mine.company_id and c.task_id = mine.task_id
    where mine.company_id = app_company() and mine.member_id = app_subject();
  perform set_config('app.viewer', viewer, true);
end $$;
create function my_files() returns setof uuid stable language plpgsql as $$
declare viewer text := app_viewer();
begin
  perform set_config('app.viewer', 'system', true);
  return query
  select p.file_id from task_photos p join task_assignees a on a.company_id = p.company_id and a.task_id = p.task_id
  where a.company_id = app_company() and a.member_id = app_subject() and a.state <> 'declined';
  perform set_config('app.viewer', viewer, true);
end $$;
create function my_orders() returns setof uuid stable language plpgsql as $$
declare viewer text := app_viewer();
begin
  perform set_config('app.viewer', 'system', true);
  return query
  select id from orders
  where company_id = app_company() and counterparty_id = app_subject() and (app_only() is null or id = app_only());
  perform set_config('app.viewer', viewer, true);
end $$;
create function my_rounds() returns setof uuid stable language plpgsql as $$
declare viewer text := app_viewer();
begin
  perform set_config('app.viewer', 'system', true);
  return query
  select r.id from approval_rounds r where r.company_id = app_company() and r.counterparty_id = app_subject()
    and r.subject_kind = 'order' and (app_only() is null or r.subject_id = app_only());
  perform set_config('app.viewer', viewer, true);
end $$;
create function my_shown_files() returns setof uuid stable language plpgsql as $$
declare viewer text := app_viewer();
begin
  perform set_config('app.viewer', 'system', true);
  return query
  select p.file_id from round_photos p join approval_rounds r on r.company_id = p.company_id and r.id = p.round_id
  where r.company_id = app_company() and r.counterparty_id = app_subject() and (app_only() is null or r.subject_id = app_only())
  union
  select d.file_id from documents d
  where d.company_id = app_company() and d.counterparty_id = app_subject() and (app_only() is null or d.subject_id = app_only());
  perform set_config('app.viewer', viewer, true);
end $$;

call guard('companies', 'true', 'true', 'id');
call guard('members', 'id in (select my_people())', 'none');
call guard('specialities', 'true', 'true');
call guard('member_specialities', 'member_id = (select app_subject())', 'none');
call guard('rates', 'none', 'none');
call guard('invitations', 'none', 'none');
call guard('files', 'uploaded_by = (select app_subject()) or id in (select my_files())', 'id in (select my_shown_files())');
call guard('counterparties', 'none', 'id = (select app_subject())');
call guard('counterparty_words', 'none', 'none');
call guard('contacts', 'none', 'counterparty_id = (select app_subject())');
call guard('contact_identities', 'none', 'none');
call guard('sites', 'id in (select my_sites())', 'counterparty_id = (select app_subject())');
call guard('tasks', 'id in (select my_tasks())', 'none');
call guard('task_assignees', 'task_id in (select my_tasks())', 'none');
call guard('checklist_items', 'task_id in (select my_tasks())', 'none');
call guard('comments', 'task_id in (select my_tasks())', 'none');
call guard('time_entries', 'member_id = (select app_subject())', 'none');
call guard('labour_costs', 'none', 'none');
call guard('timers', 'member_id = (select app_subject())', 'none');
call guard('task_photos', 'task_id in (select my_tasks())', 'none');
call guard('approval_rounds', 'none', 'id in (select my_rounds())');
call guard('round_photos', 'none', 'round_id in (select my_rounds())');
call guard('round_workers', 'none', 'round_id in (select my_rounds())');
call guard('documents', 'none', 'counterparty_id = (select app_subject()) and (app_only() is null or subject_id = app_only())');
call guard('orders', 'none', 'id in (select my_orders())');
call guard('demands', 'none', 'order_id in (select my_orders())');
call guard('agreements', 'none', 'order_id in (select my_orders())');
call guard('order_tasks', 'none', 'none');

-- A person who is signed in and has chosen no company yet sees in which he works.
create policy self on members for select to naryad_app using ((select app_viewer()) = 'user' and user_id = (select app_subject()));
create policy self on companies for select to naryad_app using (
  (select app_viewer()) = 'user' and id in (select company_id from members where user_id = (select app_subject()))
);
