-- What waits to be read, the list of the console, the letters of a case, how often a sender wrote, a letter by its own name.
create index mails_waiting on mails (next_try_at) where state = 'received';
create index mails_newest on mails (received_at, id);
create index mails_case on mails (case_id) where case_id is not null;
create index mails_from on mails (from_address, read_at) where from_address is not null;
create index mails_message_id on mails (message_id) where message_id is not null;
-- Written by the system; read by it and by whoever sees the case the letter belongs to.
alter table mails enable row level security;
alter table mails force row level security;
create policy seen on mails
  using ((select motcua.sees_all()) or exists (select from cases c where c.id = case_id))
  with check ((select motcua.sees_all()));
grant select, insert, update on mails to motcua_app;
