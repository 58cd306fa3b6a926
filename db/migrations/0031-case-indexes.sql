-- The queues: by due time (a paused case has none and sorts last), by the time it came; per unit, per person, over all.
alter table cases add column due_sort timestamptz not null generated always as (coalesce(due_at, 'infinity'::timestamptz)) stored;
create index cases_unit_due on cases (unit_code, due_sort, id);
create index cases_due on cases (due_sort, id) where state in ('opened', 'transferred', 'accepted', 'waiting', 'reopened', 'finished');
create index cases_assignee_due on cases (assignee, due_sort, id) where assignee is not null;
create index cases_unit_opened on cases (unit_code, opened_at, id);
create index cases_opened on cases (opened_at, id);
create index cases_path on cases using gist (unit_path);
create index cases_search on cases using gin (search);
create index cases_phone on cases (customer_phone) where customer_phone is not null;
create index cases_customer on cases (customer_code) where customer_code is not null;
