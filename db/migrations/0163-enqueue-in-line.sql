-- Jobs of the same line run one after the other: a receiver that answers slowly holds up its own messages, not those of others.
create function motcua.enqueue(task text, payload json, run_at timestamptz, key text, line text) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform graphile_worker.add_job(identifier := task, payload := payload, run_at := run_at, job_key := key, queue_name := line);
end $$;
revoke all on function motcua.enqueue(text, json, timestamptz, text, text) from public;
grant execute on function motcua.enqueue(text, json, timestamptz, text, text) to motcua_app;
