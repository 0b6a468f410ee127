-- Read when the load of people in a period is shown: what began long before it and goes on for days.
create index tasks_of_days on tasks (company_id, starts_at)
  where ends_at - starts_at > interval '1 day' or (ends_at is null and estimate_minutes > 600);
