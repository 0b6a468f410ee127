-- Besides an hour, a rate may be of a whole task, whatever it takes: one of the two.
alter table rates alter column cost_per_hour drop not null;
alter table rates add column fee_per_task bigint check (fee_per_task >= 0);
alter table rates add constraint rates_one_kind check ((cost_per_hour is null) <> (fee_per_task is null));
comment on table rates is 'One row is what a person costs from a day on, by the hour or by the task; of two for one day the later holds. Never rewritten (S7).';
