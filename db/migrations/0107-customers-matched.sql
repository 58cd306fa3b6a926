-- A customer code that was found by phone or mail is the utility's knowledge: an application that filed the case gave none, so it
-- reads none. Of earlier cases that applications filed, nobody knows which was given: all of them count as found.
alter table cases add column customer_matched boolean not null default false;
select set_config('motcua.system', 'on', true);
update cases set customer_matched = true where customer_code is not null and filed_at like 'key:%';
select set_config('motcua.system', 'off', true);
