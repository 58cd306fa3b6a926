-- Share of online transactions: one row a transaction, that is, a case taken in, whatever became of it.
-- Month: of its opening, at the utility's time zone. Company: of the unit that holds it now (an ended case: held it last),
-- so that whoever sees a figure sees the cases behind it. Online: by the definition of its channel on the day it was opened.
-- A channel that nobody defined for that day is unclear and not counted as online.
create view online_share with (security_invoker = true) as
select
  c.id as case_id,
  c.code,
  c.opened_at as at,
  date_trunc('month', c.opened_at at time zone (select motcua.timezone()))::date as month,
  motcua.company_of(c.unit_path) as company,
  c.unit_code as unit,
  c.service_code as service,
  c.channel,
  coalesce(d.online, false) as online,
  coalesce(d.unclear, true) as unclear,
  coalesce(d.online and not d.unclear, false) as online_surely,
  coalesce(d.online or d.unclear, true) as online_at_most
from cases c
left join (
  -- Worked out once a query, days turned into instants: "offset 0" keeps the planner from doing it again for each case.
  select
    code as channel,
    valid_from::timestamp at time zone motcua.timezone() as begins,
    coalesce((valid_to + 1)::timestamp at time zone motcua.timezone(), 'infinity') as ends,
    (definition ->> 'online')::boolean as online,
    coalesce((definition ->> 'uncertain')::boolean, false) as unclear
  from standard_versions
  where kind = 'channel' and superseded_at is null
  offset 0
) d on d.channel = c.channel and c.opened_at >= d.begins and c.opened_at < d.ends;
