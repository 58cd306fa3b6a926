-- A letter to a State body holds a link that acts for it: like a code it belongs to no case, and nobody of the unit reads it.
alter table notices drop constraint notices_kind_check, drop constraint notices_check;
alter table notices add constraint notices_kind_check check (kind in ('acknowledgement', 'supplement_asked', 'finished',
  'late_with_apology', 'one_time_code', 'answer', 'declined', 'transferred', 'agency_task'));
alter table notices add constraint notices_check check (kind in ('one_time_code', 'agency_task') or case_id is not null);
