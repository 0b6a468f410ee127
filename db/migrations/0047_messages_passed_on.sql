alter table messages
  -- Who wrote it first, of a message that was passed on.
  add column forwarded_from text,
  -- The same of messages that were sent as one: pictures of an album.
  add column album text;
