create table files (
  company_id uuid not null references companies (id),
  id uuid not null,
  name text not null,
  -- Found from the bytes, not from the name.
  mime text not null,
  size bigint not null check (size >= 0),
  -- SHA-256 of the bytes: where they lie in the store.
  sha256 bytea not null,
  width integer,
  height integer,
  uploaded_by uuid,
  created_at timestamptz not null,
  primary key (company_id, id)
);
comment on table files is 'One row is a stored file; its bytes lie in the store under their hash and never change.';
