-- A queue is read over what is still open, one case in twenty; an index that holds the rest too walks past all of it.
create index cases_unit_live on cases (unit_code, due_sort, id)
  where state in ('opened', 'transferred', 'accepted', 'waiting', 'reopened', 'finished');
drop index cases_assignee_due;
create index cases_assignee_live on cases (assignee, due_sort, id)
  where assignee is not null and state in ('opened', 'transferred', 'accepted', 'waiting', 'reopened', 'finished');
