-- The messengers' people; `max` is used from the next migration on.
alter type identity_kind add value if not exists 'max';

alter table contact_identities
  -- As its owner calls himself there: «@anna_europa».
  add column label text,
  -- Since when it is proven that it is his: the messenger vouched for the phone, or he signed in by it.
  add column proven_at timestamptz,
  -- Why nothing reaches him there any more: 'blocked' by himself, 'bounced' by his server.
  add column fault text,
  add column fault_at timestamptz;
