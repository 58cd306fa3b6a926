-- PostgreSQL itself says on which day a call began, by the time zone of the profile: half past midnight in Viet Nam is the new day.
create function motcua.day_of_call() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
  zone text := coalesce((select definition ->> 'timezone' from public.standard_versions
    where kind = 'utility' and superseded_at is null order by valid_from desc limit 1), 'Asia/Ho_Chi_Minh');
begin
  new.began_on := (new.began_at at time zone zone)::date;
  new.began_hour := extract(hour from new.began_at at time zone zone);
  return new;
end $$;
create trigger day_of_call before insert or update of began_at on calls for each row execute function motcua.day_of_call();
