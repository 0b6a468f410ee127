-- Dialogues are there for whoever has the right to read them (RGT-14), however much of the orders he sees: a role of the
-- company may have one and not the other. Who lacks it stands behind the narrow wall, which asks for the right here.
create or replace function seen_conversations() returns setof uuid stable language plpgsql as $$
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
end $$;

-- A fact of a dialogue tells its words. Who sees all orders is told of them only with the dialogue.
create policy dialogues on events as restrictive for select to naryad_narrow using (
  subject_kind <> 'conversation' or (select app_viewer()) = 'system' or subject_id in (select seen_conversations()));
