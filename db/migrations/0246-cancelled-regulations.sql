-- A regulation that was recorded by mistake is cancelled by an end on the day before its first: it binds on no day, and the one before
-- it goes on.
create or replace procedure motcua.bind_regulations() language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform pg_advisory_xact_lock(hashtext('motcua regulations'));
  delete from public.regulation_days;
  insert into public.regulation_days
  with issued as (
    -- Of two that begin on one day the one written later holds.
    select distinct on (r.province_code, service, r.valid_from) r.id, r.code, r.province_code, service, r.valid_from, r.valid_to,
      (select s.since from public.regulation_stages s
       where s.stage = 'ended' and s.province_code = r.province_code and s.regulation_code = r.code and s.since >= r.valid_from - 1
       order by s.id desc limit 1) as last_day
    from public.regulations r, unnest(r.services) service
    where r.status = 'issued' and r.superseded_at is null
    order by r.province_code, service, r.valid_from, r.id desc
  ), timed as (
    -- One that was cancelled takes over from nobody.
    select i.*, lead(valid_from) over (partition by province_code, service order by valid_from) as next_from
    from issued i where last_day is null or last_day >= valid_from
  )
  select id, province_code, service,
    daterange(valid_from, least(valid_to + 1, last_day + 1, next_from), '[)')
  from timed;
end $$;
