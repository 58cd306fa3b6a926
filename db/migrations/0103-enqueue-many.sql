-- Many jobs of one task in one statement, for cases that are opened together.
create function motcua.enqueue_many(task text, payloads json[]) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform graphile_worker.add_jobs(array(
    select (task, payload, null, null, null, null, null, null)::graphile_worker.job_spec from unnest(payloads) as payload));
end $$;
revoke all on function motcua.enqueue_many from public;
grant execute on function motcua.enqueue_many to motcua_app;
