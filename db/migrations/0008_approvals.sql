create type round_decision as enum ('accepted', 'rejected');
create type rejection_reason as enum ('quality', 'volume', 'deadline', 'price', 'other');

create table approval_rounds (
  company_id uuid not null references companies (id),
  id uuid not null,
  -- What is shown for a decision: 'order' for the acceptance of work.
  subject_kind text not null,
  subject_id uuid not null,
  number integer not null check (number > 0),
  -- Whose decision it is.
  counterparty_id uuid not null,
  contact_id uuid,
  -- What was done, in words for the customer: one line a point.
  summary text not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  -- When an answer is asked for.
  answer_by timestamptz,
  opened_at timestamptz,
  decision round_decision,
  decided_at timestamptz,
  -- The person who decided, as he is known: the contact, or the manager who records it in the customer's place.
  decided_by_contact_id uuid,
  decided_by_member_id uuid,
  -- Why a member may record it: words, or the file that proves it.
  proof text,
  proof_file_id uuid,
  reason rejection_reason,
  words text,
  -- Taken back by the company before the customer decided.
  withdrawn_at timestamptz,
  primary key (company_id, id),
  unique (company_id, subject_id, number),
  check ((decision is null) = (decided_at is null)),
  check (withdrawn_at is null or decision is null),
  check (decision is distinct from 'rejected' or reason is not null),
  foreign key (company_id, counterparty_id) references counterparties (company_id, id),
  foreign key (company_id, contact_id) references contacts (company_id, id),
  foreign key (company_id, sent_by) references members (company_id, id),
  foreign key (company_id, decided_by_contact_id) references contacts (company_id, id),
  foreign key (company_id, decided_by_member_id) references members (company_id, id),
  foreign key (company_id, proof_file_id) references files (company_id, id)
);
comment on table approval_rounds is 'One row is one showing of a result to the customer and his decision; rounds are kept (S54).';

create table round_photos (
  company_id uuid not null,
  round_id uuid not null,
  file_id uuid not null,
  -- 'result': shown with the work; 'rejection': what the customer photographed.
  side text not null check (side in ('result', 'rejection')),
  stage photo_stage not null default 'other',
  taken_at timestamptz not null,
  position integer not null,
  primary key (company_id, round_id, file_id),
  foreign key (company_id, round_id) references approval_rounds (company_id, id) on delete cascade,
  foreign key (company_id, file_id) references files (company_id, id)
);
comment on table round_photos is 'One row is a photo of a round: of the result, or of what the customer found wrong.';
-- Read by the right to a file.
create index round_photos_by_file on round_photos (company_id, file_id);

create table round_workers (
  company_id uuid not null,
  round_id uuid not null,
  member_id uuid not null,
  -- The name and trade as the customer reads them, kept as they were then.
  name text not null,
  trade text,
  primary key (company_id, round_id, member_id),
  foreign key (company_id, round_id) references approval_rounds (company_id, id) on delete cascade,
  foreign key (company_id, member_id) references members (company_id, id)
);
comment on table round_workers is 'One row: this person did the work that the round shows.';
