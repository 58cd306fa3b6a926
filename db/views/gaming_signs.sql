-- The signs of finished_cases, one row a case, and whether there is any.
create view gaming_signs with (security_invoker = true) as
select case_id, code, at, month, company, unit, service, channel, near_due, reopened, supplements, bare_pause, slower,
  near_due or reopened or supplements or bare_pause or slower as any_sign
from finished_cases;
