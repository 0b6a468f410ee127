-- What the sign-in library does not keep of a session: it writes rows without these, so each has a default.
alter table auth.session
  -- Opened, or confirmed since, by a passkey or by a password with a code: both steps at once.
  add column strong boolean default false not null,
  -- When whoever holds the session last showed password, code or passkey.
  add column "provedAt" timestamptz default now() not null;
update auth.session as held set
  "provedAt" = held."createdAt",
  strong = exists (select from auth."user" as own where own.id = held."userId" and (own."twoFactorEnabled"
    or exists (select from auth.passkey as key where key."userId" = own.id)));

create table auth.used_codes (
  user_id uuid not null references auth."user" ("id") on delete cascade,
  -- SHA-256 of the six digits.
  code bytea not null,
  at timestamptz not null,
  primary key (user_id, code)
);
comment on table auth.used_codes is 'One row is a code of an app that was given: while it is worth something it opens nothing twice.';
-- Read by the job that forgets old ones.
create index used_codes_by_time on auth.used_codes (at);
grant select, insert, update, delete on auth.used_codes to naryad_app, naryad_staff, naryad_narrow;
