-- The same connections by step and party: one row for each that had a part in the case. Time in which no step was open has none ('').
-- Days are full days of the calendar of the step's limit, else of the case's.
create view access_steps with (security_invoker = true) as
select a.case_id, a.at, a.month, a.company, a.unit, a.service, a.channel, a.class, p.step, p.party,
  (p.minutes / d.minutes)::double precision as days
from access_to_electricity a
join lateral (
  select step_code as step, party, sum(working_minutes) as minutes
  from case_party_times x where x.case_id = a.case_id
  group by step_code, party
) p on true
left join lateral (
  select term ->> 'calendar' as calendar from case_tasks y
  where y.case_id = a.case_id and y.step_code = p.step and y.term ->> 'calendar' is not null
  order by round desc, ordinal desc limit 1
) s on true
join calendar_days d on d.code = coalesce(s.calendar, a.calendar);
