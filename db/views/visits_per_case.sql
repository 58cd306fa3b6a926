-- Visits per finished case: one row a case whose procedure was done; declined and withdrawn ones promise nothing any more,
-- and one that was reopened counts when it is finished again. Month: of the finish, at the utility's time zone.
-- A promise is broken where the customer came more often than the service says; each such visit has its reason.
create view visits_per_case with (security_invoker = true) as
select
  c.id as case_id,
  c.code,
  c.finished_at as at,
  date_trunc('month', c.finished_at at time zone (select motcua.timezone()))::date as month,
  motcua.company_of(c.unit_path) as company,
  c.unit_code as unit,
  c.service_code as service,
  c.channel,
  c.visits_promised::integer as promised,
  c.visits,
  c.visits <= 1 as at_most_one,
  c.visits = 0 as none,
  c.visits > c.visits_promised as broken,
  (select string_agg(v.reason, ' · ' order by v.ordinal)
   from case_visits v where v.case_id = c.id and v.beyond_promise) as reasons
from cases c
where c.finished_at is not null;
