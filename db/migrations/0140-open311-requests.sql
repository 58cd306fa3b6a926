-- What Open311 clients list: requests of that door by the time they came. The door is a small part of all cases.
create index cases_open311 on cases (opened_at, id) where channel = 'open311';
