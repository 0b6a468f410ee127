create table auth.viewings (
  id uuid primary key,
  -- auth."session", which may be gone before it: the row is what is told of it.
  session_id uuid not null,
  company_id uuid not null,
  -- In another context's tables, so no foreign keys: who looks, and with whose eyes; null when with those of a role.
  by_id uuid not null,
  member_id uuid,
  role text,
  began_at timestamptz not null,
  until timestamptz not null,
  ended_at timestamptz,
  check (num_nonnulls(member_id, role) = 1)
);
comment on table auth.viewings is 'One row: in this browser its user looks with the eyes of another member, or of a role, and changes nothing.';
-- Read with every session: one viewing at a time.
create unique index viewings_going_on on auth.viewings (session_id) where ended_at is null;
grant select, insert, update, delete on auth.viewings to naryad_app, naryad_staff, naryad_narrow;
