-- The application adds jobs through this one door; the job tables themselves stay closed to it.
create function motcua.enqueue(task text, payload json, run_at timestamptz, key text) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform graphile_worker.add_job(identifier := task, payload := payload, run_at := run_at, job_key := key);
end $$;
revoke all on function motcua.enqueue from public;
grant execute on function motcua.enqueue to motcua_app;
