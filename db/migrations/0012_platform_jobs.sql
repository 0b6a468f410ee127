-- The queue's tables belong to its library; the application's role puts jobs in by this door only.
create function enqueue(task text, payload jsonb, job_key text default null, run_at timestamptz default null, max_attempts int default 25)
returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  select graphile_worker.add_job(task, payload::json, run_at => run_at, job_key => job_key, max_attempts => max_attempts)
$$;
revoke all on function enqueue from public;
grant execute on function enqueue to naryad_app, naryad_staff;

create table worker_heartbeats (
  worker_id text primary key,
  at timestamptz not null
);
comment on table worker_heartbeats is 'One row is a worker that lives; jobs of one that fell silent are given to others.';
grant select, insert, update, delete on worker_heartbeats to naryad_app;
