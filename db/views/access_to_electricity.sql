-- Access to electricity: one row a finished connection. Which services are connections, their class and their limit are dated
-- definitions that held on the day the case was opened; where the regulation of the province fixed the utility's part of a case, that
-- is its limit. A party's days are its working minutes over those of a full day of the calendar they were counted by: that of the
-- step's limit, else that of the case's. A reopened case counts once, when finished again, with the time of all its rounds;
-- the time between its end and its reopening is nobody's. The customer's part holds works that no limit counts, whoever does them.
-- Cases finished before times were kept by party are not here.
create view access_to_electricity with (security_invoker = true) as
with classes as (
  select code, (definition ->> 'rank')::integer as rank, definition -> 'services' as services,
    coalesce(definition -> 'when', '{}') as answers, definition ->> 'standard' as standard,
    coalesce(definition -> 'exceptions', '[]') as exceptions,
    valid_from::timestamp at time zone motcua.timezone() as begins,
    coalesce((valid_to + 1)::timestamp at time zone motcua.timezone(), 'infinity') as ends
  from standard_versions where kind = 'connection' and superseded_at is null
  offset 0
), limits as (
  select code, (definition ->> 'value')::double precision as days,
    coalesce((definition ->> 'uncertain')::boolean, false) as uncertain,
    valid_from::timestamp at time zone motcua.timezone() as begins,
    coalesce((valid_to + 1)::timestamp at time zone motcua.timezone(), 'infinity') as ends
  from standard_versions where kind = 'standard' and superseded_at is null and definition ->> 'unit' = 'working_days'
  offset 0
), calendars as (
  select code, minutes from calendar_days
  offset 0
)
select f.case_id, f.code, f.at, f.month, f.company, f.unit, f.service, f.channel, k.code as class, f.opened_at, d.code as calendar,
  t.utility::double precision as utility_days,
  t.state::double precision as state_days,
  t.customer::double precision as customer_days,
  l.days as limit_days,
  l.days is not null as limited,
  coalesce(l.uncertain, false) as limit_uncertain,
  coalesce(t.utility <= l.days::numeric, false) as within,
  coalesce(t.utility > l.days::numeric, false) as beyond,
  f.near_due, f.reopened, f.supplements, f.bare_pause, f.slower,
  f.near_due or f.reopened or f.supplements or f.bare_pause or f.slower as any_sign
from finished_cases f
join lateral (
  select code, coalesce((select e ->> 'standard' from jsonb_array_elements(exceptions) e where e -> 'variants' ? f.variant limit 1),
    standard) as standard
  from classes
  where services ? f.service and f.details @> answers and f.opened_at >= begins and f.opened_at < ends
  order by rank limit 1
) k on true
join calendars d on d.code = f.due_derivation -> 'limit' ->> 'calendar'
join lateral (
  -- Days are of ten digits: the parts of a whole day add up to it.
  select coalesce(round(sum(days) filter (where party in ('corporation', 'company', 'unit') and counted), 10), 0) as utility,
    coalesce(round(sum(days) filter (where party in ('agency', 'administration_centre')), 10), 0) as state,
    coalesce(round(sum(days) filter (where party in ('customer', 'contractor') or not counted), 10), 0) as customer
  from (
    select x.party, x.counted, x.working_minutes / coalesce(own.minutes, d.minutes) as days
    from case_party_times x
    left join lateral (
      select term ->> 'calendar' as calendar from case_tasks y
      where y.case_id = x.case_id and y.step_code = x.step_code and y.term ->> 'calendar' is not null
      order by round desc, ordinal desc limit 1
    ) s on true
    left join calendars own on own.code = s.calendar
    where x.case_id = f.case_id
  ) parts
  having count(*) > 0
) t on true
left join limits by_standard on by_standard.code = k.standard and f.opened_at >= by_standard.begins and f.opened_at < by_standard.ends
left join lateral (
  select (f.own_term ->> 'amount')::double precision as days, coalesce((f.own_term ->> 'uncertain')::boolean, false) as uncertain
  where f.own_term ->> 'unit' = 'working_days'
  union all
  select by_standard.days, by_standard.uncertain
  where by_standard.days is not null and f.own_term ->> 'unit' is distinct from 'working_days'
) l on true;
