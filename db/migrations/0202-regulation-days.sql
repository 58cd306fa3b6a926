-- Which regulation binds a service in a province on which days. Never two at once: a later one takes over on the day it begins,
-- and what was ended by a recorded move stops there. Made again whole whenever a version or a move is added.
create table regulation_days (
  regulation_id bigint not null references regulations (id),
  province_code text not null references provinces (code),
  service_code text not null check (service_code <> ''),
  days daterange not null check (not isempty(days)),
  primary key (regulation_id, service_code),
  exclude using gist (province_code with =, service_code with =, days with &&)
);
grant select on regulation_days to motcua_app;

create procedure motcua.bind_regulations() language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform pg_advisory_xact_lock(hashtext('motcua regulations'));
  delete from public.regulation_days;
  insert into public.regulation_days
  with issued as (
    -- Of two that begin on one day the one written later holds.
    select distinct on (r.province_code, service, r.valid_from) r.id, r.code, r.province_code, service, r.valid_from, r.valid_to
    from public.regulations r, unnest(r.services) service
    where r.status = 'issued' and r.superseded_at is null
    order by r.province_code, service, r.valid_from, r.id desc
  ), timed as (
    select i.*, lead(valid_from) over (partition by province_code, service order by valid_from) as next_from,
      (select s.since from public.regulation_stages s
       where s.stage = 'ended' and s.province_code = i.province_code and s.regulation_code = i.code and s.since >= i.valid_from
       order by s.id desc limit 1) as last_day
    from issued i
  )
  select id, province_code, service,
    daterange(valid_from, least(valid_to + 1, last_day + 1, next_from), '[)')
  from timed;
end $$;
revoke all on procedure motcua.bind_regulations() from public;
grant execute on procedure motcua.bind_regulations() to motcua_app;
