create type channel_kind as enum ('email', 'telegram', 'web_chat', 'max', 'phone');

create table channels (
  company_id uuid not null references companies (id),
  id uuid not null,
  kind channel_kind not null,
  -- What people call it: «Почта диспетчерской».
  name text not null,
  -- What may be shown: addresses, hours, colours. Checked by the adapter's schema.
  settings jsonb not null default '{}',
  -- Tokens and passwords, sealed by the product's secret (platform/sealed.ts).
  sealed text,
  -- Who is told when it fails.
  responsible_id uuid,
  -- Put away: neither read nor written through; its dialogues stay.
  archived_at timestamptz,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, responsible_id) references members (company_id, id),
  foreign key (company_id, created_by) references members (company_id, id)
);
comment on table channels is 'One row is a connected mailbox, bot, chat on a site or the phone.';

create table channel_states (
  company_id uuid not null,
  channel_id uuid not null,
  -- How far the provider has been read, in the adapter's words; moves in the transaction that keeps what was read.
  cursor jsonb not null default '{}',
  -- Which node follows the provider, and until when it may without a word.
  leased_by text,
  leased_until timestamptz,
  -- The provider answered last; something came last; something went out last.
  answered_at timestamptz,
  last_in_at timestamptz,
  last_out_at timestamptz,
  -- The provider asked to be left alone until then (429).
  paused_until timestamptz,
  -- How long what came last had lain at the provider, in milliseconds.
  lag_ms integer,
  failing_since timestamptz,
  -- A refusal's code, and what the provider said word for word.
  fault text,
  fault_words text,
  -- When the responsible person was told of this failure.
  told_at timestamptz,
  primary key (company_id, channel_id),
  foreign key (company_id, channel_id) references channels (company_id, id) on delete cascade
);
comment on table channel_states is 'One row is how a channel does: how far it is read, by which node, and what ails it.';

create table conversations (
  company_id uuid not null references companies (id),
  id uuid not null,
  channel_id uuid not null,
  -- The provider's name of the thread: a chat's id. Null where threads are found by their messages (mail).
  external_key text,
  -- With whom; null in a group.
  contact_id uuid,
  -- Subject of letters, name of a group.
  title text,
  -- What the adapter must know of the thread to answer in it.
  facts jsonb not null default '{}',
  assignee_id uuid,
  closed_at timestamptz,
  snoozed_until timestamptz,
  -- Since when a person waits for an answer; null when nobody does.
  waiting_since timestamptz,
  last_at timestamptz not null,
  last_in_at timestamptz,
  -- The beginning of the last message, whose side it was, and who of ours wrote it.
  preview text not null default '',
  preview_side text,
  preview_by uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, channel_id) references channels (company_id, id),
  foreign key (company_id, contact_id) references contacts (company_id, id),
  foreign key (company_id, assignee_id) references members (company_id, id),
  foreign key (company_id, preview_by) references members (company_id, id)
);
comment on table conversations is 'One row is a dialogue: a thread with one contact, or a group, in one channel.';
-- Found by the intake of a message.
create unique index conversations_by_key on conversations (company_id, channel_id, external_key) where external_key is not null;
-- Read by the list of dialogues: those that wait for an answer first.
create index conversations_by_time on conversations (company_id, (waiting_since is not null) desc, last_at desc, id desc);
-- Read by «Ждут» and the badge of the rail.
create index conversations_waiting on conversations (company_id, waiting_since) where waiting_since is not null and closed_at is null;
-- Read by «Мои» and by who hands over what he holds.
create index conversations_by_assignee on conversations (company_id, assignee_id, last_at desc) where assignee_id is not null;
-- Read by the contact and by what joins two contacts.
create index conversations_by_contact on conversations (company_id, contact_id) where contact_id is not null;
-- Read by what wakes those that sleep.
create index conversations_snoozed on conversations (snoozed_until) where snoozed_until is not null;

create type message_side as enum ('in', 'out', 'note');

create table messages (
  company_id uuid not null references companies (id),
  id uuid not null,
  conversation_id uuid not null,
  channel_id uuid not null,
  side message_side not null,
  -- The provider's name for it: whatever comes twice is one message.
  external_id text,
  -- Who wrote what came in; who of ours wrote the rest.
  contact_id uuid,
  member_id uuid,
  -- As the writer calls himself there, at that time.
  author_name text,
  -- Null: a person wrote it. Otherwise what kind of machine.
  machine text check (machine in ('auto-reply', 'bounce', 'complaint', 'notice')),
  -- What the writer says, and what he quotes or signs with: together the whole.
  text text not null,
  folded text not null default '',
  -- What is no text: a call, a place, a card, a sticker, something that this product does not know. By `kind`.
  content jsonb,
  reply_to_id uuid,
  -- By the provider's clock, never later than it came; and its place among those of the same moment.
  sent_at timestamptz not null,
  position bigint not null default 0,
  created_at timestamptz not null,
  edited_at timestamptz,
  removed_at timestamptz,
  primary key (company_id, id),
  -- For the keys that ask for the side, too: what goes outside may never be a note.
  unique (company_id, id, side),
  foreign key (company_id, conversation_id) references conversations (company_id, id),
  foreign key (company_id, channel_id) references channels (company_id, id),
  foreign key (company_id, contact_id) references contacts (company_id, id),
  foreign key (company_id, member_id) references members (company_id, id),
  foreign key (company_id, reply_to_id) references messages (company_id, id),
  check ((side = 'in') = (member_id is null) or side = 'out')
);
comment on table messages is 'One row is a message of a dialogue, from outside, to the outside, or a note that only the staff reads.';
-- Every delivery of a provider is kept once (S27).
create unique index messages_by_external on messages (company_id, channel_id, external_id) where external_id is not null;
-- Read by the dialogue.
create index messages_by_conversation on messages (company_id, conversation_id, sent_at desc, position desc, id desc);
-- Read by the history of a contact and by what joins two contacts.
create index messages_by_contact on messages (company_id, contact_id) where contact_id is not null;

create table message_sources (
  company_id uuid not null,
  message_id uuid not null,
  -- As it came: the letter's bytes, or the provider's own form.
  raw_file_id uuid,
  raw jsonb,
  -- What it refers to, oldest first: Message-IDs of a letter.
  refs text[] not null default '{}',
  -- Of a letter that has any: cleaned before it is shown (clean-html.ts).
  html text,
  primary key (company_id, message_id),
  foreign key (company_id, message_id) references messages (company_id, id) on delete cascade,
  foreign key (company_id, raw_file_id) references files (company_id, id)
);
comment on table message_sources is 'One row is a message as it came, for whoever asks why it is read so.';
-- Read by the right to a file.
create index message_sources_by_file on message_sources (company_id, raw_file_id) where raw_file_id is not null;

create table message_versions (
  company_id uuid not null,
  message_id uuid not null,
  -- When its writer made it so.
  at timestamptz not null,
  text text not null,
  primary key (company_id, message_id, at),
  foreign key (company_id, message_id) references messages (company_id, id) on delete cascade
);
comment on table message_versions is 'One row is what a message said before, or after, its writer changed it; the newest stands in the message.';

create table message_files (
  company_id uuid not null,
  message_id uuid not null,
  position integer not null,
  -- Null: the provider would not give it; `fault` says why.
  file_id uuid,
  name text not null,
  -- By which an HTML letter names its picture.
  content_id text,
  -- What the file is to the reader: 'file', 'picture', 'voice', 'video', 'round', 'sticker'.
  part text not null default 'file',
  fault text,
  primary key (company_id, message_id, position),
  foreign key (company_id, message_id) references messages (company_id, id) on delete cascade,
  foreign key (company_id, file_id) references files (company_id, id),
  check (file_id is not null or fault is not null)
);
comment on table message_files is 'One row is a file of a message.';
-- Read by the right to a file: a file is seen where its message is seen.
create index message_files_by_file on message_files (company_id, file_id) where file_id is not null;

create type delivery_state as enum ('waiting', 'sending', 'sent', 'delivered', 'read', 'failed');

create table message_deliveries (
  company_id uuid not null,
  message_id uuid not null,
  -- Always 'out', so that the key below refuses a note.
  side message_side not null default 'out' check (side = 'out'),
  conversation_id uuid not null,
  state delivery_state not null,
  tries integer not null default 0,
  -- Of one that waits: not before. Of one that is being sent: when whoever sends it is taken for dead.
  due_at timestamptz not null,
  -- Why it failed, or why it waits; and what the provider said word for word.
  fault text,
  fault_words text,
  changed_at timestamptz not null,
  primary key (company_id, message_id),
  foreign key (company_id, message_id, side) references messages (company_id, id, side) on delete cascade,
  foreign key (company_id, conversation_id) references conversations (company_id, id)
);
comment on table message_deliveries is 'One row is how far a message to the outside has got.';
-- Read by the queue of a dialogue and by the screen of channels: what has not gone out yet, oldest first.
create index message_deliveries_queued on message_deliveries (company_id, conversation_id, message_id) where state in ('waiting', 'sending');
-- Read by the screen of channels.
create index message_deliveries_failed on message_deliveries (company_id, changed_at desc) where state = 'failed';

create table message_mentions (
  company_id uuid not null,
  message_id uuid not null,
  member_id uuid not null,
  primary key (company_id, message_id, member_id),
  foreign key (company_id, message_id) references messages (company_id, id) on delete cascade,
  foreign key (company_id, member_id) references members (company_id, id)
);
comment on table message_mentions is 'One row: a note calls this person.';
-- Read by what waits for a person, and by the wall: who is called sees the dialogue.
create index message_mentions_by_member on message_mentions (company_id, member_id, message_id);

create table conversation_reads (
  company_id uuid not null,
  conversation_id uuid not null,
  member_id uuid not null,
  read_at timestamptz not null,
  primary key (company_id, conversation_id, member_id),
  foreign key (company_id, conversation_id) references conversations (company_id, id) on delete cascade,
  foreign key (company_id, member_id) references members (company_id, id)
);
comment on table conversation_reads is 'One row: up to when this person has read that dialogue.';

create unlogged table conversation_presences (
  company_id uuid not null,
  conversation_id uuid not null,
  member_id uuid not null,
  seen_at timestamptz not null,
  typing_at timestamptz,
  primary key (company_id, conversation_id, member_id),
  foreign key (company_id, member_id) references members (company_id, id)
);
comment on table conversation_presences is 'One row: this person has that dialogue open, and perhaps writes. Lost in a crash, and nobody minds.';

create table reply_templates (
  company_id uuid not null references companies (id),
  id uuid not null,
  name text not null,
  -- With fields in braces: «Здравствуйте, {контакт}!»
  body text not null,
  archived_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (company_id, id)
);
comment on table reply_templates is 'One row is a text that is used again and again in answers.';

create table conversation_subjects (
  company_id uuid not null,
  conversation_id uuid not null,
  -- 'order': what came of the dialogue stands in contexts above, which write it here by the door.
  kind text not null,
  subject_id uuid not null,
  -- As people call it: 1042.
  number bigint not null,
  -- The messages that it was made of.
  message_ids uuid[] not null default '{}',
  at timestamptz not null,
  primary key (company_id, conversation_id, kind, subject_id),
  foreign key (company_id, conversation_id) references conversations (company_id, id) on delete cascade
);
comment on table conversation_subjects is 'One row: this order was made of, or belongs to, that dialogue.';
-- Read by the order''s card.
create index conversation_subjects_by_subject on conversation_subjects (company_id, kind, subject_id);

create table conversation_words (
  company_id uuid not null references companies (id),
  -- In byte order, so that a beginning is a range.
  word text collate "C" not null,
  conversation_id uuid not null,
  primary key (company_id, word, conversation_id)
);
-- As order_words (0013): an index of texts would read those of all companies, and behind the wall it could not be used.
comment on table conversation_words is 'One row: this word stands in a message of that dialogue, or in its subject. Kept by triggers; words once said stay.';

create function conversation_words_said() returns trigger language plpgsql as $$
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
end $$;
create trigger words_of_message after insert or update of text on messages
  for each row execute function conversation_words_said();
create trigger words_of_conversation after insert or update of title on conversations
  for each row execute function conversation_words_said();

-- Dialogues that reach a narrow viewer: his own or those of people below him, those that nobody has taken and he may,
-- those of customers he or they look after, and those into which a note called him.
create function seen_conversations() returns setof uuid stable language plpgsql as $$
declare
  viewer text := app_viewer();
  company uuid := app_company();
  answering uuid[] := app_answering();
  takes boolean := app_may('dialogues.answer');
  ids uuid[] := kept_ids('conversations');
begin
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

call guard('channels', 'none', 'none');
call guard('channel_states', 'none', 'none');
call guard('conversations', 'none', 'none', narrow => 'id in (select seen_conversations())');
call guard('messages', 'none', 'none', narrow => 'conversation_id in (select seen_conversations())');
call guard('message_sources', 'none', 'none',
  narrow => 'exists (select from messages m where m.company_id = message_sources.company_id and m.id = message_id)');
call guard('message_versions', 'none', 'none',
  narrow => 'exists (select from messages m where m.company_id = message_versions.company_id and m.id = message_id)');
call guard('message_files', 'none', 'none',
  narrow => 'exists (select from messages m where m.company_id = message_files.company_id and m.id = message_id)');
call guard('message_deliveries', 'none', 'none', narrow => 'conversation_id in (select seen_conversations())');
call guard('message_mentions', 'none', 'none',
  narrow => 'exists (select from messages m where m.company_id = message_mentions.company_id and m.id = message_id)');
call guard('conversation_reads', 'none', 'none', narrow => 'member_id = (select app_subject())');
call guard('conversation_presences', 'none', 'none', narrow => 'conversation_id in (select seen_conversations())');
call guard('reply_templates', 'none', 'none');
call guard('conversation_subjects', 'none', 'none', narrow => 'conversation_id in (select seen_conversations())');
call guard('conversation_words', 'none', 'none', narrow => 'conversation_id in (select seen_conversations())');

-- The node that follows channels looks at those of all companies, and takes them for a while.
create policy relay on channels for select to naryad_app using ((select app_viewer()) = 'relay');
create policy relay on channel_states to naryad_app using ((select app_viewer()) = 'relay');
create policy relay on conversations for select to naryad_app using ((select app_viewer()) = 'relay');

call guard_narrow('files', $$ uploaded_by = any ((select app_own())::uuid[]) or paper_of is not null
  or exists (select from task_photos p where p.company_id = files.company_id and p.file_id = files.id)
  or exists (select from round_photos p where p.company_id = files.company_id and p.file_id = files.id)
  or exists (select from approval_rounds r where r.company_id = files.company_id and r.proof_file_id = files.id)
  or exists (select from documents d where d.company_id = files.company_id and d.file_id = files.id)
  or exists (select from message_files m where m.company_id = files.company_id and m.file_id = files.id)
  or exists (select from message_sources m where m.company_id = files.company_id and m.raw_file_id = files.id) $$);
call guard_narrow('contacts', $$ (select app_may('counterparties.manage')) or (select app_may('orders.all'))
  or counterparty_id in (select seen_counterparties()) or id in (select o.contact_id from orders o where o.company_id = app_company())
  or id in (select c.contact_id from conversations c where c.company_id = app_company()) $$);
call guard_narrow('events', $$ (select app_may('orders.all')) or case subject_kind
    when 'order' then subject_id in (select seen_orders())
    when 'task' then subject_id in (select seen_tasks())
    when 'document' then exists (select from documents d where d.company_id = events.company_id and d.id = subject_id)
    when 'counterparty' then exists (select from counterparties c where c.company_id = events.company_id and c.id = subject_id)
    when 'contact' then exists (select from contacts c where c.company_id = events.company_id and c.id = subject_id)
    when 'file' then exists (select from files f where f.company_id = events.company_id and f.id = subject_id)
    when 'conversation' then subject_id in (select seen_conversations())
    else true end $$);
revoke update, delete on events from naryad_narrow;
