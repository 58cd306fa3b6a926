-- The same connections by step and party: one row for each that had a part in the case. Time in which no step was open has none ('').
create view access_steps with (security_invoker = true) as
select a.case_id, a.at, a.month, a.company, a.unit, a.service, a.channel, a.class, p.step, p.party,
  (p.minutes / a.day_minutes)::double precision as days
from access_to_electricity a
join lateral (
  select step_code as step, party, sum(working_minutes) as minutes
  from case_party_times x where x.case_id = a.case_id
  group by step_code, party
) p on true;
