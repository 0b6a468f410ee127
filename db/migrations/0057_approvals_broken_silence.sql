-- Who writes is not silent: the round waits for a decision of his, however long.
alter table approval_rounds
  add column silence_broken_at timestamptz,
  add check (silence_broken_at is null or (silence_accepts_at is not null and not by_silence));
drop index approval_rounds_silent;
-- Read by the clock, of all companies at once.
create index approval_rounds_silent on approval_rounds (silence_accepts_at)
  where silence_accepts_at is not null and silence_broken_at is null and decision is null and withdrawn_at is null;
