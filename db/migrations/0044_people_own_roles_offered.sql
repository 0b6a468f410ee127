-- A role of the company's own is offered to whom one invites, and looked with as a fixed one is.
alter table invitations
  add column role_id uuid,
  add foreign key (company_id, role_id) references roles (company_id, id);
-- Read when a role is put away.
create index invitations_by_role on invitations (company_id, role_id) where role_id is not null;

-- With `role` the fixed one that it was made from; in another context's tables, so no foreign key.
alter table auth.viewings add column role_id uuid check (role_id is null or role is not null);
