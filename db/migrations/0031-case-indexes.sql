-- The queues: open work by due time, per unit, per person; everything by the time it came.
create index cases_unit_due on cases (unit_code, state, due_at, id);
create index cases_due on cases (due_at, id) where state in ('opened', 'transferred', 'accepted', 'waiting', 'reopened', 'finished');
create index cases_assignee on cases (assignee, due_at, id) where assignee is not null;
create index cases_unit_opened on cases (unit_code, opened_at desc, id);
create index cases_path on cases using gist (unit_path);
create index cases_search on cases using gin (search);
create index cases_phone on cases (customer_phone) where customer_phone is not null;
create index cases_customer on cases (customer_code) where customer_code is not null;
