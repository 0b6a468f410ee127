create table counterparty_contracts (
  company_id uuid not null,
  id uuid not null,
  counterparty_id uuid not null,
  number text not null,
  signed_on date not null,
  -- Null: from the day of signing; without an end.
  from_day date,
  to_day date,
  payment_terms text,
  -- Working days of silence after which work counts as accepted; null: it never does.
  silence_days smallint,
  note text,
  version integer not null default 1,
  created_at timestamptz not null,
  -- Taken off the counterparty's page; stays for the history and can come back.
  removed_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, counterparty_id) references counterparties (company_id, id)
);
comment on table counterparty_contracts is 'One row is a contract with a counterparty: when it holds and on which terms.';
-- Read by the counterparty's page.
create index counterparty_contracts_by_counterparty on counterparty_contracts (company_id, counterparty_id, signed_on desc);

create table contract_prices (
  company_id uuid not null,
  contract_id uuid not null,
  position smallint not null,
  name text not null,
  unit text not null,
  -- Minor units of one unit.
  price bigint not null,
  currency text not null,
  primary key (company_id, contract_id, position),
  foreign key (company_id, contract_id) references counterparty_contracts (company_id, id) on delete cascade
);
comment on table contract_prices is 'One row is a line of a contract''s price list.';

-- What is agreed about money is for those who read it (CPT-12), whatever else they see.
call guard('counterparty_contracts', 'none', 'none', narrow => $$ (select app_may('money.read'))
  and exists (select from counterparties c where c.company_id = counterparty_contracts.company_id and c.id = counterparty_id) $$);
call guard('contract_prices', 'none', 'none', narrow => $$ exists (select from counterparty_contracts k
  where k.company_id = contract_prices.company_id and k.id = contract_id) $$);
