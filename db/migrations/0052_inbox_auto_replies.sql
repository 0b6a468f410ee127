alter table channels
  -- What answers a new request by itself: whether it does, on which occasion, and in what words. Null: nobody has said.
  add column auto_reply jsonb;
