-- As the sign-in library asks for it.
create table auth."passkey" (
  "id" uuid default gen_random_uuid() not null primary key,
  "name" text,
  "publicKey" text not null,
  "userId" uuid not null references auth."user" ("id") on delete cascade,
  "credentialID" text not null,
  "counter" integer not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  "transports" text,
  "createdAt" timestamptz,
  "aaguid" text
);
comment on table auth."passkey" is 'One row is a passkey (WebAuthn) of a user: its public half.';
-- Read when a user's passkeys are listed.
create index "passkey_userId_idx" on auth."passkey" ("userId");
-- Read at sign-in by a passkey.
create index "passkey_credentialID_idx" on auth."passkey" ("credentialID");

create type auth.sign_in_method as enum ('password', 'code', 'passkey');

create table auth.sign_ins (
  id uuid primary key,
  user_id uuid not null references auth."user" ("id") on delete cascade,
  at timestamptz not null,
  method auth.sign_in_method not null,
  passed boolean not null,
  address text,
  user_agent text
);
comment on table auth.sign_ins is 'One row is a try to sign in to an account that exists, passed or failed; kept 180 days.';
-- Read by the owner of the account, newest first.
create index sign_ins_by_user on auth.sign_ins (user_id, at desc);
-- Read by the job that forgets old ones.
create index sign_ins_by_time on auth.sign_ins (at);

create table auth.tries (
  -- SHA-256 of the e-mail as typed in lower case: rows of addresses that are nobody's look the same.
  account bytea primary key,
  n integer not null,
  since timestamptz not null
);
comment on table auth.tries is 'One row counts the passwords tried for one e-mail, whether it has an account or not.';
-- Read by the job that forgets old ones.
create index tries_by_time on auth.tries (since);

create table auth.api_keys (
  id uuid primary key,
  company_id uuid not null,
  -- In another context's table, so no foreign key.
  member_id uuid not null,
  user_id uuid not null references auth."user" ("id") on delete cascade,
  name text not null,
  scopes text[] not null,
  secret_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
comment on table auth.api_keys is 'One row is a key by which a program works as a member, within its scopes; its secret is not stored.';
-- Read when a member's keys are listed.
create index api_keys_by_member on auth.api_keys (company_id, member_id, created_at desc);

grant select, insert, update, delete on auth."passkey", auth.sign_ins, auth.tries, auth.api_keys to naryad_app, naryad_staff;

-- The name of the key by which the actor worked; null where he acted himself.
alter table events add column actor_key text;
