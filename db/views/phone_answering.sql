-- Calls taken in time, late or never, by day, hour and line. The share answered in time is in_time over the calls whose
-- wait is known and those abandoned: in_time + late + abandoned (Circular 39/2015/TT-BCT, Article 17).
create view phone_answering with (security_invoker = true) as
select day, hour, line,
  count(*) as calls,
  count(*) filter (where result = 'in_time') as in_time,
  count(*) filter (where result = 'late') as late,
  count(*) filter (where result = 'abandoned') as abandoned,
  count(*) filter (where result = 'unknown') as unknown_wait,
  count(*) filter (where result = 'open') as open,
  avg(waited) as average_wait
from call_results
group by day, hour, line;
