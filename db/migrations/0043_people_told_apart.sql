create table told_apart (
  company_id uuid not null,
  id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, one_id) references members (company_id, id),
  foreign key (company_id, other_id) references members (company_id, id),
  foreign key (company_id, said_by) references members (company_id, id)
);
-- In either order, and both columns go over when a card is merged: what then names one card twice means nothing.
comment on table told_apart is 'One row: somebody has said that these two cards are two people; they are not offered as doubles.';
-- Read by the list of probable doubles.
create index told_apart_by_one on told_apart (company_id, one_id, other_id);
call guard('told_apart', 'none', 'none');
