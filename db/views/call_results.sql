-- How each call went, on which day and hour of the utility's own clock. In time: taken within the standard's seconds that
-- held on that day. A call that nobody took before it ended was abandoned. A call of which the ringing was never told has
-- no known wait; one that still rings has no result yet. The days come first, so that a day reads its own calls alone.
create view call_results with (security_invoker = true) as
with utility as (
  select definition ->> 'timezone' as zone, valid_from, valid_to
  from standard_versions where kind = 'utility' and superseded_at is null
), days as (
  select day::date as day, day at time zone zone as starts, (day + interval '1 day') at time zone zone as ends, zone
  from utility, generate_series(valid_from::timestamp, coalesce(valid_to::timestamp, now() at time zone zone + interval '1 day'), interval '1 day') day
), timed as (
  select days.day, extract(hour from c.began_at at time zone days.zone)::integer as hour,
    c.id, c.unit_code, c.unit_path, coalesce(c.line, '') as line, c.began_at, c.state, c.answered_at,
    case when c.rang_at is not null and c.answered_at is not null then greatest(extract(epoch from c.answered_at - c.rang_at), 0)::double precision end as waited
  from days join calls c on c.began_at >= days.starts and c.began_at < days.ends
)
select timed.id, day, hour, line, unit_code, unit_path, began_at, waited, standard.seconds as standard_seconds,
  case
    when answered_at is not null and (waited is null or standard.seconds is null) then 'unknown'
    when answered_at is not null and waited <= standard.seconds then 'in_time'
    when answered_at is not null then 'late'
    when state = 'abandoned' then 'abandoned'
    else 'open'
  end as result
from timed
left join lateral (
  select (definition ->> 'value')::double precision as seconds
  from standard_versions
  where kind = 'standard' and code = 'call-answered' and superseded_at is null
    and valid_from <= day and (valid_to is null or valid_to >= day)
  limit 1
) standard on true;
