-- Since when he has no access: he has left, or is suspended. Null while he has, and for those who left before it was kept.
alter table members add column out_since timestamptz;
