-- The sign-in library's own tables, as it asks for them (a test compares); everything else here is ours.
create schema auth;
grant usage on schema auth to naryad_app, naryad_staff;

create table auth."user" (
  "id" uuid default gen_random_uuid() not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null,
  "twoFactorEnabled" boolean
);
comment on table auth."user" is 'One row is a person who can sign in, of no company in particular.';

create table auth."session" (
  "id" uuid default gen_random_uuid() not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references auth."user" ("id") on delete cascade,
  "companyId" text
);
comment on table auth."session" is 'One row is one browser signed in; companyId is the company it works in now.';
create index "session_userId_idx" on auth."session" ("userId");

create table auth."account" (
  "id" uuid default gen_random_uuid() not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null
);
comment on table auth."account" is 'One row is one way to prove who a user is: a password hash for now.';
create index "account_userId_idx" on auth."account" ("userId");

create table auth."verification" (
  "id" uuid default gen_random_uuid() not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null
);
comment on table auth."verification" is 'One row is a short-lived proof on its way: reset of a password, second factor.';
create index "verification_identifier_idx" on auth."verification" ("identifier");

create table auth."twoFactor" (
  "id" uuid default gen_random_uuid() not null primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" uuid not null references auth."user" ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
comment on table auth."twoFactor" is 'One row is the second factor of a user (RFC 6238), encrypted by the sign-in library.';
create index "twoFactor_secret_idx" on auth."twoFactor" ("secret");
create index "twoFactor_userId_idx" on auth."twoFactor" ("userId");

create table auth."rateLimit" (
  "id" uuid default gen_random_uuid() not null primary key,
  "key" text not null unique,
  "count" integer not null,
  "lastRequest" bigint not null
);
comment on table auth."rateLimit" is 'One row counts tries at sign-in from one place.';

create type auth.link_purpose as enum ('invitation', 'performer', 'customer');

-- The secret itself is never stored, only its SHA-256; the row is found by its id, which stands in the link.
create table auth.links (
  id uuid primary key,
  company_id uuid not null,
  purpose auth.link_purpose not null,
  -- An invitation, a member or an order, by purpose. In another context's table, so no foreign key.
  subject_id uuid not null,
  -- Of a customer's link: the contact who was given it.
  contact_id uuid,
  secret_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  opened_at timestamptz,
  used_at timestamptz,
  revoked_at timestamptz
);
comment on table auth.links is 'One row is a personal link: it opens one thing for whoever holds its secret.';
-- Read when the links of a thing are withdrawn or shown again.
create index links_by_subject on auth.links (company_id, subject_id);

grant select, insert, update, delete on all tables in schema auth to naryad_app, naryad_staff;
