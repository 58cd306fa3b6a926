-- How each call went, on which day and hour of the utility's own clock. In time: taken within the standard's seconds that
-- held on that day. A call that nobody took before it ended was abandoned. A call of which the ringing was never told has
-- no known wait; one that still rings has no result yet.
create view call_results with (security_invoker = true) as
with standards as (
  select (definition ->> 'value')::double precision as seconds, valid_from, coalesce(valid_to, 'infinity') as valid_to
  from standard_versions
  where kind = 'standard' and code = 'call-answered' and superseded_at is null
), timed as (
  select *, case when rang_at is not null and answered_at is not null
    then greatest(extract(epoch from answered_at - rang_at), 0)::double precision end as waited
  from calls
)
select id, began_on as day, began_hour as hour, coalesce(line, '') as line, unit_code, began_at, caller, caller_kind, staff_id,
  waited, seconds as standard_seconds,
  case
    when answered_at is not null and (waited is null or seconds is null) then 'unknown'
    when answered_at is not null and waited <= seconds then 'in_time'
    when answered_at is not null then 'late'
    when state = 'abandoned' then 'abandoned'
    else 'open'
  end as result
from timed
left join standards on began_on between valid_from and valid_to;
