-- How many working minutes a full day of each calendar has, as it is known today.
create view calendar_days with (security_invoker = true) as
select distinct on (calendar_code) calendar_code as code, motcua.full_day_minutes(definition) as minutes
from calendar_versions order by calendar_code, version desc;
