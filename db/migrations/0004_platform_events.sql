create table events (
  company_id uuid not null references companies (id),
  id uuid not null,
  -- The transaction that wrote it: live streams and reactions resume by it, since ids do not commit in their order.
  xid xid8 not null default pg_current_xact_id(),
  name text not null,
  -- staff, performer, customer or system, and who of them; the name as it was then, for the history.
  actor_kind text not null,
  actor_id uuid,
  actor_name text,
  subject_kind text not null,
  subject_id uuid not null,
  at timestamptz not null,
  facts jsonb not null,
  primary key (company_id, id)
);
comment on table events is 'One row is a fact in the history: who did what to which thing, when. Never changed, never deleted (S94).';
-- Read by the timeline of a thing.
create index events_by_subject on events (company_id, subject_id, id desc);
-- Read by the live stream and the relay of reactions: everything since a transaction.
create index events_by_xid on events (xid, id);
call guard('events', 'none', 'none');
-- Performers and customers act, and what they did is told; they read their history elsewhere.
create policy told on events for insert to naryad_app
  with check (company_id = (select app_company()) and (select app_viewer()) in ('performer', 'customer'));
-- The node's own tail reads all companies and hands each event only to streams of its company.
create policy relay on events for select to naryad_app using ((select app_viewer()) = 'relay');
revoke update, delete on events from naryad_app, naryad_staff;

create table event_cursors (
  reader text primary key,
  xid xid8 not null,
  id uuid not null
);
comment on table event_cursors is 'One row is how far a reader of all events has come.';
grant select, insert, update on event_cursors to naryad_app;

create table idempotency_keys (
  company_id uuid not null,
  -- The member, contact or user who asked.
  actor_id uuid not null,
  key text not null,
  -- SHA-256 of method, path and body: the same key with another request is an error.
  request_hash bytea not null,
  status integer not null,
  reply jsonb not null,
  at timestamptz not null,
  primary key (company_id, actor_id, key)
);
comment on table idempotency_keys is 'One row is the answer given to a POST, kept 48 hours for its repeats.';
-- Read by the job that forgets old keys.
create index idempotency_keys_by_time on idempotency_keys (at);
call guard('idempotency_keys', 'actor_id = (select app_subject())', 'true');
-- A user without a company keeps his keys too, and he writes them when the use case has let him into one.
create policy written on idempotency_keys for insert with check (true);
create policy self on idempotency_keys for select to naryad_app
  using ((select app_viewer()) = 'user' and actor_id = (select app_subject()));
create policy relay on idempotency_keys to naryad_app using ((select app_viewer()) = 'relay');

create table counters (
  company_id uuid not null references companies (id),
  -- 'order', 'task'
  kind text not null,
  last bigint not null,
  primary key (company_id, kind)
);
comment on table counters is 'One row is the last number given to a kind of thing. Gaps may be; doubles may not.';
call guard('counters', 'true', 'none');

create type mail_state as enum ('waiting', 'sent', 'failed');

create table outgoing_mails (
  company_id uuid not null references companies (id),
  id uuid not null,
  recipient text not null,
  subject text not null,
  body text not null,
  -- What it is about: the invitation, the order.
  about_kind text,
  about_id uuid,
  state mail_state not null,
  error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (company_id, id)
);
comment on table outgoing_mails is 'One row is a letter of the product; without SMTP it waits here for the administrator to hand on.';
-- Read by the screen «Исходящие».
create index outgoing_mails_by_time on outgoing_mails (company_id, created_at desc, id desc);
call guard('outgoing_mails', 'none', 'none');

create table account_mails (
  -- The one company in which the recipient works: the letter of a person of none or several stands nowhere.
  company_id uuid not null references companies (id),
  id uuid not null,
  -- auth."user": whose account it opens.
  user_id uuid not null,
  recipient text not null,
  subject text not null,
  body text not null,
  state mail_state not null,
  error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (company_id, id)
);
comment on table account_mails is 'One row is a letter about a user''s account: the reset of a password.';
-- Read by the screen «Исходящие» of the company's administrators.
create index account_mails_by_company on account_mails (company_id, created_at desc);
call guard('account_mails', 'none', 'none');
