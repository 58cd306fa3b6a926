-- What an Open311 reader without the right key knows a request by. It opens nothing: the case code, beside a phone number, opens the case.
alter table cases add column public_id uuid not null default gen_random_uuid();
create unique index cases_public_id on cases (public_id) where channel = 'open311';
