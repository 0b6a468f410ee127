-- Silence that accepts, as it was agreed on the day of sending: what becomes of the contract later changes nothing.
alter table approval_rounds
  add column silence_contract_id uuid,
  add column silence_contract_number text,
  add column silence_contract_signed_on date,
  -- Working days after the day of sending, and the last of them.
  add column silence_days smallint,
  add column silence_last_day date,
  -- The end of that day in the company's time zone: from now on the work counts as accepted.
  add column silence_accepts_at timestamptz,
  -- When the customer is to be reminded; null when that is done, or there is nothing to remind of.
  add column silence_remind_at timestamptz,
  add column reminded_at timestamptz,
  -- Nobody decided: silence did.
  add column by_silence boolean not null default false,
  add check (num_nulls(silence_contract_id, silence_contract_number, silence_contract_signed_on, silence_days,
    silence_last_day, silence_accepts_at) in (0, 6)),
  add check (not by_silence or (decision is not distinct from 'accepted' and silence_accepts_at is not null
    and decided_by_contact_id is null and decided_by_member_id is null)),
  add foreign key (company_id, silence_contract_id) references counterparty_contracts (company_id, id);

-- Read by the clock, of all companies at once.
create index approval_rounds_silent on approval_rounds (silence_accepts_at)
  where silence_accepts_at is not null and decision is null and withdrawn_at is null;
create index approval_rounds_to_remind on approval_rounds (silence_remind_at)
  where silence_remind_at is not null and decision is null and withdrawn_at is null;
create policy relay on approval_rounds for select to naryad_app using ((select app_viewer()) = 'relay');

-- The program reminds a customer in his own dialogue.
alter table messages drop constraint messages_machine_check;
alter table messages add constraint messages_machine_check
  check (machine in ('auto-reply', 'bounce', 'complaint', 'notice', 'reminder'));
