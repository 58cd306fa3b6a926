-- What the boards of access to electricity count with.
-- How many minutes a full working day of a calendar has, by its week: the longest of its days.
create function motcua.full_day_minutes(definition jsonb) returns numeric language sql immutable parallel safe as $$
  select max(minutes) from (
    select sum(extract(epoch from (hours ->> 1)::interval - (hours ->> 0)::interval) / 60) as minutes
    from jsonb_each(definition -> 'week') as week (day, intervals), jsonb_array_elements(week.intervals) as hours
    group by week.day
  ) days
$$;
