-- What db/migrations make, for reading and for review. Written by scripts/dump-schema.ts, never by hand.

create extension pg_trgm;

create type absence_kind as enum ('vacation', 'illness', 'day_off', 'other');
create type absence_state as enum ('asked', 'confirmed', 'refused', 'withdrawn');
create type assignee_state as enum ('new', 'accepted', 'declined', 'in_progress', 'done');
create type calendar_day_kind as enum ('work', 'short', 'off');
create type channel_kind as enum ('email', 'telegram', 'web_chat', 'max', 'phone');
create type counterparty_kind as enum ('organisation', 'person');
create type declared_as as enum ('inviter', 'member', 'head', 'settler');
create type delivery_state as enum ('waiting', 'sending', 'sent', 'delivered', 'read', 'failed');
create type document_kind as enum ('invoice', 'act');
create type document_state as enum ('issued', 'void');
create type identity_kind as enum ('phone', 'email', 'telegram', 'web_chat', 'max');
create type import_state as enum ('looking', 'ready', 'checking', 'checked', 'running', 'stopped', 'done', 'undoing', 'undone', 'failed');
create type invitation_state as enum ('sent', 'opened', 'accepted', 'expired', 'withdrawn');
create type legal_form as enum ('staff', 'entrepreneur', 'self_employed', 'civil_contract');
create type link_purpose as enum ('invitation', 'performer', 'customer', 'joining');
create type mail_state as enum ('waiting', 'sent', 'failed');
create type member_kind as enum ('staff', 'performer');
create type member_role as enum ('owner', 'admin', 'manager', 'accountant', 'member', 'performer');
create type member_state as enum ('invited', 'active', 'suspended', 'left');
create type message_side as enum ('in', 'out', 'note');
create type order_phase as enum ('new', 'agreement', 'work', 'acceptance', 'closing', 'done', 'cancelled');
create type order_source as enum ('phone', 'telegram', 'max', 'email', 'web_chat', 'portal', 'recurrence', 'rule', 'api', 'import', 'by_hand');
create type paper_kind as enum ('contract', 'identity', 'certificate', 'other');
create type party_kind as enum ('counterparty', 'contact');
create type photo_stage as enum ('before', 'after', 'other');
create type pool_request_state as enum ('asked', 'granted', 'refused', 'withdrawn');
create type price_model as enum ('fixed', 'hourly');
create type rejection_reason as enum ('quality', 'volume', 'deadline', 'price', 'other');
create type round_decision as enum ('accepted', 'rejected');
create type schedule_kind as enum ('weekly', 'shifts');
create type sign_in_method as enum ('password', 'code', 'passkey');
create type task_state as enum ('new', 'accepted', 'in_progress', 'done', 'returned', 'closed', 'cancelled');

create sequence party_merge_rows_position_seq as bigint;

CREATE OR REPLACE FUNCTION public.app_answering()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select app_own() || coalesce(nullif(current_setting('app.led', true), ''), '{}')::uuid[] $function$
;
CREATE OR REPLACE FUNCTION public.app_company()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.company_id', true), '')::uuid $function$
;
CREATE OR REPLACE FUNCTION public.app_may(wanted text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select wanted = any (string_to_array(current_setting('app.rights', true), ' ')) is true $function$
;
CREATE OR REPLACE FUNCTION public.app_only()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.only', true), '')::uuid $function$
;
CREATE OR REPLACE FUNCTION public.app_own()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(nullif(current_setting('app.own', true), ''), '{}')::uuid[] $function$
;
CREATE OR REPLACE FUNCTION public.app_pools()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(nullif(current_setting('app.pools', true), ''), '{}')::uuid[] $function$
;
CREATE OR REPLACE FUNCTION public.app_subject()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.subject', true), '')::uuid $function$
;
CREATE OR REPLACE FUNCTION public.app_viewer()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(current_setting('app.viewer', true), '') $function$
;
CREATE OR REPLACE FUNCTION public.assignee_rank(state assignee_state)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select array_position('{new,accepted,in_progress,done,declined}'::assignee_state[], state) $function$
;
CREATE OR REPLACE PROCEDURE public.bring_back(IN merge uuid)
 LANGUAGE plpgsql
AS $procedure$
declare
  company uuid := app_company();
  one record;
begin
  for one in
    select distinct r.tab, f.col, format_type(a.atttypid, a.atttypmod) as typ
    from party_merge_rows r, jsonb_object_keys(r.was) f (col), pg_attribute a
    where r.company_id = company and r.merge_id = merge and a.attrelid = r.tab::regclass and a.attname = f.col
  loop
    execute format(
      'update %1$s t set %2$I = (r.was ->> %2$L)::%3$s from party_merge_rows r
       where r.company_id = $1 and r.merge_id = $2 and r.tab = $3 and r.was ? %2$L and t.company_id = $1 and %4$s
         and t.%2$I is not distinct from (r.became ->> %2$L)::%3$s',
      one.tab, one.col, one.typ,
      (select string_agg(format('t.%1$I = (r.key ->> %1$L)::%2$s', a.attname, format_type(a.atttypid, a.atttypmod)), ' and ')
        from pg_attribute a where a.attrelid = one.tab::regclass and a.attname = any (own_key(one.tab::regclass))))
    using company, merge, one.tab;
  end loop;
end $procedure$
;
CREATE OR REPLACE FUNCTION public.card_references(cards regclass)
 RETURNS TABLE(tab text, col name, keys name[])
 LANGUAGE sql
 STABLE
AS $function$
  select c.conrelid::regclass::text, a.attname, own_key(c.conrelid)
  from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
  where c.contype = 'f' and c.confrelid = cards and c.conrelid <> 'counterparty_words'::regclass
  union all select 'auth.links', 'contact_id'::name, array['id'::name] where cards = 'contacts'::regclass $function$
;
CREATE OR REPLACE PROCEDURE public.carry_cards(IN cards regclass, IN kept uuid, IN gone uuid, IN merge uuid)
 LANGUAGE plpgsql
AS $procedure$
declare
  company uuid := app_company();
  one record;
  once text;
begin
  for one in select * from card_references(cards) loop
    once := case when one.col = any (one.keys) then format(
      'and not exists (select from %s k where k.company_id = $2 and k.%I = $1 %s)', one.tab, one.col,
      (select string_agg(format('and k.%1$I = t.%1$I', k), ' ') from unnest(one.keys) k where k <> one.col)) else '' end;
    execute format(
      'with moved as (update %1$s t set %2$I = $1 where t.company_id = $2 and t.%2$I = $3 %3$s returning jsonb_build_object(%4$s) as key)
       insert into party_merge_rows (company_id, merge_id, tab, key, was, became) select $2, $4, $5, key, $6, $7 from moved',
      one.tab, one.col, once, (select string_agg(format('%1$L, t.%1$I', k), ', ') from unnest(one.keys) k))
    using kept, company, gone, merge, one.tab, jsonb_build_object(one.col, gone), jsonb_build_object(one.col, kept);
  end loop;
end $procedure$
;
CREATE OR REPLACE PROCEDURE public.carry_over(IN kept uuid, IN gone uuid)
 LANGUAGE plpgsql
AS $procedure$
declare
  company uuid := app_company();
  one record;
begin
  for one in select * from member_references() loop
    execute format('update %s set %I = $1 where company_id = $2 and %I = $3', one.tab, one.col, one.col) using kept, company, gone;
  end loop;
end $procedure$
;
CREATE OR REPLACE FUNCTION public.conversation_words_said()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_table_name = 'messages' then
    insert into conversation_words (company_id, word, conversation_id)
    select new.company_id, word, new.conversation_id from unnest(stems_of(new.text)) word where length(word) < 60
    on conflict do nothing;
  else
    insert into conversation_words (company_id, word, conversation_id)
    select new.company_id, word, new.id from unnest(stems_of(new.title)) word where length(word) < 60
    on conflict do nothing;
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.count_cards(cards regclass, who uuid)
 RETURNS TABLE(ref text, n integer)
 LANGUAGE plpgsql
 STABLE
AS $function$
declare one record;
begin
  for one in select * from card_references(cards) loop
    ref := one.tab || '.' || one.col;
    execute format('select count(*)::int from %s where company_id = $1 and %I = $2', one.tab, one.col) into n using app_company(), who;
    if n > 0 then return next; end if;
  end loop;
end $function$
;
CREATE OR REPLACE FUNCTION public.count_references(who uuid)
 RETURNS TABLE(ref text, n integer)
 LANGUAGE plpgsql
 STABLE
AS $function$
declare one record;
begin
  for one in select * from member_references() loop
    ref := one.tab || '.' || one.col;
    execute format('select count(*)::int from %s where company_id = $1 and %I = $2', one.tab, one.col) into n using app_company(), who;
    if n > 0 then return next; end if;
  end loop;
end $function$
;
CREATE OR REPLACE FUNCTION public.counterparty_words_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  touched uuid;
  rows jsonb[] := array[to_jsonb(old), to_jsonb(new)];
begin
  for touched in
    select distinct case tg_argv[0]
        when 'contact_id' then (select k.counterparty_id from contacts k
          where k.company_id = (r ->> 'company_id')::uuid and k.id = (r ->> 'contact_id')::uuid)
        else (r ->> tg_argv[0])::uuid end
    from unnest(rows) r where r is not null
  loop
    if touched is not null then
      call write_counterparty_words(coalesce(new.company_id, old.company_id), touched);
    end if;
  end loop;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.enqueue(task text, payload jsonb, job_key text DEFAULT NULL::text, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, max_attempts integer DEFAULT 25)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select graphile_worker.add_job(task, payload::json, run_at => run_at, job_key => job_key, max_attempts => max_attempts)
$function$
;
CREATE OR REPLACE PROCEDURE public.guard(IN tab regclass, IN performer text, IN customer text, IN company text DEFAULT 'company_id'::text, IN narrow text DEFAULT 'true'::text)
 LANGUAGE plpgsql
AS $procedure$
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
end $procedure$
;
CREATE OR REPLACE PROCEDURE public.guard_narrow(IN tab regclass, IN narrow text, IN company text DEFAULT 'company_id'::text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('drop policy if exists narrow on %s', tab);
  execute format(
    'create policy narrow on %s to naryad_narrow using (%I = app_company() and ((select app_viewer()) = ''system'' or (%s))) with check (%I = app_company())',
    tab, company, narrow, company);
  execute format('grant select, insert, update, delete on %s to naryad_narrow', tab);
end $procedure$
;
CREATE OR REPLACE PROCEDURE public.join_doubles(IN kept uuid, IN gone uuid, IN by_whom uuid, IN at timestamp with time zone)
 LANGUAGE plpgsql
AS $procedure$
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
end $procedure$
;
CREATE OR REPLACE FUNCTION public.keep_ids(kind text, ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if current_setting('transaction_read_only') = 'on' then
    perform set_config('app.kept_' || kind, ids::text, true);
  end if;
end $function$
;
CREATE OR REPLACE FUNCTION public.kept_ids(kind text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$
  select case when current_setting('transaction_read_only') = 'on'
    then nullif(current_setting('app.kept_' || kind, true), '')::uuid[] end $function$
;
CREATE OR REPLACE FUNCTION public.led_performers()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.member_references()
 RETURNS TABLE(tab text, col name)
 LANGUAGE sql
 STABLE
AS $function$
  select c.conrelid::regclass::text, a.attname
  from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
  where c.contype = 'f' and c.confrelid = 'members'::regclass and c.conrelid <> 'placements'::regclass
  union all values ('rates', 'created_by'::name), ('time_entries', 'created_by'), ('files', 'uploaded_by') $function$
;
CREATE OR REPLACE FUNCTION public.my_files()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
declare viewer text := app_viewer();
begin
  perform set_config('app.viewer', 'system', true);
  return query
  select p.file_id from task_photos p join task_assignees a on a.company_id = p.company_id and a.task_id = p.task_id
  where a.company_id = app_company() and a.member_id = app_subject() and a.state <> 'declined';
  perform set_config('app.viewer', viewer, true);
end $function$
;
CREATE OR REPLACE FUNCTION public.my_orders()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
declare viewer text := app_viewer();
begin
  perform set_config('app.viewer', 'system', true);
  return query
  select id from orders
  where company_id = app_company() and counterparty_id = app_subject() and (app_only() is null or id = app_only());
  perform set_config('app.viewer', viewer, true);
end $function$
;
CREATE OR REPLACE FUNCTION public.my_people()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.my_rounds()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
declare viewer text := app_viewer();
begin
  perform set_config('app.viewer', 'system', true);
  return query
  select r.id from approval_rounds r where r.company_id = app_company() and r.counterparty_id = app_subject()
    and r.subject_kind = 'order' and (app_only() is null or r.subject_id = app_only());
  perform set_config('app.viewer', viewer, true);
end $function$
;
CREATE OR REPLACE FUNCTION public.my_shown_files()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.my_sites()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
declare viewer text := app_viewer();
begin
  perform set_config('app.viewer', 'system', true);
  return query
  select t.site_id from tasks t join task_assignees a on a.company_id = t.company_id and a.task_id = t.id
  where a.company_id = app_company() and a.member_id = app_subject() and a.state <> 'declined' and t.site_id is not null;
  perform set_config('app.viewer', viewer, true);
end $function$
;
CREATE OR REPLACE FUNCTION public.my_tasks()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
declare viewer text := app_viewer();
begin
  perform set_config('app.viewer', 'system', true);
  return query
  select task_id from task_assignees where company_id = app_company() and member_id = app_subject() and state <> 'declined';
  perform set_config('app.viewer', viewer, true);
end $function$
;
CREATE OR REPLACE FUNCTION public.name_within(one text[], other text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select least(cardinality(one), cardinality(other)) > 1 and not exists (
    select from unnest(case when cardinality(one) <= cardinality(other) then one else other end) short
    where not exists (select from unnest(case when cardinality(one) <= cardinality(other) then other else one end) long
      where long = short or (least(length(long), length(short)) = 1 and left(long, 1) = left(short, 1)))) $function$
;
CREATE OR REPLACE FUNCTION public.name_words(name text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE
AS $function$
  with words as (
    select w from regexp_split_to_table(translate(replace(lower(name), 'ё', 'е'), '«»"“”„''’`.,;:()[]/\-–—_№#+&*', repeat(' ', 40)), '\s+') w
    where w <> ''
  ), kept as (
    select w from words where w <> all ('{ооо,оао,зао,пао,нао,ао,одо,ип,чуп,чтуп,чпуп,уп,руп,куп,муп,гуп,фгуп,сооо,иооо,соао,сзао,чп,гп,тоо,гу,гбу,уо,llc,ltd,inc,gmbh,jsc,ooo,oao,zao,общество,ограниченной,дополнительной,ответственностью,с,открытое,закрытое,публичное,совместное,акционерное,индивидуальный,предприниматель,частное,торговое,производственное,унитарное,республиканское,коммунальное,государственное,предприятие,учреждение}'::text[])
  )
  select coalesce((select array_agg(w order by w) from kept), (select array_agg(w order by w) from words), '{}') $function$
;
CREATE OR REPLACE FUNCTION public.order_words_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  before text[] := '{}';
  after text[] := stems_of(concat_ws(' ', new.title, new.request, new.address));
begin
  if tg_op = 'UPDATE' then
    before := stems_of(concat_ws(' ', old.title, old.request, old.address));
    delete from order_words
    where company_id = new.company_id and number = new.number and word = any (before) and word <> all (after);
  end if;
  insert into order_words (company_id, word, number)
  select new.company_id, word, new.number from unnest(after) word where word <> all (before);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.own_key(tab regclass)
 RETURNS name[]
 LANGUAGE sql
 STABLE
AS $function$
  select array_agg(a.attname order by a.attnum) from pg_index x join pg_attribute a on a.attrelid = x.indrelid and a.attnum = any (x.indkey)
  where x.indrelid = tab and x.indisprimary and a.attname <> 'company_id' $function$
;
CREATE OR REPLACE FUNCTION public.plain_name(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE STRICT
AS $function$
  select array_to_string(name_words(name), ' ') $function$
;
CREATE OR REPLACE FUNCTION public.reads_papers_of(member uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select app_may('people.manage') or (app_may('performers.manage') and exists (
    select from members whose
    where whose.company_id = app_company() and whose.id = member and whose.kind = 'performer')
    and (app_may('orders.all') or member in (select led_performers()))) $function$
;
CREATE OR REPLACE PROCEDURE public.return_messages(IN merge uuid, IN kept uuid, IN gone uuid)
 LANGUAGE sql
AS $procedure$
  update messages m set contact_id = gone from party_merge_rows r
  where r.company_id = app_company() and r.merge_id = merge and r.tab = 'conversations' and r.was ? 'contact_id'
    and m.company_id = app_company() and m.conversation_id = (r.key ->> 'id')::uuid and m.contact_id = kept $procedure$
;
CREATE OR REPLACE FUNCTION public.seen_conversations()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  viewer text := app_viewer();
  company uuid := app_company();
  answering uuid[] := app_answering();
  takes boolean := app_may('dialogues.answer');
  ids uuid[] := kept_ids('conversations');
begin
  if not app_may('dialogues.read') then
    return;
  end if;
  if ids is null then
    perform set_config('app.viewer', 'system', true);
    ids := array(
      select id from conversations where company_id = company and assignee_id = any (answering)
      union select id from conversations where company_id = company and assignee_id is null and takes
      union select c.id from conversations c
        join contacts k on k.company_id = c.company_id and k.id = c.contact_id
        join counterparties p on p.company_id = k.company_id and p.id = k.counterparty_id
        where c.company_id = company and p.responsible_id = any (answering)
      union select m.conversation_id from message_mentions n
        join messages m on m.company_id = n.company_id and m.id = n.message_id
        where n.company_id = company and n.member_id = any (app_own()));
    perform set_config('app.viewer', viewer, true);
    perform keep_ids('conversations', ids);
  end if;
  return query select unnest(ids);
end $function$
;
CREATE OR REPLACE FUNCTION public.seen_counterparties()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.seen_orders()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.seen_tasks()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.stems_of(said text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select tsvector_to_array(to_tsvector('russian', replace(lower(coalesce(said, '')), 'ё', 'е'))) $function$
;
CREATE OR REPLACE FUNCTION public.take_numbers(company uuid, of_kind text, many integer)
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
declare
  taken bigint;
begin
  perform set_config('synchronous_commit', 'off', true), set_config('role', 'naryad_app', true),
    set_config('app.viewer', 'system', true), set_config('app.company_id', company::text, true);
  insert into counters (company_id, kind, last) values (company, of_kind, many)
    on conflict (company_id, kind) do update set last = counters.last + many returning last into taken;
  return taken;
end
$function$
;
CREATE OR REPLACE FUNCTION public.unnamed_rows(tab regclass, company uuid, ids uuid[])
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  link record;
  free uuid[] := ids;
begin
  for link in
    select c.conrelid::regclass as tab, a.attname as col from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
    where c.contype = 'f' and c.confrelid = tab and c.confdeltype <> 'c'
  loop
    execute format('select array(select u.id from unnest($1) u (id) where not exists (select from %s r where r.company_id = $2 and r.%I = u.id))',
      link.tab, link.col) into free using free, company;
  end loop;
  return query select unnest(free);
end $function$
;
CREATE OR REPLACE PROCEDURE public.write_counterparty_words(IN company uuid, IN counterparty uuid)
 LANGUAGE plpgsql
AS $procedure$
begin
  perform from counterparties where company_id = company and id = counterparty for no key update;
  call write_words_of_counterparties(company, array[counterparty]);
end $procedure$
;
CREATE OR REPLACE PROCEDURE public.write_words_of_counterparties(IN company uuid, IN ids uuid[])
 LANGUAGE sql
AS $procedure$
  insert into counterparty_words (company_id, counterparty_id, words)
  select c.company_id, c.id, replace(lower(concat_ws(E'\n', c.name, c.tax_number,
      c.requisites ->> 'legal_name', c.requisites ->> 'short_name',
      (select string_agg(concat_ws(E'\n', g.name, g.tax_number, g.requisites ->> 'legal_name', g.requisites ->> 'short_name'), E'\n'
          order by g.id)
        from counterparties g where g.company_id = c.company_id and g.merged_into = c.id),
      (select string_agg(concat_ws(E'\n', v.requisites ->> 'legal_name', v.requisites ->> 'short_name'), E'\n' order by v.from_day)
        from requisites_versions v where v.company_id = c.company_id and v.counterparty_id = c.id),
      (select string_agg(concat_ws(E'\n', k.name,
          (select string_agg(i.value, E'\n' order by i.kind, i.value) from contact_identities i
            where i.company_id = k.company_id and i.contact_id = k.id)
        ), E'\n' order by k.id) from contacts k where k.company_id = c.company_id and k.counterparty_id = c.id),
      (select string_agg(s.address, E'\n' order by s.id) from sites s where s.company_id = c.company_id and s.counterparty_id = c.id)
    )), 'ё', 'е')
  from counterparties c where c.company_id = company and c.id = any (ids)
  on conflict (company_id, counterparty_id) do update set words = excluded.words
$procedure$
;


create table auth.account
  id uuid not null default gen_random_uuid()
  "accountId" text not null
  "providerId" text not null
  "userId" uuid not null
  "accessToken" text
  "refreshToken" text
  "idToken" text
  "accessTokenExpiresAt" timestamp with time zone
  "refreshTokenExpiresAt" timestamp with time zone
  scope text
  password text
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP
  "updatedAt" timestamp with time zone not null
  constraint account_pkey PRIMARY KEY (id)
  constraint "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
  CREATE INDEX "account_userId_idx" ON auth.account USING btree ("userId")
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is one way to prove who a user is: a password hash for now.

create table auth.api_keys
  id uuid not null
  company_id uuid not null
  member_id uuid not null
  user_id uuid not null
  name text not null
  scopes text[] not null
  secret_hash bytea not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  last_used_at timestamp with time zone
  revoked_at timestamp with time zone
  constraint api_keys_pkey PRIMARY KEY (id)
  constraint api_keys_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE
  CREATE INDEX api_keys_by_member ON auth.api_keys USING btree (company_id, member_id, created_at DESC)
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a key by which a program works as a member, within its scopes; its secret is not stored.

create table auth.links
  id uuid not null
  company_id uuid not null
  purpose auth.link_purpose not null
  subject_id uuid not null
  contact_id uuid
  secret_hash bytea not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone
  opened_at timestamp with time zone
  used_at timestamp with time zone
  revoked_at timestamp with time zone
  constraint links_pkey PRIMARY KEY (id)
  CREATE INDEX links_by_subject ON auth.links USING btree (company_id, subject_id)
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a personal link: it opens one thing for whoever holds its secret.

create table auth.passkey
  id uuid not null default gen_random_uuid()
  name text
  "publicKey" text not null
  "userId" uuid not null
  "credentialID" text not null
  counter integer not null
  "deviceType" text not null
  "backedUp" boolean not null
  transports text
  "createdAt" timestamp with time zone
  aaguid text
  constraint passkey_pkey PRIMARY KEY (id)
  constraint "passkey_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
  CREATE INDEX "passkey_credentialID_idx" ON auth.passkey USING btree ("credentialID")
  CREATE INDEX "passkey_userId_idx" ON auth.passkey USING btree ("userId")
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a passkey (WebAuthn) of a user: its public half.

create table auth."rateLimit"
  id uuid not null default gen_random_uuid()
  key text not null
  count integer not null
  "lastRequest" bigint not null
  constraint "rateLimit_key_key" UNIQUE (key)
  constraint "rateLimit_pkey" PRIMARY KEY (id)
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row counts tries at sign-in from one place.

create table auth.session
  id uuid not null default gen_random_uuid()
  "expiresAt" timestamp with time zone not null
  token text not null
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP
  "updatedAt" timestamp with time zone not null
  "ipAddress" text
  "userAgent" text
  "userId" uuid not null
  "companyId" text
  strong boolean not null default false
  "provedAt" timestamp with time zone not null default now()
  constraint session_pkey PRIMARY KEY (id)
  constraint session_token_key UNIQUE (token)
  constraint "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
  CREATE INDEX "session_userId_idx" ON auth.session USING btree ("userId")
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is one browser signed in; companyId is the company it works in now.

create table auth.sign_ins
  id uuid not null
  user_id uuid not null
  at timestamp with time zone not null
  method auth.sign_in_method not null
  passed boolean not null
  address text
  user_agent text
  constraint sign_ins_pkey PRIMARY KEY (id)
  constraint sign_ins_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE
  CREATE INDEX sign_ins_by_time ON auth.sign_ins USING btree (at)
  CREATE INDEX sign_ins_by_user ON auth.sign_ins USING btree (user_id, at DESC)
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a try to sign in to an account that exists, passed or failed; kept 180 days.

create table auth.tries
  account bytea not null
  n integer not null
  since timestamp with time zone not null
  constraint tries_pkey PRIMARY KEY (account)
  CREATE INDEX tries_by_time ON auth.tries USING btree (since)
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row counts the passwords tried for one e-mail, whether it has an account or not.

create table auth."twoFactor"
  id uuid not null default gen_random_uuid()
  secret text not null
  "backupCodes" text not null
  "userId" uuid not null
  verified boolean
  "failedVerificationCount" integer
  "lockedUntil" timestamp with time zone
  constraint "twoFactor_pkey" PRIMARY KEY (id)
  constraint "twoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
  CREATE INDEX "twoFactor_secret_idx" ON auth."twoFactor" USING btree (secret)
  CREATE INDEX "twoFactor_userId_idx" ON auth."twoFactor" USING btree ("userId")
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is the second factor of a user (RFC 6238), encrypted by the sign-in library.

create table auth.used_codes
  user_id uuid not null
  code bytea not null
  at timestamp with time zone not null
  constraint used_codes_pkey PRIMARY KEY (user_id, code)
  constraint used_codes_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE
  CREATE INDEX used_codes_by_time ON auth.used_codes USING btree (at)
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a code of an app that was given: while it is worth something it opens nothing twice.

create table auth."user"
  id uuid not null default gen_random_uuid()
  name text not null
  email text not null
  "emailVerified" boolean not null
  image text
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP
  "updatedAt" timestamp with time zone not null default CURRENT_TIMESTAMP
  "twoFactorEnabled" boolean
  constraint user_email_key UNIQUE (email)
  constraint user_pkey PRIMARY KEY (id)
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a person who can sign in, of no company in particular.

create table auth.user_locales
  user_id uuid not null
  locale text not null
  constraint user_locales_locale_check CHECK ((locale = ANY (ARRAY['ru'::text, 'en'::text])))
  constraint user_locales_pkey PRIMARY KEY (user_id)
  constraint user_locales_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: this person reads his screens, and letters to him, in this language.

create table auth.verification
  id uuid not null default gen_random_uuid()
  identifier text not null
  value text not null
  "expiresAt" timestamp with time zone not null
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP
  "updatedAt" timestamp with time zone not null default CURRENT_TIMESTAMP
  constraint verification_pkey PRIMARY KEY (id)
  CREATE INDEX verification_identifier_idx ON auth.verification USING btree (identifier)
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a short-lived proof on its way: reset of a password, second factor.

create table auth.viewings
  id uuid not null
  session_id uuid not null
  company_id uuid not null
  by_id uuid not null
  member_id uuid
  role text
  began_at timestamp with time zone not null
  until timestamp with time zone not null
  ended_at timestamp with time zone
  role_id uuid
  constraint viewings_check CHECK ((num_nonnulls(member_id, role) = 1))
  constraint viewings_check1 CHECK (((role_id IS NULL) OR (role IS NOT NULL)))
  constraint viewings_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX viewings_going_on ON auth.viewings USING btree (session_id) WHERE (ended_at IS NULL)
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: in this browser its user looks with the eyes of another member, or of a role, and changes nothing.

create table public.absences
  company_id uuid not null
  id uuid not null
  member_id uuid not null
  kind absence_kind not null
  from_day date not null
  to_day date not null
  from_minute integer
  to_minute integer
  note text
  state absence_state not null
  entered_by uuid not null
  entered_at timestamp with time zone not null
  decided_by uuid
  decided_at timestamp with time zone
  reason text
  version integer not null default 1
  constraint absences_check CHECK ((to_day >= from_day))
  constraint absences_check1 CHECK (((from_minute IS NULL) = (to_minute IS NULL)))
  constraint absences_check2 CHECK (((from_minute IS NULL) OR ((to_minute > from_minute) AND (to_day = from_day))))
  constraint absences_company_id_decided_by_fkey FOREIGN KEY (company_id, decided_by) REFERENCES members(company_id, id)
  constraint absences_company_id_entered_by_fkey FOREIGN KEY (company_id, entered_by) REFERENCES members(company_id, id)
  constraint absences_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint absences_company_id_member_id_fkey FOREIGN KEY (company_id, member_id) REFERENCES members(company_id, id)
  constraint absences_from_minute_check CHECK (((from_minute >= 0) AND (from_minute <= 1439)))
  constraint absences_pkey PRIMARY KEY (company_id, id)
  constraint absences_to_minute_check CHECK (((to_minute >= 1) AND (to_minute <= 1440)))
  CREATE INDEX absences_asked ON public.absences USING btree (company_id) WHERE (state = 'asked'::absence_state)
  CREATE INDEX absences_by_day ON public.absences USING btree (company_id, from_day DESC, id DESC)
  CREATE INDEX absences_by_member ON public.absences USING btree (company_id, member_id, to_day)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy performer for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'performer'::text) AND (member_id = ( SELECT app_subject() AS app_subject)))) with check ()
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: a person is not there on these days, or asks not to be. What he asks for counts nowhere until it is confirmed.

create table public.account_mails
  company_id uuid not null
  id uuid not null
  user_id uuid not null
  recipient text not null
  subject text not null
  body text not null
  state mail_state not null
  error text
  created_at timestamp with time zone not null
  sent_at timestamp with time zone
  constraint account_mails_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint account_mails_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX account_mails_by_company ON public.account_mails USING btree (company_id, created_at DESC)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR ( SELECT app_may('mail.read'::text) AS app_may)))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a letter about a user's account: the reset of a password.

create table public.agreement_prices
  company_id uuid not null
  agreement_id uuid not null
  price_model price_model
  price bigint
  currency text not null
  vat_rate integer
  constraint agreement_prices_check CHECK (((price_model IS NULL) = (price IS NULL)))
  constraint agreement_prices_company_id_agreement_id_fkey FOREIGN KEY (company_id, agreement_id) REFERENCES agreements(company_id, id) ON DELETE CASCADE
  constraint agreement_prices_pkey PRIMARY KEY (company_id, agreement_id)
  constraint agreement_prices_price_check CHECK ((price >= 0))
  row level security, forced
  policy customer for select using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'customer'::text) AND (EXISTS ( SELECT
   FROM agreements a
  WHERE ((a.company_id = agreement_prices.company_id) AND (a.id = agreement_prices.agreement_id)))))) with check ()
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('money.read'::text) AS app_may) AND (EXISTS ( SELECT
   FROM agreements a
  WHERE ((a.company_id = agreement_prices.company_id) AND (a.id = agreement_prices.agreement_id)))))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is the price of a version of the terms; read only by who reads money, and by the customer.

create table public.agreements
  company_id uuid not null
  id uuid not null
  order_id uuid not null
  version integer not null
  starts_at timestamp with time zone
  due_at timestamp with time zone
  scope text
  made_by uuid not null
  made_at timestamp with time zone not null
  priced boolean not null
  constraint agreements_company_id_made_by_fkey FOREIGN KEY (company_id, made_by) REFERENCES members(company_id, id)
  constraint agreements_company_id_order_id_fkey FOREIGN KEY (company_id, order_id) REFERENCES orders(company_id, id) ON DELETE CASCADE
  constraint agreements_company_id_order_id_version_key UNIQUE (company_id, order_id, version)
  constraint agreements_pkey PRIMARY KEY (company_id, id)
  constraint agreements_version_check CHECK ((version > 0))
  row level security, forced
  policy customer for select using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'customer'::text) AND (order_id IN ( SELECT my_orders() AS my_orders)))) with check ()
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('orders.all'::text) AS app_may) OR (order_id IN ( SELECT seen_orders() AS seen_orders)))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is what was agreed with the customer, as it stood until the next version (S41).

create table public.approval_rounds
  company_id uuid not null
  id uuid not null
  subject_kind text not null
  subject_id uuid not null
  number integer not null
  counterparty_id uuid not null
  contact_id uuid
  summary text not null
  sent_by uuid not null
  sent_at timestamp with time zone not null
  answer_by timestamp with time zone
  opened_at timestamp with time zone
  decision round_decision
  decided_at timestamp with time zone
  decided_by_contact_id uuid
  decided_by_member_id uuid
  proof text
  proof_file_id uuid
  reason rejection_reason
  words text
  withdrawn_at timestamp with time zone
  silence_contract_id uuid
  silence_contract_number text
  silence_contract_signed_on date
  silence_days smallint
  silence_last_day date
  silence_accepts_at timestamp with time zone
  silence_remind_at timestamp with time zone
  reminded_at timestamp with time zone
  by_silence boolean not null default false
  silence_broken_at timestamp with time zone
  constraint approval_rounds_check CHECK (((decision IS NULL) = (decided_at IS NULL)))
  constraint approval_rounds_check1 CHECK (((withdrawn_at IS NULL) OR (decision IS NULL)))
  constraint approval_rounds_check2 CHECK (((decision IS DISTINCT FROM 'rejected'::round_decision) OR (reason IS NOT NULL)))
  constraint approval_rounds_check3 CHECK ((num_nulls(silence_contract_id, silence_contract_number, silence_contract_signed_on, silence_days, silence_last_day, silence_accepts_at) = ANY (ARRAY[0, 6])))
  constraint approval_rounds_check4 CHECK (((NOT by_silence) OR ((NOT (decision IS DISTINCT FROM 'accepted'::round_decision)) AND (silence_accepts_at IS NOT NULL) AND (decided_by_contact_id IS NULL) AND (decided_by_member_id IS NULL))))
  constraint approval_rounds_check5 CHECK (((silence_broken_at IS NULL) OR ((silence_accepts_at IS NOT NULL) AND (NOT by_silence))))
  constraint approval_rounds_company_id_contact_id_fkey FOREIGN KEY (company_id, contact_id) REFERENCES contacts(company_id, id)
  constraint approval_rounds_company_id_counterparty_id_fkey FOREIGN KEY (company_id, counterparty_id) REFERENCES counterparties(company_id, id)
  constraint approval_rounds_company_id_decided_by_contact_id_fkey FOREIGN KEY (company_id, decided_by_contact_id) REFERENCES contacts(company_id, id)
  constraint approval_rounds_company_id_decided_by_member_id_fkey FOREIGN KEY (company_id, decided_by_member_id) REFERENCES members(company_id, id)
  constraint approval_rounds_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint approval_rounds_company_id_proof_file_id_fkey FOREIGN KEY (company_id, proof_file_id) REFERENCES files(company_id, id)
  constraint approval_rounds_company_id_sent_by_fkey FOREIGN KEY (company_id, sent_by) REFERENCES members(company_id, id)
  constraint approval_rounds_company_id_silence_contract_id_fkey FOREIGN KEY (company_id, silence_contract_id) REFERENCES counterparty_contracts(company_id, id)
  constraint approval_rounds_company_id_subject_id_number_key UNIQUE (company_id, subject_id, number)
  constraint approval_rounds_number_check CHECK ((number > 0))
  constraint approval_rounds_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX approval_rounds_by_contact ON public.approval_rounds USING btree (company_id, contact_id) WHERE (contact_id IS NOT NULL)
  CREATE INDEX approval_rounds_by_counterparty ON public.approval_rounds USING btree (company_id, counterparty_id)
  CREATE INDEX approval_rounds_by_decider ON public.approval_rounds USING btree (company_id, decided_by_contact_id) WHERE (decided_by_contact_id IS NOT NULL)
  CREATE INDEX approval_rounds_by_proof ON public.approval_rounds USING btree (company_id, proof_file_id) WHERE (proof_file_id IS NOT NULL)
  CREATE INDEX approval_rounds_silent ON public.approval_rounds USING btree (silence_accepts_at) WHERE ((silence_accepts_at IS NOT NULL) AND (silence_broken_at IS NULL) AND (decision IS NULL) AND (withdrawn_at IS NULL))
  CREATE INDEX approval_rounds_to_remind ON public.approval_rounds USING btree (silence_remind_at) WHERE ((silence_remind_at IS NOT NULL) AND (decision IS NULL) AND (withdrawn_at IS NULL))
  row level security, forced
  policy customer for select using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'customer'::text) AND (id IN ( SELECT my_rounds() AS my_rounds)))) with check ()
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('orders.all'::text) AS app_may) OR ((subject_kind = 'order'::text) AND (subject_id IN ( SELECT seen_orders() AS seen_orders))))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy relay for select using ((( SELECT app_viewer() AS app_viewer) = 'relay'::text)) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is one showing of a result to the customer and his decision; rounds are kept (S54).

create table public.assets
  company_id uuid not null
  id uuid not null
  site_id uuid not null
  name text not null
  kind text
  serial text
  installed_on date
  next_service_on date
  note text
  version integer not null default 1
  created_at timestamp with time zone not null
  removed_at timestamp with time zone
  constraint assets_company_id_site_id_fkey FOREIGN KEY (company_id, site_id) REFERENCES sites(company_id, id)
  constraint assets_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX assets_by_service ON public.assets USING btree (company_id, next_service_on) WHERE ((removed_at IS NULL) AND (next_service_on IS NOT NULL))
  CREATE INDEX assets_by_site ON public.assets USING btree (company_id, site_id) WHERE (removed_at IS NULL)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (EXISTS ( SELECT
   FROM sites s
  WHERE ((s.company_id = assets.company_id) AND (s.id = assets.site_id))))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a thing that stands at a site and is looked after: a boiler, a panel, a sign.

create table public.calendar_days
  company_id uuid not null
  day date not null
  kind calendar_day_kind not null
  note text
  set_by uuid not null
  set_at timestamp with time zone not null
  constraint calendar_days_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint calendar_days_company_id_set_by_fkey FOREIGN KEY (company_id, set_by) REFERENCES members(company_id, id)
  constraint calendar_days_pkey PRIMARY KEY (company_id, day)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a day that this company works otherwise than the official calendar says.

create table public.certificates
  company_id uuid not null
  id uuid not null
  member_id uuid not null
  kind text not null
  number text
  issued_on date
  expires_on date
  version integer not null default 1
  created_by uuid not null
  created_at timestamp with time zone not null
  removed_at timestamp with time zone
  constraint certificates_check CHECK ((expires_on >= issued_on))
  constraint certificates_company_id_created_by_fkey FOREIGN KEY (company_id, created_by) REFERENCES members(company_id, id)
  constraint certificates_company_id_member_id_fkey FOREIGN KEY (company_id, member_id) REFERENCES members(company_id, id)
  constraint certificates_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX certificates_by_end ON public.certificates USING btree (company_id, expires_on) WHERE ((removed_at IS NULL) AND (expires_on IS NOT NULL))
  CREATE INDEX certificates_by_member ON public.certificates USING btree (company_id, member_id) WHERE (removed_at IS NULL)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy performer for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'performer'::text) AND (member_id = ( SELECT app_subject() AS app_subject)))) with check ()
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a certificate or a permit of a person, with its last day.

create table public.channel_states
  company_id uuid not null
  channel_id uuid not null
  cursor jsonb not null default '{}'::jsonb
  leased_by text
  leased_until timestamp with time zone
  answered_at timestamp with time zone
  last_in_at timestamp with time zone
  last_out_at timestamp with time zone
  paused_until timestamp with time zone
  lag_ms integer
  failing_since timestamp with time zone
  fault text
  fault_words text
  told_at timestamp with time zone
  constraint channel_states_company_id_channel_id_fkey FOREIGN KEY (company_id, channel_id) REFERENCES channels(company_id, id) ON DELETE CASCADE
  constraint channel_states_pkey PRIMARY KEY (company_id, channel_id)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy relay for all using ((( SELECT app_viewer() AS app_viewer) = 'relay'::text)) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is how a channel does: how far it is read, by which node, and what ails it.

create table public.channels
  company_id uuid not null
  id uuid not null
  kind channel_kind not null
  name text not null
  settings jsonb not null default '{}'::jsonb
  sealed text
  responsible_id uuid
  archived_at timestamp with time zone
  version integer not null default 1
  created_by uuid
  created_at timestamp with time zone not null
  auto_reply jsonb
  constraint channels_company_id_created_by_fkey FOREIGN KEY (company_id, created_by) REFERENCES members(company_id, id)
  constraint channels_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint channels_company_id_responsible_id_fkey FOREIGN KEY (company_id, responsible_id) REFERENCES members(company_id, id)
  constraint channels_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX channels_web_chat ON public.channels USING btree (id) WHERE (kind = 'web_chat'::channel_kind)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy relay for select using ((( SELECT app_viewer() AS app_viewer) = 'relay'::text)) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a connected mailbox, bot, chat on a site or the phone.

create table public.chat_keys
  company_id uuid not null
  channel_id uuid not null
  key_hash bytea not null
  visitor_id uuid not null
  created_at timestamp with time zone not null
  constraint chat_keys_company_id_visitor_id_fkey FOREIGN KEY (company_id, visitor_id) REFERENCES chat_visitors(company_id, id) ON DELETE CASCADE
  constraint chat_keys_pkey PRIMARY KEY (company_id, channel_id, key_hash)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR false))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: this browser is that visitor.

create table public.chat_visitors
  company_id uuid not null
  id uuid not null
  channel_id uuid not null
  number bigint not null
  user_id text
  name text
  phone text
  email text
  page_url text
  lettered_at timestamp with time zone
  created_at timestamp with time zone not null
  constraint chat_visitors_company_id_channel_id_fkey FOREIGN KEY (company_id, channel_id) REFERENCES channels(company_id, id)
  constraint chat_visitors_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint chat_visitors_pkey PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX chat_visitors_by_user ON public.chat_visitors USING btree (company_id, channel_id, user_id) WHERE (user_id IS NOT NULL)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR false))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a visitor of a site who has written in its chat; his dialogue carries his id as its key.

create table public.checklist_items
  company_id uuid not null
  id uuid not null
  task_id uuid not null
  "position" integer not null
  text text not null
  done_by uuid
  done_at timestamp with time zone
  constraint checklist_items_company_id_done_by_fkey FOREIGN KEY (company_id, done_by) REFERENCES members(company_id, id)
  constraint checklist_items_company_id_task_id_fkey FOREIGN KEY (company_id, task_id) REFERENCES tasks(company_id, id) ON DELETE CASCADE
  constraint checklist_items_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX checklist_items_by_task ON public.checklist_items USING btree (company_id, task_id, "position")
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('orders.all'::text) AS app_may) OR (task_id IN ( SELECT seen_tasks() AS seen_tasks)))))) with check ((company_id = app_company()))
  policy performer for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'performer'::text) AND (task_id IN ( SELECT my_tasks() AS my_tasks)))) with check ()
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a point that must be ticked before the task is done.

create table public.comments
  company_id uuid not null
  id uuid not null
  task_id uuid not null
  author_id uuid not null
  text text not null
  is_question boolean not null default false
  answered_at timestamp with time zone
  answer_id uuid
  created_at timestamp with time zone not null
  constraint comments_company_id_answer_id_fkey FOREIGN KEY (company_id, answer_id) REFERENCES comments(company_id, id)
  constraint comments_company_id_author_id_fkey FOREIGN KEY (company_id, author_id) REFERENCES members(company_id, id)
  constraint comments_company_id_task_id_fkey FOREIGN KEY (company_id, task_id) REFERENCES tasks(company_id, id) ON DELETE CASCADE
  constraint comments_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX comments_by_task ON public.comments USING btree (company_id, task_id, id)
  CREATE INDEX comments_open_questions ON public.comments USING btree (company_id, task_id) WHERE (is_question AND (answered_at IS NULL))
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('orders.all'::text) AS app_may) OR (task_id IN ( SELECT seen_tasks() AS seen_tasks)))))) with check ((company_id = app_company()))
  policy performer for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'performer'::text) AND (task_id IN ( SELECT my_tasks() AS my_tasks)))) with check ()
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a word in a task's thread; a question waits for its answer (S45, S46).

create table public.companies
  id uuid not null
  name text not null
  country text not null
  currency text not null
  time_zone text not null
  vat_rate integer
  requisites jsonb not null default '{}'::jsonb
  settings jsonb not null default '{}'::jsonb
  version integer not null default 1
  created_at timestamp with time zone not null
  tree_changed_at timestamp with time zone
  pools_open boolean not null default false
  orders_open boolean not null default true
  site_contact_open boolean not null default true
  constraint companies_country_check CHECK ((country = ANY (ARRAY['BY'::text, 'RU'::text, 'other'::text])))
  constraint companies_currency_check CHECK ((currency = ANY (ARRAY['BYN'::text, 'RUB'::text, 'USD'::text, 'EUR'::text, 'KZT'::text])))
  constraint companies_pkey PRIMARY KEY (id)
  constraint companies_vat_rate_check CHECK (((vat_rate >= 0) AND (vat_rate <= 100)))
  row level security, forced
  policy customer for select using (((id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'customer'::text) AND true)) with check ()
  policy narrow for all using (((id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((id = app_company()))
  policy performer for all using (((id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'performer'::text) AND true)) with check ()
  policy program for all using (((id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy self for select using (((( SELECT app_viewer() AS app_viewer) = 'user'::text) AND (id IN ( SELECT members.company_id
   FROM members
  WHERE (members.user_id = ( SELECT app_subject() AS app_subject)))))) with check ()
  policy staff for all using ((id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a company that uses the product: a tenant.

create table public.contact_claims
  company_id uuid not null
  contact_id uuid not null
  kind identity_kind not null
  value text not null
  proven boolean not null
  claimed_at timestamp with time zone not null
  constraint contact_claims_company_id_contact_id_fkey FOREIGN KEY (company_id, contact_id) REFERENCES contacts(company_id, id) ON DELETE CASCADE
  constraint contact_claims_pkey PRIMARY KEY (company_id, contact_id, kind, value)
  CREATE INDEX contact_claims_by_value ON public.contact_claims USING btree (company_id, kind, value)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (EXISTS ( SELECT
   FROM contacts c
  WHERE ((c.company_id = contact_claims.company_id) AND (c.id = contact_claims.contact_id))))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: this contact is said to have that phone, e-mail or account, which makes nobody of another by itself.

create table public.contact_identities
  company_id uuid not null
  contact_id uuid not null
  kind identity_kind not null
  value text not null
  label text
  proven_at timestamp with time zone
  fault text
  fault_at timestamp with time zone
  constraint contact_identities_company_id_contact_id_fkey FOREIGN KEY (company_id, contact_id) REFERENCES contacts(company_id, id) ON DELETE CASCADE
  constraint contact_identities_pkey PRIMARY KEY (company_id, kind, value)
  CREATE INDEX contact_identities_by_contact ON public.contact_identities USING btree (company_id, contact_id)
  CREATE INDEX contact_identities_by_phone ON public.contact_identities USING btree (company_id, value COLLATE "C") WHERE (kind = 'phone'::identity_kind)
  CREATE TRIGGER words_of_identity AFTER INSERT OR DELETE OR UPDATE ON public.contact_identities FOR EACH ROW WHEN ((current_setting('app.words'::text, true) IS DISTINCT FROM 'later'::text)) EXECUTE FUNCTION counterparty_words_changed('contact_id')
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (EXISTS ( SELECT
   FROM contacts c
  WHERE ((c.company_id = contact_identities.company_id) AND (c.id = contact_identities.contact_id))))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: this phone, e-mail or messenger account is that contact.

create table public.contacts
  company_id uuid not null
  id uuid not null
  counterparty_id uuid
  name text not null
  "position" text
  version integer not null default 1
  created_at timestamp with time zone not null
  merged_into uuid
  plain_name text not null generated always as (plain_name(name)) stored
  constraint contacts_company_id_counterparty_id_fkey FOREIGN KEY (company_id, counterparty_id) REFERENCES counterparties(company_id, id)
  constraint contacts_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint contacts_company_id_merged_into_fkey FOREIGN KEY (company_id, merged_into) REFERENCES contacts(company_id, id)
  constraint contacts_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX contacts_by_counterparty ON public.contacts USING btree (company_id, counterparty_id)
  CREATE INDEX contacts_merged ON public.contacts USING btree (company_id, merged_into) WHERE (merged_into IS NOT NULL)
  CREATE TRIGGER words_of_contact AFTER INSERT OR DELETE OR UPDATE OF name, counterparty_id ON public.contacts FOR EACH ROW WHEN ((current_setting('app.words'::text, true) IS DISTINCT FROM 'later'::text)) EXECUTE FUNCTION counterparty_words_changed('counterparty_id')
  row level security, forced
  policy customer for select using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'customer'::text) AND (counterparty_id = ( SELECT app_subject() AS app_subject)))) with check ()
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('counterparties.manage'::text) AS app_may) OR ( SELECT app_may('orders.all'::text) AS app_may) OR (counterparty_id IN ( SELECT seen_counterparties() AS seen_counterparties)) OR (id IN ( SELECT o.contact_id
   FROM orders o
  WHERE (o.company_id = app_company()))) OR (id IN ( SELECT c.contact_id
   FROM conversations c
  WHERE (c.company_id = app_company()))))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a person at a counterparty, or of none yet.

create table public.contract_prices
  company_id uuid not null
  contract_id uuid not null
  "position" smallint not null
  name text not null
  unit text not null
  price bigint not null
  currency text not null
  constraint contract_prices_company_id_contract_id_fkey FOREIGN KEY (company_id, contract_id) REFERENCES counterparty_contracts(company_id, id) ON DELETE CASCADE
  constraint contract_prices_pkey PRIMARY KEY (company_id, contract_id, "position")
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (EXISTS ( SELECT
   FROM counterparty_contracts k
  WHERE ((k.company_id = contract_prices.company_id) AND (k.id = contract_prices.contract_id))))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a line of a contract's price list.

create table public.conversation_presences
  company_id uuid not null
  conversation_id uuid not null
  member_id uuid not null
  seen_at timestamp with time zone not null
  typing_at timestamp with time zone
  constraint conversation_presences_company_id_member_id_fkey FOREIGN KEY (company_id, member_id) REFERENCES members(company_id, id)
  constraint conversation_presences_pkey PRIMARY KEY (company_id, conversation_id, member_id)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (conversation_id IN ( SELECT seen_conversations() AS seen_conversations))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: this person has that dialogue open, and perhaps writes. Lost in a crash, and nobody minds.

create table public.conversation_reads
  company_id uuid not null
  conversation_id uuid not null
  member_id uuid not null
  read_at timestamp with time zone not null
  constraint conversation_reads_company_id_conversation_id_fkey FOREIGN KEY (company_id, conversation_id) REFERENCES conversations(company_id, id) ON DELETE CASCADE
  constraint conversation_reads_company_id_member_id_fkey FOREIGN KEY (company_id, member_id) REFERENCES members(company_id, id)
  constraint conversation_reads_pkey PRIMARY KEY (company_id, conversation_id, member_id)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (member_id = ( SELECT app_subject() AS app_subject))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: up to when this person has read that dialogue.

create table public.conversation_subjects
  company_id uuid not null
  conversation_id uuid not null
  kind text not null
  subject_id uuid not null
  number bigint not null
  message_ids uuid[] not null default '{}'::uuid[]
  at timestamp with time zone not null
  constraint conversation_subjects_company_id_conversation_id_fkey FOREIGN KEY (company_id, conversation_id) REFERENCES conversations(company_id, id) ON DELETE CASCADE
  constraint conversation_subjects_pkey PRIMARY KEY (company_id, conversation_id, kind, subject_id)
  CREATE INDEX conversation_subjects_by_subject ON public.conversation_subjects USING btree (company_id, kind, subject_id)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (conversation_id IN ( SELECT seen_conversations() AS seen_conversations))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: this order was made of, or belongs to, that dialogue.

create table public.conversation_words
  company_id uuid not null
  word text not null
  conversation_id uuid not null
  constraint conversation_words_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint conversation_words_pkey PRIMARY KEY (company_id, word, conversation_id)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (conversation_id IN ( SELECT seen_conversations() AS seen_conversations))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: this word stands in a message of that dialogue, or in its subject. Kept by triggers; words once said stay.

create table public.conversations
  company_id uuid not null
  id uuid not null
  channel_id uuid not null
  external_key text
  contact_id uuid
  title text
  facts jsonb not null default '{}'::jsonb
  assignee_id uuid
  closed_at timestamp with time zone
  snoozed_until timestamp with time zone
  waiting_since timestamp with time zone
  last_at timestamp with time zone not null
  last_in_at timestamp with time zone
  preview text not null default ''::text
  preview_side text
  preview_by uuid
  version integer not null default 1
  created_at timestamp with time zone not null
  constraint conversations_company_id_assignee_id_fkey FOREIGN KEY (company_id, assignee_id) REFERENCES members(company_id, id)
  constraint conversations_company_id_channel_id_fkey FOREIGN KEY (company_id, channel_id) REFERENCES channels(company_id, id)
  constraint conversations_company_id_contact_id_fkey FOREIGN KEY (company_id, contact_id) REFERENCES contacts(company_id, id)
  constraint conversations_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint conversations_company_id_preview_by_fkey FOREIGN KEY (company_id, preview_by) REFERENCES members(company_id, id)
  constraint conversations_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX conversations_by_assignee ON public.conversations USING btree (company_id, assignee_id, last_at DESC) WHERE (assignee_id IS NOT NULL)
  CREATE INDEX conversations_by_contact ON public.conversations USING btree (company_id, contact_id) WHERE (contact_id IS NOT NULL)
  CREATE UNIQUE INDEX conversations_by_key ON public.conversations USING btree (company_id, channel_id, external_key) WHERE (external_key IS NOT NULL)
  CREATE INDEX conversations_by_time ON public.conversations USING btree (company_id, ((waiting_since IS NOT NULL)) DESC, last_at DESC, id DESC)
  CREATE INDEX conversations_snoozed ON public.conversations USING btree (snoozed_until) WHERE (snoozed_until IS NOT NULL)
  CREATE INDEX conversations_waiting ON public.conversations USING btree (company_id, waiting_since) WHERE ((waiting_since IS NOT NULL) AND (closed_at IS NULL))
  CREATE TRIGGER words_of_conversation AFTER INSERT OR UPDATE OF title ON public.conversations FOR EACH ROW EXECUTE FUNCTION conversation_words_said()
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (id IN ( SELECT seen_conversations() AS seen_conversations))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy relay for select using ((( SELECT app_viewer() AS app_viewer) = 'relay'::text)) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a dialogue: a thread with one contact, or a group, in one channel.

create table public.counterparties
  company_id uuid not null
  id uuid not null
  kind counterparty_kind not null
  name text not null
  tax_number text
  requisites jsonb not null default '{}'::jsonb
  responsible_id uuid
  note text
  version integer not null default 1
  created_at timestamp with time zone not null
  is_customer boolean not null default true
  is_supplier boolean not null default false
  merged_into uuid
  name_key text not null generated always as (translate(lower(name), 'ё«»"“”„'::text, 'е'::text)) stored
  plain_name text not null generated always as (plain_name(name)) stored
  plain_aliases text[] not null generated always as (array_remove(array_remove(ARRAY[plain_name((requisites ->> 'legal_name'::text)), plain_name((requisites ->> 'short_name'::text))], ''::text), NULL::text)) stored
  constraint counterparties_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint counterparties_company_id_merged_into_fkey FOREIGN KEY (company_id, merged_into) REFERENCES counterparties(company_id, id)
  constraint counterparties_company_id_responsible_id_fkey FOREIGN KEY (company_id, responsible_id) REFERENCES members(company_id, id)
  constraint counterparties_customer_or_supplier CHECK ((is_customer OR is_supplier))
  constraint counterparties_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX counterparties_by_name ON public.counterparties USING btree (company_id, name, id)
  CREATE INDEX counterparties_by_name_key ON public.counterparties USING btree (company_id, name_key)
  CREATE UNIQUE INDEX counterparties_by_tax_number ON public.counterparties USING btree (company_id, tax_number) WHERE ((tax_number IS NOT NULL) AND (merged_into IS NULL))
  CREATE INDEX counterparties_merged ON public.counterparties USING btree (company_id, merged_into) WHERE (merged_into IS NOT NULL)
  CREATE TRIGGER words_of_counterparty AFTER INSERT OR UPDATE OF name, tax_number, requisites ON public.counterparties FOR EACH ROW WHEN ((current_setting('app.words'::text, true) IS DISTINCT FROM 'later'::text)) EXECUTE FUNCTION counterparty_words_changed('id')
  CREATE TRIGGER words_of_merged AFTER UPDATE OF merged_into ON public.counterparties FOR EACH ROW EXECUTE FUNCTION counterparty_words_changed('merged_into')
  row level security, forced
  policy customer for select using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'customer'::text) AND (id = ( SELECT app_subject() AS app_subject)))) with check ()
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('counterparties.manage'::text) AS app_may) OR ( SELECT app_may('orders.all'::text) AS app_may) OR (responsible_id = ANY (( SELECT app_answering() AS app_answering)::uuid[])) OR (id IN ( SELECT seen_counterparties() AS seen_counterparties)))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a customer or supplier: an organisation or a person.

create table public.counterparty_contracts
  company_id uuid not null
  id uuid not null
  counterparty_id uuid not null
  number text not null
  signed_on date not null
  from_day date
  to_day date
  payment_terms text
  silence_days smallint
  note text
  version integer not null default 1
  created_at timestamp with time zone not null
  removed_at timestamp with time zone
  constraint counterparty_contracts_company_id_counterparty_id_fkey FOREIGN KEY (company_id, counterparty_id) REFERENCES counterparties(company_id, id)
  constraint counterparty_contracts_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX counterparty_contracts_by_counterparty ON public.counterparty_contracts USING btree (company_id, counterparty_id, signed_on DESC)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('money.read'::text) AS app_may) AND (EXISTS ( SELECT
   FROM counterparties c
  WHERE ((c.company_id = counterparty_contracts.company_id) AND (c.id = counterparty_contracts.counterparty_id)))))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a contract with a counterparty: when it holds and on which terms.

create table public.counterparty_words
  company_id uuid not null
  counterparty_id uuid not null
  words text not null
  constraint counterparty_words_company_id_counterparty_id_fkey FOREIGN KEY (company_id, counterparty_id) REFERENCES counterparties(company_id, id) ON DELETE CASCADE
  constraint counterparty_words_pkey PRIMARY KEY (company_id, counterparty_id)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('counterparties.manage'::text) AS app_may) OR ( SELECT app_may('orders.all'::text) AS app_may) OR (counterparty_id IN ( SELECT seen_counterparties() AS seen_counterparties)))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: all words by which a counterparty is searched for, kept by triggers.

create table public.counters
  company_id uuid not null
  kind text not null
  last bigint not null
  constraint counters_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint counters_pkey PRIMARY KEY (company_id, kind)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy performer for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'performer'::text) AND true)) with check ()
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is the last number given to a kind of thing. Gaps may be; doubles may not.

create table public.declarations
  company_id uuid not null
  id uuid not null
  member_id uuid not null
  said_by uuid not null
  said_as declared_as not null
  head_id uuid
  expected_head_id uuid
  agrees boolean not null
  said_at timestamp with time zone not null
  closed_at timestamp with time zone
  constraint declarations_check CHECK (((head_id IS NULL) <> (expected_head_id IS NULL)))
  constraint declarations_company_id_expected_head_id_fkey FOREIGN KEY (company_id, expected_head_id) REFERENCES expected_heads(company_id, id)
  constraint declarations_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint declarations_company_id_head_id_fkey FOREIGN KEY (company_id, head_id) REFERENCES members(company_id, id)
  constraint declarations_company_id_member_id_fkey FOREIGN KEY (company_id, member_id) REFERENCES members(company_id, id)
  constraint declarations_company_id_said_by_fkey FOREIGN KEY (company_id, said_by) REFERENCES members(company_id, id)
  constraint declarations_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX declarations_by_member ON public.declarations USING btree (company_id, member_id, said_at)
  CREATE INDEX declarations_of_head ON public.declarations USING btree (company_id, head_id) WHERE (closed_at IS NULL)
  CREATE UNIQUE INDEX declarations_open ON public.declarations USING btree (company_id, member_id, said_by) WHERE (closed_at IS NULL)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: somebody said who the head of a person is. Never rewritten; while open, it waits for the other side (S16).

create table public.demands
  company_id uuid not null
  id uuid not null
  order_id uuid not null
  speciality_id uuid not null
  people integer not null
  starts_at timestamp with time zone
  ends_at timestamp with time zone
  created_at timestamp with time zone not null
  constraint demands_check CHECK (((ends_at IS NULL) OR (starts_at IS NULL) OR (ends_at > starts_at)))
  constraint demands_company_id_order_id_fkey FOREIGN KEY (company_id, order_id) REFERENCES orders(company_id, id) ON DELETE CASCADE
  constraint demands_company_id_speciality_id_fkey FOREIGN KEY (company_id, speciality_id) REFERENCES specialities(company_id, id)
  constraint demands_people_check CHECK (((people >= 1) AND (people <= 500)))
  constraint demands_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX demands_by_order ON public.demands USING btree (company_id, order_id)
  row level security, forced
  policy customer for select using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'customer'::text) AND (order_id IN ( SELECT my_orders() AS my_orders)))) with check ()
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('orders.all'::text) AS app_may) OR (order_id IN ( SELECT seen_orders() AS seen_orders)))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: so many people of a trade are needed for an order, at a time (S32).

create table public.document_lines
  company_id uuid not null
  document_id uuid not null
  "position" integer not null
  name text not null
  unit text not null
  quantity numeric(14,3) not null
  price bigint not null
  net bigint not null
  vat_rate integer
  vat bigint not null
  total bigint not null
  constraint document_lines_company_id_document_id_fkey FOREIGN KEY (company_id, document_id) REFERENCES documents(company_id, id) ON DELETE CASCADE
  constraint document_lines_pkey PRIMARY KEY (company_id, document_id, "position")
  constraint document_lines_quantity_check CHECK ((quantity > (0)::numeric))
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (EXISTS ( SELECT
   FROM documents d
  WHERE ((d.company_id = document_lines.company_id) AND (d.id = document_lines.document_id))))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a line of a document; its amounts are rounded by line.

create table public.document_series
  company_id uuid not null
  kind document_kind not null
  year integer not null
  last integer not null
  constraint document_series_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint document_series_pkey PRIMARY KEY (company_id, kind, year)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is the last number of a kind of document in a year. Taken in the document's own transaction: no gaps.

create table public.documents
  company_id uuid not null
  id uuid not null
  kind document_kind not null
  year integer not null
  number integer not null
  issued_on date not null
  state document_state not null default 'issued'::document_state
  void_reason text
  subject_kind text not null
  subject_id uuid not null
  basis text not null
  counterparty_id uuid not null
  seller jsonb not null
  buyer jsonb not null
  currency text not null
  net bigint not null
  vat bigint not null
  total bigint not null
  file_id uuid not null
  issued_by uuid not null
  created_at timestamp with time zone not null
  sent_at timestamp with time zone
  constraint documents_company_id_counterparty_id_fkey FOREIGN KEY (company_id, counterparty_id) REFERENCES counterparties(company_id, id)
  constraint documents_company_id_file_id_fkey FOREIGN KEY (company_id, file_id) REFERENCES files(company_id, id)
  constraint documents_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint documents_company_id_issued_by_fkey FOREIGN KEY (company_id, issued_by) REFERENCES members(company_id, id)
  constraint documents_company_id_kind_year_number_key UNIQUE (company_id, kind, year, number)
  constraint documents_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX documents_by_counterparty ON public.documents USING btree (company_id, counterparty_id)
  CREATE INDEX documents_by_file ON public.documents USING btree (company_id, file_id)
  CREATE INDEX documents_by_subject ON public.documents USING btree (company_id, subject_id)
  CREATE INDEX documents_by_time ON public.documents USING btree (company_id, id DESC)
  row level security, forced
  policy customer for select using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'customer'::text) AND ((counterparty_id = ( SELECT app_subject() AS app_subject)) AND ((app_only() IS NULL) OR (subject_id = app_only()))))) with check ()
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('money.read'::text) AS app_may) AND (( SELECT app_may('orders.all'::text) AS app_may) OR ((subject_kind = 'order'::text) AND (subject_id IN ( SELECT seen_orders() AS seen_orders)))))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is an issued invoice or act.

create table public.event_cursors
  reader text not null
  xid xid8 not null
  id uuid not null
  constraint event_cursors_pkey PRIMARY KEY (reader)
  grant insert, select, update to naryad_app
  -- One row is how far a reader of all events has come.

create table public.events
  company_id uuid not null
  id uuid not null
  xid xid8 not null default pg_current_xact_id()
  name text not null
  actor_kind text not null
  actor_id uuid
  actor_name text
  subject_kind text not null
  subject_id uuid not null
  at timestamp with time zone not null
  facts jsonb not null
  actor_key text
  actor_for text
  constraint events_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint events_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX events_by_subject ON public.events USING btree (company_id, subject_id, id DESC)
  CREATE INDEX events_by_xid ON public.events USING btree (xid, id)
  row level security, forced
  policy contracts for select using (((name !~~ 'counterparty.contract\_%'::text) OR ( SELECT app_may('money.read'::text) AS app_may) OR (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy dialogues for select using (((subject_kind <> 'conversation'::text) OR (( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (subject_id IN ( SELECT seen_conversations() AS seen_conversations)))) with check ()
  policy money for select using ((( SELECT app_may('money.read'::text) AS app_may) OR (( SELECT app_viewer() AS app_viewer) = 'system'::text) OR
CASE name
    WHEN 'order.priced'::text THEN false
    WHEN 'order.documents_issued'::text THEN false
    WHEN 'order.document_voided'::text THEN false
    WHEN 'order.agreed'::text THEN (NOT COALESCE(((facts -> 'changed'::text) ?| ARRAY['price'::text, 'price_model'::text, 'vat_rate'::text]), false))
    ELSE true
END)) with check ()
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('orders.all'::text) AS app_may) OR
CASE subject_kind
    WHEN 'order'::text THEN (subject_id IN ( SELECT seen_orders() AS seen_orders))
    WHEN 'task'::text THEN (subject_id IN ( SELECT seen_tasks() AS seen_tasks))
    WHEN 'document'::text THEN (EXISTS ( SELECT
       FROM documents d
      WHERE ((d.company_id = events.company_id) AND (d.id = d.subject_id))))
    WHEN 'counterparty'::text THEN (EXISTS ( SELECT
       FROM counterparties c
      WHERE ((c.company_id = events.company_id) AND (c.id = events.subject_id))))
    WHEN 'contact'::text THEN (EXISTS ( SELECT
       FROM contacts c
      WHERE ((c.company_id = events.company_id) AND (c.id = events.subject_id))))
    WHEN 'file'::text THEN (EXISTS ( SELECT
       FROM files f
      WHERE ((f.company_id = events.company_id) AND (f.id = events.subject_id))))
    WHEN 'conversation'::text THEN (subject_id IN ( SELECT seen_conversations() AS seen_conversations))
    ELSE true
END)))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy relay for select using ((( SELECT app_viewer() AS app_viewer) = 'relay'::text)) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  policy told for insert using () with check (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = ANY (ARRAY['performer'::text, 'customer'::text]))))
  grant insert, select to naryad_app
  grant insert, select to naryad_narrow
  grant insert, select to naryad_staff
  -- One row is a fact in the history: who did what to which thing, when. Never changed, never deleted (S94).

create table public.expected_heads
  company_id uuid not null
  id uuid not null
  name text not null
  email text
  named_by uuid not null
  named_at timestamp with time zone not null
  member_id uuid
  constraint expected_heads_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint expected_heads_company_id_member_id_fkey FOREIGN KEY (company_id, member_id) REFERENCES members(company_id, id)
  constraint expected_heads_company_id_named_by_fkey FOREIGN KEY (company_id, named_by) REFERENCES members(company_id, id)
  constraint expected_heads_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX expected_heads_waiting ON public.expected_heads USING btree (company_id) WHERE (member_id IS NULL)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a head whom somebody named before he had joined.

create table public.files
  company_id uuid not null
  id uuid not null
  name text not null
  mime text not null
  size bigint not null
  sha256 bytea not null
  width integer
  height integer
  uploaded_by uuid
  created_at timestamp with time zone not null
  paper_of uuid
  constraint files_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint files_company_id_paper_of_fkey FOREIGN KEY (company_id, paper_of) REFERENCES members(company_id, id)
  constraint files_pkey PRIMARY KEY (company_id, id)
  constraint files_size_check CHECK ((size >= 0))
  row level security, forced
  policy customer for select using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'customer'::text) AND (id IN ( SELECT my_shown_files() AS my_shown_files)))) with check ()
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR ((uploaded_by = ANY (( SELECT app_own() AS app_own)::uuid[])) OR (paper_of IS NOT NULL) OR (EXISTS ( SELECT
   FROM task_photos p
  WHERE ((p.company_id = files.company_id) AND (p.file_id = files.id)))) OR (EXISTS ( SELECT
   FROM round_photos p
  WHERE ((p.company_id = files.company_id) AND (p.file_id = files.id)))) OR (EXISTS ( SELECT
   FROM approval_rounds r
  WHERE ((r.company_id = files.company_id) AND (r.proof_file_id = files.id)))) OR (EXISTS ( SELECT
   FROM documents d
  WHERE ((d.company_id = files.company_id) AND (d.file_id = files.id)))) OR (EXISTS ( SELECT
   FROM message_files m
  WHERE ((m.company_id = files.company_id) AND (m.file_id = files.id)))) OR (EXISTS ( SELECT
   FROM message_sources m
  WHERE ((m.company_id = files.company_id) AND (m.raw_file_id = files.id)))) OR (EXISTS ( SELECT
   FROM order_files o
  WHERE ((o.company_id = files.company_id) AND (o.file_id = files.id)))))))) with check ((company_id = app_company()))
  policy papers for all using (((paper_of IS NULL) OR reads_papers_of(paper_of))) with check ()
  policy papers_of_led for all using (((paper_of IS NULL) OR (( SELECT app_viewer() AS app_viewer) = 'system'::text) OR reads_papers_of(paper_of))) with check (true)
  policy papers_of_others for all using (((paper_of IS NULL) OR (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy performer for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'performer'::text) AND ((uploaded_by = ( SELECT app_subject() AS app_subject)) OR (id IN ( SELECT my_files() AS my_files))))) with check ()
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a stored file; its bytes lie in the store under their hash and never change.

create table public.funnels
  company_id uuid not null
  id uuid not null
  name text not null
  "position" integer not null
  constraint funnels_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint funnels_pkey PRIMARY KEY (company_id, id)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a way of showing orders: a board with its stages.

create table public.idempotency_keys
  company_id uuid not null
  actor_id uuid not null
  key text not null
  request_hash bytea not null
  status integer not null
  reply jsonb not null
  at timestamp with time zone not null
  constraint idempotency_keys_pkey PRIMARY KEY (company_id, actor_id, key)
  CREATE INDEX idempotency_keys_by_time ON public.idempotency_keys USING btree (at)
  row level security, forced
  policy customer for select using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'customer'::text) AND true)) with check ()
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (actor_id = ( SELECT app_subject() AS app_subject))))) with check ((company_id = app_company()))
  policy performer for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'performer'::text) AND (actor_id = ( SELECT app_subject() AS app_subject)))) with check ()
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy relay for all using ((( SELECT app_viewer() AS app_viewer) = 'relay'::text)) with check ()
  policy self for select using (((( SELECT app_viewer() AS app_viewer) = 'user'::text) AND (actor_id = ( SELECT app_subject() AS app_subject)))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  policy written for insert using () with check (true)
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is the answer given to a POST, kept 48 hours for its repeats.

create table public.import_rows
  company_id uuid not null
  import_id uuid not null
  at integer not null
  cells text[] not null
  outcome text not null
  faults jsonb
  counterparty_id uuid
  constraint import_rows_company_id_import_id_fkey FOREIGN KEY (company_id, import_id) REFERENCES imports(company_id, id) ON DELETE CASCADE
  constraint import_rows_pkey PRIMARY KEY (company_id, import_id, at)
  CREATE INDEX import_rows_by_outcome ON public.import_rows USING btree (company_id, import_id, outcome, at)
  CREATE INDEX import_rows_with_faults ON public.import_rows USING btree (company_id, import_id, at) WHERE (faults IS NOT NULL)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR ( SELECT app_may('counterparties.manage'::text) AS app_may)))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy relay for delete using ((( SELECT app_viewer() AS app_viewer) = 'relay'::text)) with check ()
  policy relay_reads for select using ((( SELECT app_viewer() AS app_viewer) = 'relay'::text)) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a row of an imported file, and what comes of it.

create table public.import_things
  company_id uuid not null
  import_id uuid not null
  kind text not null
  thing_id uuid not null
  made boolean not null
  version integer not null
  before jsonb
  undone text
  name text
  counterparty_id uuid
  constraint import_things_company_id_import_id_fkey FOREIGN KEY (company_id, import_id) REFERENCES imports(company_id, id) ON DELETE CASCADE
  constraint import_things_pkey PRIMARY KEY (company_id, import_id, kind, thing_id)
  CREATE INDEX import_things_kept ON public.import_things USING btree (company_id, import_id) WHERE (undone = ANY (ARRAY['changed'::text, 'used'::text]))
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR ( SELECT app_may('counterparties.manage'::text) AS app_may)))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy relay for delete using ((( SELECT app_viewer() AS app_viewer) = 'relay'::text)) with check ()
  policy relay_reads for select using ((( SELECT app_viewer() AS app_viewer) = 'relay'::text)) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a thing that an import made or changed: the way back.

create table public.imports
  company_id uuid not null
  id uuid not null
  file_id uuid not null
  name text not null
  state import_state not null
  round integer not null default 0
  found jsonb
  settings jsonb not null
  fault jsonb
  total integer not null default 0
  passed integer not null default 0
  counts jsonb not null default '{}'::jsonb
  reached jsonb not null default '{}'::jsonb
  created_by uuid
  created_at timestamp with time zone not null
  ended_at timestamp with time zone
  tidied_at timestamp with time zone
  constraint imports_company_id_created_by_fkey FOREIGN KEY (company_id, created_by) REFERENCES members(company_id, id)
  constraint imports_company_id_file_id_fkey FOREIGN KEY (company_id, file_id) REFERENCES files(company_id, id)
  constraint imports_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint imports_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX imports_by_time ON public.imports USING btree (company_id, created_at DESC, id DESC)
  CREATE INDEX imports_untidied ON public.imports USING btree (created_at) WHERE (tidied_at IS NULL)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR ( SELECT app_may('counterparties.manage'::text) AS app_may)))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy relay for all using ((( SELECT app_viewer() AS app_viewer) = 'relay'::text)) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a file of counterparties that somebody brings in, and how far that has come.

create table public.invitation_pools
  company_id uuid not null
  invitation_id uuid not null
  pool_id uuid not null
  constraint invitation_pools_company_id_invitation_id_fkey FOREIGN KEY (company_id, invitation_id) REFERENCES invitations(company_id, id) ON DELETE CASCADE
  constraint invitation_pools_company_id_pool_id_fkey FOREIGN KEY (company_id, pool_id) REFERENCES pools(company_id, id)
  constraint invitation_pools_pkey PRIMARY KEY (company_id, invitation_id, pool_id)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: whoever comes by this invitation curates that pool.

create table public.invitations
  company_id uuid not null
  id uuid not null
  kind member_kind not null
  role member_role not null
  name text
  email text
  head_id uuid
  invited_by uuid not null
  state invitation_state not null
  member_id uuid
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  "position" text
  role_id uuid
  constraint invitations_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint invitations_company_id_head_id_fkey FOREIGN KEY (company_id, head_id) REFERENCES members(company_id, id)
  constraint invitations_company_id_invited_by_fkey FOREIGN KEY (company_id, invited_by) REFERENCES members(company_id, id)
  constraint invitations_company_id_member_id_fkey FOREIGN KEY (company_id, member_id) REFERENCES members(company_id, id)
  constraint invitations_company_id_role_id_fkey FOREIGN KEY (company_id, role_id) REFERENCES roles(company_id, id)
  constraint invitations_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX invitations_by_email ON public.invitations USING btree (company_id, email) WHERE (state = ANY (ARRAY['sent'::invitation_state, 'opened'::invitation_state]))
  CREATE INDEX invitations_by_role ON public.invitations USING btree (company_id, role_id) WHERE (role_id IS NOT NULL)
  CREATE INDEX invitations_by_time ON public.invitations USING btree (company_id, created_at DESC, id DESC)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a link sent to a person who is to join; its secret is in auth.links.

create table public.joining_links
  company_id uuid not null
  id uuid not null
  role member_role not null
  made_by uuid not null
  made_at timestamp with time zone not null
  closed_at timestamp with time zone
  constraint joining_links_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint joining_links_company_id_made_by_fkey FOREIGN KEY (company_id, made_by) REFERENCES members(company_id, id)
  constraint joining_links_pkey PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX joining_links_open ON public.joining_links USING btree (company_id) WHERE (closed_at IS NULL)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a link by which anybody may ask to join, naming his head; its secret is in auth.links.

create table public.labour_costs
  company_id uuid not null
  time_entry_id uuid not null
  cost_per_hour bigint
  cost bigint not null
  currency text not null
  constraint labour_costs_company_id_time_entry_id_fkey FOREIGN KEY (company_id, time_entry_id) REFERENCES time_entries(company_id, id) ON DELETE CASCADE
  constraint labour_costs_pkey PRIMARY KEY (company_id, time_entry_id) INCLUDE (cost)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('money.read'::text) AS app_may) AND (EXISTS ( SELECT
   FROM time_entries e
  WHERE ((e.company_id = labour_costs.company_id) AND (e.id = labour_costs.time_entry_id)))))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is what a time entry cost when it was logged: apart from the entry, for performers must not see it (S7).

create table public.legal_forms
  company_id uuid not null
  id uuid not null
  member_id uuid not null
  from_day date not null
  form legal_form not null
  contract_number text
  created_by uuid not null
  created_at timestamp with time zone not null
  constraint legal_forms_company_id_created_by_fkey FOREIGN KEY (company_id, created_by) REFERENCES members(company_id, id)
  constraint legal_forms_company_id_member_id_fkey FOREIGN KEY (company_id, member_id) REFERENCES members(company_id, id)
  constraint legal_forms_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX legal_forms_by_member ON public.legal_forms USING btree (company_id, member_id, from_day DESC, created_at DESC)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy performer for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'performer'::text) AND (member_id = ( SELECT app_subject() AS app_subject)))) with check ()
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: from this day on the person works for the company in this legal form; of two for one day the later holds. Never rewritten.

create table public.member_papers
  company_id uuid not null
  id uuid not null
  member_id uuid not null
  file_id uuid not null
  kind paper_kind not null
  title text not null
  added_by uuid not null
  added_at timestamp with time zone not null
  removed_at timestamp with time zone
  constraint member_papers_company_id_added_by_fkey FOREIGN KEY (company_id, added_by) REFERENCES members(company_id, id)
  constraint member_papers_company_id_file_id_fkey FOREIGN KEY (company_id, file_id) REFERENCES files(company_id, id)
  constraint member_papers_company_id_file_id_key UNIQUE (company_id, file_id)
  constraint member_papers_company_id_member_id_fkey FOREIGN KEY (company_id, member_id) REFERENCES members(company_id, id)
  constraint member_papers_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX member_papers_by_member ON public.member_papers USING btree (company_id, member_id, id DESC) WHERE (removed_at IS NULL)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR reads_papers_of(member_id)))) with check ((company_id = app_company()))
  policy papers for all using (reads_papers_of(member_id)) with check ()
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a paper of a person: his contract, passport or certificate as a file.

create table public.member_specialities
  company_id uuid not null
  member_id uuid not null
  speciality_id uuid not null
  constraint member_specialities_company_id_member_id_fkey FOREIGN KEY (company_id, member_id) REFERENCES members(company_id, id) ON DELETE CASCADE
  constraint member_specialities_company_id_speciality_id_fkey FOREIGN KEY (company_id, speciality_id) REFERENCES specialities(company_id, id)
  constraint member_specialities_pkey PRIMARY KEY (company_id, member_id, speciality_id)
  CREATE INDEX member_specialities_by_speciality ON public.member_specialities USING btree (company_id, speciality_id)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy performer for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'performer'::text) AND (member_id = ( SELECT app_subject() AS app_subject)))) with check ()
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: this person knows this trade.

create table public.members
  company_id uuid not null
  id uuid not null
  user_id uuid
  kind member_kind not null
  role member_role not null
  state member_state not null
  name text not null
  "position" text
  phone text
  email text
  head_id uuid
  version integer not null default 1
  created_at timestamp with time zone not null
  out_since timestamp with time zone
  merged_into uuid
  role_id uuid
  constraint members_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint members_company_id_head_id_fkey FOREIGN KEY (company_id, head_id) REFERENCES members(company_id, id)
  constraint members_company_id_merged_into_fkey FOREIGN KEY (company_id, merged_into) REFERENCES members(company_id, id)
  constraint members_company_id_role_id_fkey FOREIGN KEY (company_id, role_id) REFERENCES roles(company_id, id)
  constraint members_pkey PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX members_by_phone ON public.members USING btree (company_id, phone) WHERE ((phone IS NOT NULL) AND (state <> 'left'::member_state))
  CREATE INDEX members_by_role ON public.members USING btree (company_id, role_id) WHERE (role_id IS NOT NULL)
  CREATE UNIQUE INDEX members_by_user ON public.members USING btree (user_id, company_id)
  CREATE INDEX members_merged ON public.members USING btree (company_id, merged_into) WHERE (merged_into IS NOT NULL)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy performer for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'performer'::text) AND (id IN ( SELECT my_people() AS my_people)))) with check ()
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy self for select using (((( SELECT app_viewer() AS app_viewer) = 'user'::text) AND (user_id = ( SELECT app_subject() AS app_subject)))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a person in a company: staff, or an external performer.

create table public.message_deliveries
  company_id uuid not null
  message_id uuid not null
  side message_side not null default 'out'::message_side
  conversation_id uuid not null
  state delivery_state not null
  tries integer not null default 0
  due_at timestamp with time zone not null
  fault text
  fault_words text
  changed_at timestamp with time zone not null
  constraint message_deliveries_company_id_conversation_id_fkey FOREIGN KEY (company_id, conversation_id) REFERENCES conversations(company_id, id)
  constraint message_deliveries_company_id_message_id_side_fkey FOREIGN KEY (company_id, message_id, side) REFERENCES messages(company_id, id, side) ON DELETE CASCADE
  constraint message_deliveries_pkey PRIMARY KEY (company_id, message_id)
  constraint message_deliveries_side_check CHECK ((side = 'out'::message_side))
  CREATE INDEX message_deliveries_failed ON public.message_deliveries USING btree (company_id, changed_at DESC) WHERE (state = 'failed'::delivery_state)
  CREATE INDEX message_deliveries_queued ON public.message_deliveries USING btree (company_id, conversation_id, message_id) WHERE (state = ANY (ARRAY['waiting'::delivery_state, 'sending'::delivery_state]))
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (conversation_id IN ( SELECT seen_conversations() AS seen_conversations))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is how far a message to the outside has got.

create table public.message_files
  company_id uuid not null
  message_id uuid not null
  "position" integer not null
  file_id uuid
  name text not null
  content_id text
  part text not null default 'file'::text
  fault text
  constraint message_files_check CHECK (((file_id IS NOT NULL) OR (fault IS NOT NULL)))
  constraint message_files_company_id_file_id_fkey FOREIGN KEY (company_id, file_id) REFERENCES files(company_id, id)
  constraint message_files_company_id_message_id_fkey FOREIGN KEY (company_id, message_id) REFERENCES messages(company_id, id) ON DELETE CASCADE
  constraint message_files_pkey PRIMARY KEY (company_id, message_id, "position")
  CREATE INDEX message_files_by_file ON public.message_files USING btree (company_id, file_id) WHERE (file_id IS NOT NULL)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (EXISTS ( SELECT
   FROM messages m
  WHERE ((m.company_id = message_files.company_id) AND (m.id = message_files.message_id))))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a file of a message.

create table public.message_mentions
  company_id uuid not null
  message_id uuid not null
  member_id uuid not null
  constraint message_mentions_company_id_member_id_fkey FOREIGN KEY (company_id, member_id) REFERENCES members(company_id, id)
  constraint message_mentions_company_id_message_id_fkey FOREIGN KEY (company_id, message_id) REFERENCES messages(company_id, id) ON DELETE CASCADE
  constraint message_mentions_pkey PRIMARY KEY (company_id, message_id, member_id)
  CREATE INDEX message_mentions_by_member ON public.message_mentions USING btree (company_id, member_id, message_id)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (EXISTS ( SELECT
   FROM messages m
  WHERE ((m.company_id = message_mentions.company_id) AND (m.id = message_mentions.message_id))))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: a note calls this person.

create table public.message_sources
  company_id uuid not null
  message_id uuid not null
  raw_file_id uuid
  raw jsonb
  refs text[] not null default '{}'::text[]
  html text
  constraint message_sources_company_id_message_id_fkey FOREIGN KEY (company_id, message_id) REFERENCES messages(company_id, id) ON DELETE CASCADE
  constraint message_sources_company_id_raw_file_id_fkey FOREIGN KEY (company_id, raw_file_id) REFERENCES files(company_id, id)
  constraint message_sources_pkey PRIMARY KEY (company_id, message_id)
  CREATE INDEX message_sources_by_file ON public.message_sources USING btree (company_id, raw_file_id) WHERE (raw_file_id IS NOT NULL)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (EXISTS ( SELECT
   FROM messages m
  WHERE ((m.company_id = message_sources.company_id) AND (m.id = message_sources.message_id))))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a message as it came, for whoever asks why it is read so.

create table public.message_versions
  company_id uuid not null
  message_id uuid not null
  at timestamp with time zone not null
  text text not null
  constraint message_versions_company_id_message_id_fkey FOREIGN KEY (company_id, message_id) REFERENCES messages(company_id, id) ON DELETE CASCADE
  constraint message_versions_pkey PRIMARY KEY (company_id, message_id, at)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (EXISTS ( SELECT
   FROM messages m
  WHERE ((m.company_id = message_versions.company_id) AND (m.id = message_versions.message_id))))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is what a message said before, or after, its writer changed it; the newest stands in the message.

create table public.messages
  company_id uuid not null
  id uuid not null
  conversation_id uuid not null
  channel_id uuid not null
  side message_side not null
  external_id text
  contact_id uuid
  member_id uuid
  author_name text
  machine text
  text text not null
  folded text not null default ''::text
  content jsonb
  reply_to_id uuid
  sent_at timestamp with time zone not null
  "position" bigint not null default 0
  created_at timestamp with time zone not null
  edited_at timestamp with time zone
  removed_at timestamp with time zone
  forwarded_from text
  album text
  constraint messages_check CHECK ((((side = 'in'::message_side) = (member_id IS NULL)) OR (side = 'out'::message_side)))
  constraint messages_company_id_channel_id_fkey FOREIGN KEY (company_id, channel_id) REFERENCES channels(company_id, id)
  constraint messages_company_id_contact_id_fkey FOREIGN KEY (company_id, contact_id) REFERENCES contacts(company_id, id)
  constraint messages_company_id_conversation_id_fkey FOREIGN KEY (company_id, conversation_id) REFERENCES conversations(company_id, id)
  constraint messages_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint messages_company_id_id_side_key UNIQUE (company_id, id, side)
  constraint messages_company_id_member_id_fkey FOREIGN KEY (company_id, member_id) REFERENCES members(company_id, id)
  constraint messages_company_id_reply_to_id_fkey FOREIGN KEY (company_id, reply_to_id) REFERENCES messages(company_id, id)
  constraint messages_machine_check CHECK ((machine = ANY (ARRAY['auto-reply'::text, 'bounce'::text, 'complaint'::text, 'notice'::text, 'reminder'::text])))
  constraint messages_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX messages_by_contact ON public.messages USING btree (company_id, contact_id) WHERE (contact_id IS NOT NULL)
  CREATE INDEX messages_by_conversation ON public.messages USING btree (company_id, conversation_id, sent_at DESC, "position" DESC, id DESC)
  CREATE UNIQUE INDEX messages_by_external ON public.messages USING btree (company_id, channel_id, external_id) WHERE (external_id IS NOT NULL)
  CREATE TRIGGER words_of_message AFTER INSERT OR UPDATE OF text ON public.messages FOR EACH ROW EXECUTE FUNCTION conversation_words_said()
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (conversation_id IN ( SELECT seen_conversations() AS seen_conversations))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a message of a dialogue, from outside, to the outside, or a note that only the staff reads.

create table public.migrations
  name text not null
  sha256 text not null
  applied_at timestamp with time zone not null default now()
  constraint migrations_pkey PRIMARY KEY (name)

create table public.order_files
  company_id uuid not null
  order_id uuid not null
  file_id uuid not null
  added_by uuid
  added_at timestamp with time zone not null
  constraint order_files_company_id_added_by_fkey FOREIGN KEY (company_id, added_by) REFERENCES members(company_id, id)
  constraint order_files_company_id_file_id_fkey FOREIGN KEY (company_id, file_id) REFERENCES files(company_id, id)
  constraint order_files_company_id_order_id_fkey FOREIGN KEY (company_id, order_id) REFERENCES orders(company_id, id) ON DELETE CASCADE
  constraint order_files_pkey PRIMARY KEY (company_id, order_id, file_id)
  CREATE INDEX order_files_by_file ON public.order_files USING btree (company_id, file_id)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('orders.all'::text) AS app_may) OR (order_id IN ( SELECT seen_orders() AS seen_orders)))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a file that belongs to an order: sent with the request, or put there by the staff.

create table public.order_tasks
  company_id uuid not null
  task_id uuid not null
  order_id uuid not null
  demand_id uuid
  constraint order_tasks_company_id_demand_id_fkey FOREIGN KEY (company_id, demand_id) REFERENCES demands(company_id, id) ON DELETE SET NULL (demand_id)
  constraint order_tasks_company_id_order_id_fkey FOREIGN KEY (company_id, order_id) REFERENCES orders(company_id, id)
  constraint order_tasks_company_id_task_id_fkey FOREIGN KEY (company_id, task_id) REFERENCES tasks(company_id, id) ON DELETE CASCADE
  constraint order_tasks_pkey PRIMARY KEY (company_id, task_id)
  CREATE INDEX order_tasks_by_order ON public.order_tasks USING btree (company_id, order_id, task_id)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('orders.all'::text) AS app_may) OR (task_id IN ( SELECT seen_tasks() AS seen_tasks)))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: this task is work of that order.

create table public.order_watchers
  company_id uuid not null
  order_id uuid not null
  member_id uuid not null
  added_by uuid not null
  added_at timestamp with time zone not null
  constraint order_watchers_company_id_added_by_fkey FOREIGN KEY (company_id, added_by) REFERENCES members(company_id, id)
  constraint order_watchers_company_id_member_id_fkey FOREIGN KEY (company_id, member_id) REFERENCES members(company_id, id)
  constraint order_watchers_company_id_order_id_fkey FOREIGN KEY (company_id, order_id) REFERENCES orders(company_id, id) ON DELETE CASCADE
  constraint order_watchers_pkey PRIMARY KEY (company_id, order_id, member_id)
  CREATE INDEX order_watchers_by_member ON public.order_watchers USING btree (company_id, member_id, order_id)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (order_id IN ( SELECT seen_orders() AS seen_orders))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: this person of the staff follows that order, and sees it though it is not his.

create table public.order_words
  company_id uuid not null
  word text not null
  number bigint not null
  constraint order_words_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint order_words_pkey PRIMARY KEY (company_id, word, number)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('orders.all'::text) AS app_may) OR (EXISTS ( SELECT
   FROM orders o
  WHERE ((o.company_id = order_words.company_id) AND (o.number = order_words.number)))))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: this word stands in the title, the request or the address of the order with this number. Kept by a trigger.

create table public.orders
  company_id uuid not null
  id uuid not null
  number bigint not null
  title text not null
  phase order_phase not null
  phase_since timestamp with time zone not null
  stage_id uuid not null
  counterparty_id uuid
  contact_id uuid
  site_id uuid
  address text
  responsible_id uuid not null
  urgent boolean not null default false
  source order_source not null
  request text not null
  requested_at timestamp with time zone not null
  agreement_id uuid
  due_at timestamp with time zone
  cancel_reason text
  version integer not null default 1
  created_by uuid
  created_at timestamp with time zone not null
  constraint orders_company_id_agreement_id_fkey FOREIGN KEY (company_id, agreement_id) REFERENCES agreements(company_id, id)
  constraint orders_company_id_contact_id_fkey FOREIGN KEY (company_id, contact_id) REFERENCES contacts(company_id, id)
  constraint orders_company_id_counterparty_id_fkey FOREIGN KEY (company_id, counterparty_id) REFERENCES counterparties(company_id, id)
  constraint orders_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint orders_company_id_number_key UNIQUE (company_id, number)
  constraint orders_company_id_responsible_id_fkey FOREIGN KEY (company_id, responsible_id) REFERENCES members(company_id, id)
  constraint orders_company_id_site_id_fkey FOREIGN KEY (company_id, site_id) REFERENCES sites(company_id, id)
  constraint orders_company_id_stage_id_fkey FOREIGN KEY (company_id, stage_id) REFERENCES stages(company_id, id)
  constraint orders_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX orders_by_contact ON public.orders USING btree (company_id, contact_id) WHERE (contact_id IS NOT NULL)
  CREATE INDEX orders_by_counterparty ON public.orders USING btree (company_id, counterparty_id, number DESC)
  CREATE INDEX orders_by_responsible ON public.orders USING btree (company_id, responsible_id, number DESC)
  CREATE INDEX orders_by_site ON public.orders USING btree (company_id, site_id, number DESC) WHERE (site_id IS NOT NULL)
  CREATE INDEX orders_by_stage ON public.orders USING btree (company_id, stage_id, number DESC)
  CREATE INDEX orders_by_stage_responsible ON public.orders USING btree (company_id, stage_id, responsible_id, number DESC)
  CREATE TRIGGER words_of_order AFTER INSERT OR UPDATE OF title, request, address ON public.orders FOR EACH ROW EXECUTE FUNCTION order_words_changed()
  row level security, forced
  policy customer for select using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'customer'::text) AND (id IN ( SELECT my_orders() AS my_orders)))) with check ()
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('orders.all'::text) AS app_may) OR (responsible_id = ANY (( SELECT app_answering() AS app_answering)::uuid[])) OR (id IN ( SELECT seen_orders() AS seen_orders)))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a piece of work agreed, or to be agreed, with a counterparty.

create table public.outgoing_mails
  company_id uuid not null
  id uuid not null
  recipient text not null
  subject text not null
  body text not null
  about_kind text
  about_id uuid
  state mail_state not null
  error text
  created_at timestamp with time zone not null
  sent_at timestamp with time zone
  constraint outgoing_mails_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint outgoing_mails_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX outgoing_mails_by_time ON public.outgoing_mails USING btree (company_id, created_at DESC, id DESC)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR ( SELECT app_may('mail.read'::text) AS app_may)))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a letter of the product; without SMTP it waits here for the administrator to hand on.

create table public.parties_apart
  company_id uuid not null
  kind party_kind not null
  one_id uuid not null
  other_id uuid not null
  said_by uuid not null
  said_at timestamp with time zone not null
  constraint parties_apart_check CHECK ((one_id < other_id))
  constraint parties_apart_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint parties_apart_company_id_said_by_fkey FOREIGN KEY (company_id, said_by) REFERENCES members(company_id, id)
  constraint parties_apart_pkey PRIMARY KEY (company_id, kind, one_id, other_id)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR ( SELECT app_may('counterparties.manage'::text) AS app_may)))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: somebody has said that these two cards are two; they are not offered as doubles.

create table public.party_merge_rows
  company_id uuid not null
  merge_id uuid not null
  "position" bigint not null generated as identity
  tab text not null
  key jsonb not null
  was jsonb not null
  became jsonb not null
  constraint party_merge_rows_company_id_merge_id_fkey FOREIGN KEY (company_id, merge_id) REFERENCES party_merges(company_id, id) ON DELETE CASCADE
  constraint party_merge_rows_pkey PRIMARY KEY (company_id, merge_id, "position")
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR ( SELECT app_may('counterparties.manage'::text) AS app_may)))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy relay for delete using ((( SELECT app_viewer() AS app_viewer) = 'relay'::text)) with check ()
  policy relay_reads for select using ((( SELECT app_viewer() AS app_viewer) = 'relay'::text)) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: what a merge changed in a row that named the card given up.

create table public.party_merges
  company_id uuid not null
  id uuid not null
  kind party_kind not null
  kept_id uuid not null
  gone_id uuid not null
  fields jsonb not null
  merged_by uuid
  merged_at timestamp with time zone not null
  undone_by uuid
  undone_at timestamp with time zone
  constraint party_merges_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint party_merges_company_id_merged_by_fkey FOREIGN KEY (company_id, merged_by) REFERENCES members(company_id, id)
  constraint party_merges_company_id_undone_by_fkey FOREIGN KEY (company_id, undone_by) REFERENCES members(company_id, id)
  constraint party_merges_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX party_merges_by_kept ON public.party_merges USING btree (company_id, kept_id, merged_at DESC)
  CREATE INDEX party_merges_by_time ON public.party_merges USING btree (merged_at)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR ( SELECT app_may('counterparties.manage'::text) AS app_may)))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy relay for select using ((( SELECT app_viewer() AS app_viewer) = 'relay'::text)) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: these two cards became one, then and by whom; for a time it can be undone.

create table public.placements
  company_id uuid not null
  id uuid not null
  member_id uuid not null
  head_id uuid
  from_at timestamp with time zone not null
  to_at timestamp with time zone
  placed_by uuid
  constraint placements_check CHECK ((to_at >= from_at))
  constraint placements_check1 CHECK ((head_id <> member_id))
  constraint placements_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint placements_company_id_head_id_fkey FOREIGN KEY (company_id, head_id) REFERENCES members(company_id, id)
  constraint placements_company_id_member_id_fkey FOREIGN KEY (company_id, member_id) REFERENCES members(company_id, id)
  constraint placements_company_id_placed_by_fkey FOREIGN KEY (company_id, placed_by) REFERENCES members(company_id, id)
  constraint placements_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX placements_by_head ON public.placements USING btree (company_id, head_id) WHERE (to_at IS NULL)
  CREATE INDEX placements_by_member ON public.placements USING btree (company_id, member_id, from_at)
  CREATE UNIQUE INDEX placements_now ON public.placements USING btree (company_id, member_id) WHERE (to_at IS NULL)
  CREATE UNIQUE INDEX placements_root ON public.placements USING btree (company_id) WHERE ((to_at IS NULL) AND (head_id IS NULL))
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: from then to then this person of the staff had that head. members.head_id repeats the row that holds now.

create table public.pool_curators
  company_id uuid not null
  id uuid not null
  pool_id uuid not null
  member_id uuid not null
  deputy boolean not null
  from_day date not null
  to_day date
  set_by uuid not null
  set_at timestamp with time zone not null
  ended_at timestamp with time zone
  constraint pool_curators_check CHECK ((to_day >= from_day))
  constraint pool_curators_company_id_member_id_fkey FOREIGN KEY (company_id, member_id) REFERENCES members(company_id, id)
  constraint pool_curators_company_id_pool_id_fkey FOREIGN KEY (company_id, pool_id) REFERENCES pools(company_id, id) ON DELETE CASCADE
  constraint pool_curators_company_id_set_by_fkey FOREIGN KEY (company_id, set_by) REFERENCES members(company_id, id)
  constraint pool_curators_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX pool_curators_by_member ON public.pool_curators USING btree (company_id, member_id) WHERE (ended_at IS NULL)
  CREATE INDEX pool_curators_by_pool ON public.pool_curators USING btree (company_id, pool_id) WHERE (ended_at IS NULL)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: from that day to that day this person of the staff leads that pool (S22).

create table public.pool_members
  company_id uuid not null
  id uuid not null
  pool_id uuid not null
  member_id uuid not null
  from_at timestamp with time zone not null
  put_by uuid not null
  to_at timestamp with time zone
  taken_by uuid
  constraint pool_members_check CHECK ((to_at >= from_at))
  constraint pool_members_company_id_member_id_fkey FOREIGN KEY (company_id, member_id) REFERENCES members(company_id, id)
  constraint pool_members_company_id_pool_id_fkey FOREIGN KEY (company_id, pool_id) REFERENCES pools(company_id, id) ON DELETE CASCADE
  constraint pool_members_company_id_put_by_fkey FOREIGN KEY (company_id, put_by) REFERENCES members(company_id, id)
  constraint pool_members_company_id_taken_by_fkey FOREIGN KEY (company_id, taken_by) REFERENCES members(company_id, id)
  constraint pool_members_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX pool_members_by_member ON public.pool_members USING btree (company_id, member_id) WHERE (to_at IS NULL)
  CREATE UNIQUE INDEX pool_members_now ON public.pool_members USING btree (company_id, pool_id, member_id) WHERE (to_at IS NULL)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: from then to then this performer was in that pool. He may be in several.

create table public.pool_requests
  company_id uuid not null
  id uuid not null
  member_id uuid not null
  asked_by uuid not null
  asked_at timestamp with time zone not null
  about_kind text
  about_id uuid
  about_number bigint
  about_title text
  starts_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  word text
  state pool_request_state not null
  answered_by uuid
  answered_at timestamp with time zone
  answer text
  constraint pool_requests_about_kind_check CHECK ((about_kind = ANY (ARRAY['order'::text, 'task'::text])))
  constraint pool_requests_check CHECK ((ends_at > starts_at))
  constraint pool_requests_check1 CHECK (((about_kind IS NULL) = (about_id IS NULL)))
  constraint pool_requests_company_id_answered_by_fkey FOREIGN KEY (company_id, answered_by) REFERENCES members(company_id, id)
  constraint pool_requests_company_id_asked_by_fkey FOREIGN KEY (company_id, asked_by) REFERENCES members(company_id, id)
  constraint pool_requests_company_id_member_id_fkey FOREIGN KEY (company_id, member_id) REFERENCES members(company_id, id)
  constraint pool_requests_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX pool_requests_by_asker ON public.pool_requests USING btree (company_id, asked_by, id DESC)
  CREATE INDEX pool_requests_by_member ON public.pool_requests USING btree (company_id, member_id, id DESC)
  CREATE INDEX pool_requests_open ON public.pool_requests USING btree (company_id, member_id) WHERE (state = 'asked'::pool_request_state)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: a manager asked for a performer of another's pool, for work at a time (S23).

create table public.pool_specialities
  company_id uuid not null
  pool_id uuid not null
  speciality_id uuid not null
  constraint pool_specialities_company_id_pool_id_fkey FOREIGN KEY (company_id, pool_id) REFERENCES pools(company_id, id) ON DELETE CASCADE
  constraint pool_specialities_company_id_speciality_id_fkey FOREIGN KEY (company_id, speciality_id) REFERENCES specialities(company_id, id)
  constraint pool_specialities_pkey PRIMARY KEY (company_id, pool_id, speciality_id)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: this pool is of this trade.

create table public.pools
  company_id uuid not null
  id uuid not null
  name text not null
  version integer not null default 1
  created_by uuid not null
  created_at timestamp with time zone not null
  archived_at timestamp with time zone
  constraint pools_company_id_created_by_fkey FOREIGN KEY (company_id, created_by) REFERENCES members(company_id, id)
  constraint pools_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint pools_pkey PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX pools_by_name ON public.pools USING btree (company_id, lower(name)) WHERE (archived_at IS NULL)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is performers who are led together (S23).

create table public.rates
  company_id uuid not null
  id uuid not null
  member_id uuid not null
  from_day date not null
  cost_per_hour bigint
  currency text not null
  created_by uuid not null
  created_at timestamp with time zone not null
  fee_per_task bigint
  constraint rates_company_id_member_id_fkey FOREIGN KEY (company_id, member_id) REFERENCES members(company_id, id) ON DELETE CASCADE
  constraint rates_cost_per_hour_check CHECK ((cost_per_hour >= 0))
  constraint rates_fee_per_task_check CHECK ((fee_per_task >= 0))
  constraint rates_one_kind CHECK (((cost_per_hour IS NULL) <> (fee_per_task IS NULL)))
  constraint rates_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX rates_by_member ON public.rates USING btree (company_id, member_id, from_day DESC, created_at DESC)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('money.read'::text) AS app_may) AND (( SELECT app_may('orders.all'::text) AS app_may) OR ( SELECT app_may('people.manage'::text) AS app_may) OR (member_id IN ( SELECT led_performers() AS led_performers)) OR (member_id IN ( SELECT m.id
   FROM members m
  WHERE ((m.company_id = app_company()) AND (m.kind = 'staff'::member_kind))))))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is what a person costs from a day on, by the hour or by the task; of two for one day the later holds. Never rewritten (S7).

create table public.reply_templates
  company_id uuid not null
  id uuid not null
  name text not null
  body text not null
  archived_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null
  constraint reply_templates_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint reply_templates_pkey PRIMARY KEY (company_id, id)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a text that is used again and again in answers.

create table public.requisites_versions
  company_id uuid not null
  counterparty_id uuid not null
  from_day date not null
  requisites jsonb not null
  set_by uuid
  set_at timestamp with time zone not null
  constraint requisites_versions_company_id_counterparty_id_fkey FOREIGN KEY (company_id, counterparty_id) REFERENCES counterparties(company_id, id) ON DELETE CASCADE
  constraint requisites_versions_company_id_set_by_fkey FOREIGN KEY (company_id, set_by) REFERENCES members(company_id, id)
  constraint requisites_versions_pkey PRIMARY KEY (company_id, counterparty_id, from_day)
  CREATE TRIGGER words_of_requisites AFTER INSERT OR DELETE OR UPDATE ON public.requisites_versions FOR EACH ROW EXECUTE FUNCTION counterparty_words_changed('counterparty_id')
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('counterparties.manage'::text) AS app_may) OR ( SELECT app_may('orders.all'::text) AS app_may) OR (counterparty_id IN ( SELECT seen_counterparties() AS seen_counterparties)))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: from this day on, until the next, these are the requisites of a counterparty.

create table public.roles
  company_id uuid not null
  id uuid not null
  name text not null
  base member_role not null
  rights text[] not null
  version integer not null default 1
  created_at timestamp with time zone not null
  archived_at timestamp with time zone
  constraint roles_base_check CHECK ((base <> ALL (ARRAY['owner'::member_role, 'performer'::member_role])))
  constraint roles_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint roles_pkey PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX roles_by_name ON public.roles USING btree (company_id, lower(name)) WHERE (archived_at IS NULL)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a role that the company has made for itself: a name, and the rights that were ticked.

create table public.round_photos
  company_id uuid not null
  round_id uuid not null
  file_id uuid not null
  side text not null
  stage photo_stage not null default 'other'::photo_stage
  taken_at timestamp with time zone not null
  "position" integer not null
  constraint round_photos_company_id_file_id_fkey FOREIGN KEY (company_id, file_id) REFERENCES files(company_id, id)
  constraint round_photos_company_id_round_id_fkey FOREIGN KEY (company_id, round_id) REFERENCES approval_rounds(company_id, id) ON DELETE CASCADE
  constraint round_photos_pkey PRIMARY KEY (company_id, round_id, file_id)
  constraint round_photos_side_check CHECK ((side = ANY (ARRAY['result'::text, 'rejection'::text])))
  CREATE INDEX round_photos_by_file ON public.round_photos USING btree (company_id, file_id)
  row level security, forced
  policy customer for select using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'customer'::text) AND (round_id IN ( SELECT my_rounds() AS my_rounds)))) with check ()
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (EXISTS ( SELECT
   FROM approval_rounds r
  WHERE ((r.company_id = round_photos.company_id) AND (r.id = round_photos.round_id))))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a photo of a round: of the result, or of what the customer found wrong.

create table public.round_workers
  company_id uuid not null
  round_id uuid not null
  member_id uuid not null
  name text not null
  trade text
  constraint round_workers_company_id_member_id_fkey FOREIGN KEY (company_id, member_id) REFERENCES members(company_id, id)
  constraint round_workers_company_id_round_id_fkey FOREIGN KEY (company_id, round_id) REFERENCES approval_rounds(company_id, id) ON DELETE CASCADE
  constraint round_workers_pkey PRIMARY KEY (company_id, round_id, member_id)
  row level security, forced
  policy customer for select using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'customer'::text) AND (round_id IN ( SELECT my_rounds() AS my_rounds)))) with check ()
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (EXISTS ( SELECT
   FROM approval_rounds r
  WHERE ((r.company_id = round_workers.company_id) AND (r.id = round_workers.round_id))))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: this person did the work that the round shows.

create table public.sites
  company_id uuid not null
  id uuid not null
  counterparty_id uuid not null
  address text not null
  access_note text
  contact_id uuid
  version integer not null default 1
  created_at timestamp with time zone not null
  lat double precision
  lon double precision
  merged_into uuid
  constraint sites_company_id_contact_id_fkey FOREIGN KEY (company_id, contact_id) REFERENCES contacts(company_id, id)
  constraint sites_company_id_counterparty_id_fkey FOREIGN KEY (company_id, counterparty_id) REFERENCES counterparties(company_id, id)
  constraint sites_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint sites_company_id_merged_into_fkey FOREIGN KEY (company_id, merged_into) REFERENCES sites(company_id, id)
  constraint sites_lat_check CHECK (((lat >= ('-90'::integer)::double precision) AND (lat <= (90)::double precision)))
  constraint sites_lon_check CHECK (((lon >= ('-180'::integer)::double precision) AND (lon <= (180)::double precision)))
  constraint sites_pkey PRIMARY KEY (company_id, id)
  constraint sites_whole_point CHECK (((lat IS NULL) = (lon IS NULL)))
  CREATE INDEX sites_by_contact ON public.sites USING btree (company_id, contact_id) WHERE (contact_id IS NOT NULL)
  CREATE INDEX sites_by_counterparty ON public.sites USING btree (company_id, counterparty_id)
  CREATE INDEX sites_merged ON public.sites USING btree (company_id, merged_into) WHERE (merged_into IS NOT NULL)
  CREATE TRIGGER words_of_site AFTER INSERT OR DELETE OR UPDATE OF address, counterparty_id ON public.sites FOR EACH ROW WHEN ((current_setting('app.words'::text, true) IS DISTINCT FROM 'later'::text)) EXECUTE FUNCTION counterparty_words_changed('counterparty_id')
  row level security, forced
  policy customer for select using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'customer'::text) AND (counterparty_id = ( SELECT app_subject() AS app_subject)))) with check ()
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('counterparties.manage'::text) AS app_may) OR ( SELECT app_may('orders.all'::text) AS app_may) OR (counterparty_id IN ( SELECT seen_counterparties() AS seen_counterparties)))))) with check ((company_id = app_company()))
  policy performer for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'performer'::text) AND (id IN ( SELECT my_sites() AS my_sites)))) with check ()
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is an address where work is done for a counterparty.

create table public.specialities
  company_id uuid not null
  id uuid not null
  name text not null
  archived_at timestamp with time zone
  merged_into_id uuid
  constraint specialities_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint specialities_company_id_merged_into_id_fkey FOREIGN KEY (company_id, merged_into_id) REFERENCES specialities(company_id, id)
  constraint specialities_company_id_name_key UNIQUE (company_id, name)
  constraint specialities_pkey PRIMARY KEY (company_id, id)
  row level security, forced
  policy customer for select using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'customer'::text) AND true)) with check ()
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy performer for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'performer'::text) AND true)) with check ()
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a trade as the company calls it: electricians, plumbers.

create table public.stages
  company_id uuid not null
  id uuid not null
  funnel_id uuid not null
  phase order_phase not null
  name text not null
  "position" integer not null
  constraint stages_company_id_funnel_id_fkey FOREIGN KEY (company_id, funnel_id) REFERENCES funnels(company_id, id)
  constraint stages_company_id_funnel_id_position_key UNIQUE (company_id, funnel_id, "position")
  constraint stages_pkey PRIMARY KEY (company_id, id)
  row level security, forced
  policy customer for select using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'customer'::text) AND true)) with check ()
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a column of a board: the company's name for a part of a phase.

create table public.substitutions
  company_id uuid not null
  id uuid not null
  absent_id uuid not null
  deputy_id uuid not null
  from_day date not null
  to_day date not null
  absence_id uuid
  made_by uuid not null
  made_at timestamp with time zone not null
  ended_at timestamp with time zone
  ended_by uuid
  constraint substitutions_check CHECK ((to_day >= from_day))
  constraint substitutions_check1 CHECK ((absent_id <> deputy_id))
  constraint substitutions_company_id_absence_id_fkey FOREIGN KEY (company_id, absence_id) REFERENCES absences(company_id, id)
  constraint substitutions_company_id_absent_id_fkey FOREIGN KEY (company_id, absent_id) REFERENCES members(company_id, id)
  constraint substitutions_company_id_deputy_id_fkey FOREIGN KEY (company_id, deputy_id) REFERENCES members(company_id, id)
  constraint substitutions_company_id_ended_by_fkey FOREIGN KEY (company_id, ended_by) REFERENCES members(company_id, id)
  constraint substitutions_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint substitutions_company_id_made_by_fkey FOREIGN KEY (company_id, made_by) REFERENCES members(company_id, id)
  constraint substitutions_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX substitutions_by_absence ON public.substitutions USING btree (company_id, absence_id) WHERE (absence_id IS NOT NULL)
  CREATE INDEX substitutions_by_day ON public.substitutions USING btree (company_id, to_day) WHERE (ended_at IS NULL)
  CREATE INDEX substitutions_by_time ON public.substitutions USING btree (company_id, from_day DESC, id DESC)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: from then to then the deputy handles the matters of an absent person, with his competence.

create table public.task_assignees
  company_id uuid not null
  task_id uuid not null
  member_id uuid not null
  state assignee_state not null
  decline_reason text
  zero_reason text
  accepted_at timestamp with time zone
  started_at timestamp with time zone
  done_at timestamp with time zone
  declined_at timestamp with time zone
  by_fee boolean not null default false
  constraint task_assignees_company_id_member_id_fkey FOREIGN KEY (company_id, member_id) REFERENCES members(company_id, id)
  constraint task_assignees_company_id_task_id_fkey FOREIGN KEY (company_id, task_id) REFERENCES tasks(company_id, id) ON DELETE CASCADE
  constraint task_assignees_pkey PRIMARY KEY (company_id, task_id, member_id)
  CREATE INDEX task_assignees_by_member ON public.task_assignees USING btree (company_id, member_id, task_id)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('orders.all'::text) AS app_may) OR (task_id IN ( SELECT seen_tasks() AS seen_tasks)))))) with check ((company_id = app_company()))
  policy performer for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'performer'::text) AND (task_id IN ( SELECT my_tasks() AS my_tasks)))) with check ()
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: this person is to do this task, and how far he is.

create table public.task_fees
  company_id uuid not null
  task_id uuid not null
  member_id uuid not null
  day date not null
  fee bigint not null
  currency text not null
  kept_at timestamp with time zone not null
  constraint task_fees_company_id_task_id_member_id_fkey FOREIGN KEY (company_id, task_id, member_id) REFERENCES task_assignees(company_id, task_id, member_id) ON UPDATE CASCADE ON DELETE CASCADE
  constraint task_fees_fee_check CHECK ((fee >= 0))
  constraint task_fees_pkey PRIMARY KEY (company_id, task_id, member_id)
  CREATE INDEX task_fees_by_day ON public.task_fees USING btree (company_id, day)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('money.read'::text) AS app_may) AND (( SELECT app_may('orders.all'::text) AS app_may) OR (task_id IN ( SELECT seen_tasks() AS seen_tasks))))))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is what a performer with a fixed fee costs on one task, as it was when written down (S7).

create table public.task_photos
  company_id uuid not null
  task_id uuid not null
  file_id uuid not null
  stage photo_stage not null
  member_id uuid not null
  for_customer boolean not null default true
  created_at timestamp with time zone not null
  constraint task_photos_company_id_file_id_fkey FOREIGN KEY (company_id, file_id) REFERENCES files(company_id, id)
  constraint task_photos_company_id_member_id_fkey FOREIGN KEY (company_id, member_id) REFERENCES members(company_id, id)
  constraint task_photos_company_id_task_id_fkey FOREIGN KEY (company_id, task_id) REFERENCES tasks(company_id, id) ON DELETE CASCADE
  constraint task_photos_pkey PRIMARY KEY (company_id, task_id, file_id)
  CREATE INDEX task_photos_by_file ON public.task_photos USING btree (company_id, file_id)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('orders.all'::text) AS app_may) OR (task_id IN ( SELECT seen_tasks() AS seen_tasks)))))) with check ((company_id = app_company()))
  policy performer for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'performer'::text) AND (task_id IN ( SELECT my_tasks() AS my_tasks)))) with check ()
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a photo of the work, before or after it.

create table public.tasks
  company_id uuid not null
  id uuid not null
  number bigint not null
  title text not null
  instructions text
  reference text
  state task_state not null
  site_id uuid
  place text
  access_note text
  site_contact_name text
  site_contact_phone text
  starts_at timestamp with time zone
  ends_at timestamp with time zone
  estimate_minutes integer
  photos_before integer not null default 0
  photos_after integer not null default 0
  lead_id uuid
  curator_id uuid not null
  return_reason text
  returns integer not null default 0
  cancel_reason text
  version integer not null default 1
  created_by uuid not null
  created_at timestamp with time zone not null
  closed_at timestamp with time zone
  constraint tasks_check CHECK (((ends_at IS NULL) OR (starts_at IS NULL) OR (ends_at > starts_at)))
  constraint tasks_company_id_created_by_fkey FOREIGN KEY (company_id, created_by) REFERENCES members(company_id, id)
  constraint tasks_company_id_curator_id_fkey FOREIGN KEY (company_id, curator_id) REFERENCES members(company_id, id)
  constraint tasks_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint tasks_company_id_lead_id_fkey FOREIGN KEY (company_id, lead_id) REFERENCES members(company_id, id)
  constraint tasks_company_id_number_key UNIQUE (company_id, number)
  constraint tasks_company_id_site_id_fkey FOREIGN KEY (company_id, site_id) REFERENCES sites(company_id, id)
  constraint tasks_estimate_minutes_check CHECK ((estimate_minutes > 0))
  constraint tasks_photos_after_check CHECK (((photos_after >= 0) AND (photos_after <= 20)))
  constraint tasks_photos_before_check CHECK (((photos_before >= 0) AND (photos_before <= 20)))
  constraint tasks_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX tasks_by_curator ON public.tasks USING btree (company_id, curator_id, state, starts_at)
  CREATE INDEX tasks_by_site ON public.tasks USING btree (company_id, site_id) WHERE (site_id IS NOT NULL)
  CREATE INDEX tasks_by_start ON public.tasks USING btree (company_id, starts_at) WHERE (state <> 'cancelled'::task_state)
  CREATE INDEX tasks_by_state ON public.tasks USING btree (company_id, state, number DESC)
  CREATE INDEX tasks_of_days ON public.tasks USING btree (company_id, starts_at) WHERE (((ends_at - starts_at) > '1 day'::interval) OR ((ends_at IS NULL) AND (estimate_minutes > 600)))
  CREATE INDEX tasks_open_by_curator ON public.tasks USING btree (company_id, curator_id) WHERE (state <> ALL (ARRAY['closed'::task_state, 'cancelled'::task_state]))
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('orders.all'::text) AS app_may) OR (curator_id = ANY (( SELECT app_answering() AS app_answering)::uuid[])) OR (id IN ( SELECT seen_tasks() AS seen_tasks)))))) with check ((company_id = app_company()))
  policy performer for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'performer'::text) AND (id IN ( SELECT my_tasks() AS my_tasks)))) with check ()
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a piece of work for one or more performers.

create table public.time_entries
  company_id uuid not null
  id uuid not null
  task_id uuid not null
  member_id uuid not null
  day date not null
  minutes integer not null
  note text
  source text not null
  version integer not null default 1
  created_by uuid not null
  created_at timestamp with time zone not null
  struck_at timestamp with time zone
  constraint time_entries_company_id_member_id_fkey FOREIGN KEY (company_id, member_id) REFERENCES members(company_id, id)
  constraint time_entries_company_id_task_id_fkey FOREIGN KEY (company_id, task_id) REFERENCES tasks(company_id, id)
  constraint time_entries_minutes_check CHECK (((minutes >= 1) AND (minutes <= 1440)))
  constraint time_entries_pkey PRIMARY KEY (company_id, id)
  constraint time_entries_source_check CHECK ((source = ANY (ARRAY['by_hand'::text, 'timer'::text])))
  CREATE INDEX time_entries_by_day ON public.time_entries USING btree (company_id, day, member_id)
  CREATE INDEX time_entries_by_task ON public.time_entries USING btree (company_id, task_id)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('orders.all'::text) AS app_may) OR (member_id = ANY (( SELECT app_own() AS app_own)::uuid[])) OR (task_id IN ( SELECT seen_tasks() AS seen_tasks)))))) with check ((company_id = app_company()))
  policy performer for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'performer'::text) AND (member_id = ( SELECT app_subject() AS app_subject)))) with check ()
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is the minutes of one worker on one task on one day (S47).

create table public.timers
  company_id uuid not null
  member_id uuid not null
  task_id uuid not null
  started_at timestamp with time zone not null
  constraint timers_company_id_member_id_fkey FOREIGN KEY (company_id, member_id) REFERENCES members(company_id, id)
  constraint timers_company_id_task_id_fkey FOREIGN KEY (company_id, task_id) REFERENCES tasks(company_id, id) ON DELETE CASCADE
  constraint timers_pkey PRIMARY KEY (company_id, member_id)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR (( SELECT app_may('orders.all'::text) AS app_may) OR (member_id = ANY (( SELECT app_own() AS app_own)::uuid[])) OR (task_id IN ( SELECT seen_tasks() AS seen_tasks)))))) with check ((company_id = app_company()))
  policy performer for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'performer'::text) AND (member_id = ( SELECT app_subject() AS app_subject)))) with check ()
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row is a clock that runs: a person works on one task at a time.

create table public.told_apart
  company_id uuid not null
  id uuid not null
  one_id uuid not null
  other_id uuid not null
  said_by uuid not null
  said_at timestamp with time zone not null
  constraint told_apart_company_id_one_id_fkey FOREIGN KEY (company_id, one_id) REFERENCES members(company_id, id)
  constraint told_apart_company_id_other_id_fkey FOREIGN KEY (company_id, other_id) REFERENCES members(company_id, id)
  constraint told_apart_company_id_said_by_fkey FOREIGN KEY (company_id, said_by) REFERENCES members(company_id, id)
  constraint told_apart_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX told_apart_by_one ON public.told_apart USING btree (company_id, one_id, other_id)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: somebody has said that these two cards are two people; they are not offered as doubles.

create table public.work_schedules
  company_id uuid not null
  id uuid not null
  member_id uuid not null
  kind schedule_kind not null
  pattern jsonb not null
  follows_calendar boolean not null
  from_day date not null
  to_day date
  note text
  made_by uuid not null
  made_at timestamp with time zone not null
  constraint work_schedules_check CHECK ((to_day >= from_day))
  constraint work_schedules_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
  constraint work_schedules_company_id_made_by_fkey FOREIGN KEY (company_id, made_by) REFERENCES members(company_id, id)
  constraint work_schedules_company_id_member_id_fkey FOREIGN KEY (company_id, member_id) REFERENCES members(company_id, id)
  constraint work_schedules_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX work_schedules_by_member ON public.work_schedules USING btree (company_id, member_id, from_day)
  row level security, forced
  policy narrow for all using (((company_id = app_company()) AND ((( SELECT app_viewer() AS app_viewer) = 'system'::text) OR true))) with check ((company_id = app_company()))
  policy performer for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'performer'::text) AND (member_id = ( SELECT app_subject() AS app_subject)))) with check ()
  policy program for all using (((company_id = ( SELECT app_company() AS app_company)) AND (( SELECT app_viewer() AS app_viewer) = 'system'::text))) with check ()
  policy staff for all using ((company_id = app_company())) with check ()
  grant delete, insert, select, update to naryad_app
  grant delete, insert, select, update to naryad_narrow
  grant delete, insert, select, update to naryad_staff
  -- One row: from then to then this person works by hours of his own. Of several that cover a day the one that began later holds.

create table public.worker_heartbeats
  worker_id text not null
  at timestamp with time zone not null
  constraint worker_heartbeats_pkey PRIMARY KEY (worker_id)
  grant delete, insert, select, update to naryad_app
  -- One row is a worker that lives; jobs of one that fell silent are given to others.
