-- A person entered twice becomes one: the card that is given up stays as a sign to the one that remains.
alter table members add column merged_into uuid, add foreign key (company_id, merged_into) references members (company_id, id);
-- Read by the timeline of a person, and by links to a card that was given up.
create index members_merged on members (company_id, merged_into) where merged_into is not null;

-- A fee goes over with the work that it is for.
alter table task_fees drop constraint task_fees_company_id_task_id_member_id_fkey,
  add foreign key (company_id, task_id, member_id) references task_assignees (company_id, task_id, member_id)
    on delete cascade on update cascade;

-- Every column that names a person of the company, as the database knows them itself: what is added later is among them.
-- The tree of the past stays as it was, with two cards in it.
create function member_references() returns table (tab text, col name) stable language sql as $$
  select c.conrelid::regclass::text, a.attname
  from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
  where c.contype = 'f' and c.confrelid = 'members'::regclass and c.conrelid <> 'placements'::regclass
  union all values ('rates', 'created_by'::name), ('time_entries', 'created_by'), ('files', 'uploaded_by') $$;

-- How many rows name this person, by column.
create function count_references(who uuid) returns table (ref text, n int) stable language plpgsql as $$
declare one record;
begin
  for one in select * from member_references() loop
    ref := one.tab || '.' || one.col;
    execute format('select count(*)::int from %s where company_id = $1 and %I = $2', one.tab, one.col) into n using app_company(), who;
    if n > 0 then return next; end if;
  end loop;
end $$;

-- How far two cards of one person are with one task: the less advanced goes on, unless he has declined as that one.
create function assignee_rank(state assignee_state) returns int immutable language sql as $$
  select array_position('{new,accepted,in_progress,done,declined}'::assignee_state[], state) $$;

-- What may stand once only where both cards have it.
create procedure join_doubles(kept uuid, gone uuid, by_whom uuid, at timestamptz) language plpgsql as $$
declare company uuid := app_company();
begin
  delete from member_specialities g using member_specialities k where g.company_id = company and g.member_id = gone
    and k.company_id = company and k.member_id = kept and k.speciality_id = g.speciality_id;
  delete from order_watchers g using order_watchers k where g.company_id = company and g.member_id = gone
    and k.company_id = company and k.member_id = kept and k.order_id = g.order_id;
  delete from round_workers g using round_workers k where g.company_id = company and g.member_id = gone
    and k.company_id = company and k.member_id = kept and k.round_id = g.round_id;
  delete from timers g using timers k where g.company_id = company and g.member_id = gone
    and k.company_id = company and k.member_id = kept;
  -- Nobody is his own deputy.
  delete from substitutions where company_id = company
    and (absent_id, deputy_id) in ((kept, gone), (gone, kept));
  update pool_members g set to_at = greatest(at, g.from_at), taken_by = by_whom from pool_members k where g.company_id = company and g.member_id = gone
    and g.to_at is null and k.company_id = company and k.member_id = kept and k.pool_id = g.pool_id and k.to_at is null;
  update pool_curators g set ended_at = at from pool_curators k where g.company_id = company and g.member_id = gone
    and g.ended_at is null and k.company_id = company and k.member_id = kept and k.pool_id = g.pool_id and k.ended_at is null;
  update declarations g set closed_at = at from declarations k where g.company_id = company and g.said_by = gone and g.closed_at is null
    and k.company_id = company and k.said_by = kept and k.member_id = g.member_id and k.closed_at is null;
  update task_fees k set fee = greatest(k.fee, g.fee) from task_fees g where g.company_id = company and g.member_id = gone
    and k.company_id = company and k.member_id = kept and k.task_id = g.task_id;
  -- The fee of one card only is the fee of the person.
  with moved as (delete from task_fees g using task_assignees k where g.company_id = company and g.member_id = gone
    and k.company_id = company and k.member_id = kept and k.task_id = g.task_id returning g.*)
  insert into task_fees select company_id, task_id, kept, day, fee, currency, kept_at from moved on conflict do nothing;
  update task_assignees k set
    state = case when assignee_rank(g.state) < assignee_rank(k.state) then g.state else k.state end,
    accepted_at = least(k.accepted_at, g.accepted_at), started_at = least(k.started_at, g.started_at),
    done_at = greatest(k.done_at, g.done_at), declined_at = coalesce(k.declined_at, g.declined_at),
    decline_reason = coalesce(k.decline_reason, g.decline_reason), zero_reason = coalesce(k.zero_reason, g.zero_reason)
    from task_assignees g where g.company_id = company and g.member_id = gone
    and k.company_id = company and k.member_id = kept and k.task_id = g.task_id;
  delete from task_assignees g using task_assignees k where g.company_id = company and g.member_id = gone
    and k.company_id = company and k.member_id = kept and k.task_id = g.task_id;
end $$;

-- All that names one card names the other from now on.
create procedure carry_over(kept uuid, gone uuid) language plpgsql as $$
declare
  company uuid := app_company();
  one record;
begin
  for one in select * from member_references() loop
    execute format('update %s set %I = $1 where company_id = $2 and %I = $3', one.tab, one.col, one.col) using kept, company, gone;
  end loop;
end $$;
