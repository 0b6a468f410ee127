create table order_files (
  company_id uuid not null,
  order_id uuid not null,
  file_id uuid not null,
  -- Null: it came along with the words that the order was made of.
  added_by uuid,
  added_at timestamptz not null,
  primary key (company_id, order_id, file_id),
  foreign key (company_id, order_id) references orders (company_id, id) on delete cascade,
  foreign key (company_id, file_id) references files (company_id, id),
  foreign key (company_id, added_by) references members (company_id, id)
);
comment on table order_files is 'One row is a file that belongs to an order: sent with the request, or put there by the staff.';
-- Read by the right to a file: a file is seen where its order is seen.
create index order_files_by_file on order_files (company_id, file_id);
call guard('order_files', 'none', 'none', narrow => '(select app_may(''orders.all'')) or order_id in (select seen_orders())');

call guard_narrow('files', $$ uploaded_by = any ((select app_own())::uuid[]) or paper_of is not null
  or exists (select from task_photos p where p.company_id = files.company_id and p.file_id = files.id)
  or exists (select from round_photos p where p.company_id = files.company_id and p.file_id = files.id)
  or exists (select from approval_rounds r where r.company_id = files.company_id and r.proof_file_id = files.id)
  or exists (select from documents d where d.company_id = files.company_id and d.file_id = files.id)
  or exists (select from message_files m where m.company_id = files.company_id and m.file_id = files.id)
  or exists (select from message_sources m where m.company_id = files.company_id and m.raw_file_id = files.id)
  or exists (select from order_files o where o.company_id = files.company_id and o.file_id = files.id) $$);
