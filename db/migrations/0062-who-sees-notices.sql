-- A notice is seen by whoever sees its case; one without a case (a code) by the system alone.
alter table notices enable row level security;
alter table notices force row level security;
create policy seen on notices
  using ((select motcua.sees_all()) or exists (select from cases c where c.id = case_id))
  with check ((select motcua.sees_all()) or exists (select from cases c where c.id = case_id));
alter table notice_deliveries enable row level security;
alter table notice_deliveries force row level security;
create policy seen on notice_deliveries
  using (exists (select from notices n where n.id = notice_id))
  with check (exists (select from notices n where n.id = notice_id));
-- The words may be changed only so that a code that has been sent can be blotted out; the rest stays as it was written.
grant select, insert, update (body_text, body_html) on notices to motcua_app;
grant select, insert on notice_deliveries to motcua_app;
