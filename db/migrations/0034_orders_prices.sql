-- Prices stand apart from the other terms, so that a wall can stand before them alone.
create table agreement_prices (
  company_id uuid not null,
  agreement_id uuid not null,
  price_model price_model,
  -- Fixed: the sum of the order. Hourly: the price of an hour. VAT is inside.
  price bigint check (price >= 0),
  currency text not null,
  vat_rate integer,
  primary key (company_id, agreement_id),
  check ((price_model is null) = (price is null)),
  foreign key (company_id, agreement_id) references agreements (company_id, id) on delete cascade
);
comment on table agreement_prices is 'One row is the price of a version of the terms; read only by who reads money, and by the customer.';

alter table agreements no force row level security;
insert into agreement_prices (company_id, agreement_id, price_model, price, currency, vat_rate)
select company_id, id, price_model, price, currency, vat_rate from agreements;
-- Whether a price stands is no secret: an order without one is not completed.
alter table agreements add column priced boolean not null default false;
update agreements set priced = price is not null;
alter table agreements alter column priced drop default;
alter table agreements drop column price_model, drop column price, drop column currency, drop column vat_rate;
alter table agreements force row level security;

call guard('agreement_prices', 'none',
  'exists (select from agreements a where a.company_id = agreement_prices.company_id and a.id = agreement_id)',
  narrow => $$ (select app_may('money.read')) and exists (select from agreements a
    where a.company_id = agreement_prices.company_id and a.id = agreement_id) $$);

-- Documents carry sums: whoever answers for an order is told that its act stands, and no more (0028 let him read it).
call guard_narrow('documents', $$ (select app_may('money.read')) and ((select app_may('orders.all'))
  or (subject_kind = 'order' and subject_id in (select seen_orders()))) $$);

-- Facts that name sums, beside those about documents, which stand behind the documents' own wall.
create policy money on events as restrictive for select to naryad_narrow using (
  (select app_may('money.read')) or (select app_viewer()) = 'system'
  or case name
    when 'order.priced' then false
    when 'order.documents_issued' then false
    when 'order.document_voided' then false
    -- Told before prices were told apart.
    when 'order.agreed' then not coalesce(facts -> 'changed' ?| array['price', 'price_model', 'vat_rate'], false)
    else true end);
