-- The apology with a new date goes to the customer too: by hand, by letter or by short message.
alter table notices drop constraint notices_kind_check;
alter table notices add constraint notices_kind_check check (kind in ('acknowledgement', 'supplement_asked', 'finished',
  'late_with_apology', 'one_time_code', 'answer', 'declined', 'transferred', 'agency_task', 'reappointed'));
