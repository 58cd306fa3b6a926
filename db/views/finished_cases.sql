-- Cases whose procedure was done, by the month of the finish at the utility's time zone, with the signs that somebody may have worked
-- for the figure rather than for the customer. One that was reopened is here again when it is finished again. A sign accuses nobody:
-- each has honest causes too. How near is near and how many are many are dated settings of our own, which say so.
create view finished_cases with (security_invoker = true) as
with settings as (
  select code, (definition ->> 'value')::double precision as value,
    valid_from::timestamp at time zone motcua.timezone() as begins,
    coalesce((valid_to + 1)::timestamp at time zone motcua.timezone(), 'infinity') as ends
  from standard_versions
  where kind = 'standard' and code in ('sign-near-due', 'sign-supplements') and superseded_at is null
  offset 0
)
select
  c.id as case_id,
  c.code,
  c.finished_at as at,
  date_trunc('month', c.finished_at at time zone (select motcua.timezone()))::date as month,
  motcua.company_of(c.unit_path) as company,
  c.unit_code as unit,
  c.service_code as service,
  c.channel,
  c.opened_at,
  c.variant,
  c.details,
  c.due_derivation,
  c.own_term,
  coalesce(c.finished_at between c.due_at - near.value * interval '1 minute' and c.due_at, false) as near_due,
  exists (select from case_closures x where x.case_id = c.id and x.kind = 'reopened') as reopened,
  coalesce((select count(*) from case_supplements x where x.case_id = c.id) >= many.value, false) as supplements,
  exists (select from case_pauses x where x.case_id = c.id and x.reason = 'force_majeure' and x.document_id is null) as bare_pause,
  exists (select from case_reclassifications x where x.case_id = c.id and x.slower) as slower
from cases c
left join settings near on near.code = 'sign-near-due' and c.finished_at >= near.begins and c.finished_at < near.ends
left join settings many on many.code = 'sign-supplements' and c.finished_at >= many.begins and c.finished_at < many.ends
where c.finished_at is not null;
