-- The queue of a desk, by due time: what was filed there, wherever it lies now.
create index cases_filed_due on cases (filed_at, due_sort, id) where filed_at is not null;
