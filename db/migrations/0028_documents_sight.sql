-- Whoever answers for an order completes it, and has to see whether its act stands, though other money is hidden from him.
call guard_narrow('documents', $$ (subject_kind = 'order' and exists (select from orders o
    where o.company_id = documents.company_id and o.id = subject_id and o.responsible_id = any ((select app_answering())::uuid[])))
  or ((select app_may('money.read')) and ((select app_may('orders.all'))
    or (subject_kind = 'order' and subject_id in (select seen_orders())))) $$);
