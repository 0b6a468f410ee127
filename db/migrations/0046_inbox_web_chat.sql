create table chat_visitors (
  company_id uuid not null references companies (id),
  id uuid not null,
  channel_id uuid not null,
  -- What he is called until he says his name: «Гость 4417».
  number bigint not null,
  -- As the site itself knows him, where it has signed who he is.
  user_id text,
  -- What he typed into the form, or what his site says of him; a letter goes to `email`.
  name text,
  phone text,
  email text,
  -- Where he wrote last: a letter leads back there.
  page_url text,
  -- Answers until then are in a letter that he was sent.
  lettered_at timestamptz,
  created_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, channel_id) references channels (company_id, id)
);
comment on table chat_visitors is 'One row is a visitor of a site who has written in its chat; his dialogue carries his id as its key.';
-- Found by the signed word of the site.
create unique index chat_visitors_by_user on chat_visitors (company_id, channel_id, user_id) where user_id is not null;

create table chat_keys (
  company_id uuid not null,
  channel_id uuid not null,
  -- SHA-256 of what his browser made and keeps.
  key_hash bytea not null,
  visitor_id uuid not null,
  created_at timestamptz not null,
  primary key (company_id, channel_id, key_hash),
  foreign key (company_id, visitor_id) references chat_visitors (company_id, id) on delete cascade
);
comment on table chat_keys is 'One row: this browser is that visitor.';

call guard('chat_visitors', 'none', 'none', narrow => 'false');
call guard('chat_keys', 'none', 'none', narrow => 'false');

-- A visitor's page knows the channel and no company.
create index channels_web_chat on channels (id) where kind = 'web_chat';
