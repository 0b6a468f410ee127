-- The next numbers of a kind, as one call whose plan is kept: an order waits for it. It does not wait for the disk, and
-- looks with the program's own eyes, for its transaction is nothing else.
create function take_numbers(company uuid, of_kind text, many int) returns bigint language plpgsql as $$
declare
  taken bigint;
begin
  perform set_config('synchronous_commit', 'off', true), set_config('role', 'naryad_app', true),
    set_config('app.viewer', 'system', true), set_config('app.company_id', company::text, true);
  insert into counters (company_id, kind, last) values (company, of_kind, many)
    on conflict (company_id, kind) do update set last = counters.last + many returning last into taken;
  return taken;
end
$$;
-- For the program as it signs in, before it takes a role; no viewer's statement has a use for it.
revoke all on function take_numbers from public;
