-- Access to electricity: one row a finished connection. Which services are connections, their class and their limit are dated
-- definitions that held on the day the case was opened. A party's days are its working minutes over those of a full day of the
-- calendar by which the case's limit is counted. A reopened case counts once, when finished again, with the time of all its rounds;
-- the time between its end and its reopening is nobody's. The customer's part holds works that no limit counts, whoever does them. Cases finished before times were kept by party are not here.
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
  select distinct on (calendar_code) calendar_code as code, motcua.full_day_minutes(definition) as minutes
  from calendar_versions order by calendar_code, version desc
  offset 0
)
select f.case_id, f.code, f.at, f.month, f.company, f.unit, f.service, f.channel, k.code as class, f.opened_at,
  t.utility as utility_minutes, t.state as state_minutes, t.customer as customer_minutes, d.minutes as day_minutes,
  (t.utility / d.minutes)::double precision as utility_days,
  (t.state / d.minutes)::double precision as state_days,
  (t.customer / d.minutes)::double precision as customer_days,
  l.days as limit_days,
  l.days is not null as limited,
  coalesce(l.uncertain, false) as limit_uncertain,
  coalesce(t.utility <= l.days * d.minutes, false) as within,
  coalesce(t.utility > l.days * d.minutes, false) as beyond,
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
  select coalesce(sum(working_minutes) filter (where party in ('corporation', 'company', 'unit') and counted), 0) as utility,
    coalesce(sum(working_minutes) filter (where party in ('agency', 'administration_centre')), 0) as state,
    coalesce(sum(working_minutes) filter (where party in ('customer', 'contractor') or not counted), 0) as customer
  from case_party_times x where x.case_id = f.case_id
  having count(*) > 0
) t on true
left join limits l on l.code = k.standard and f.opened_at >= l.begins and f.opened_at < l.ends;
