-- What a State body asks for is told in its own name: its limit rests, and the unit does not wait for it.
alter table notices drop constraint notices_kind_check;
alter table notices add constraint notices_kind_check check (kind in ('acknowledgement', 'supplement_asked',
  'body_supplement_asked', 'finished', 'late_with_apology', 'one_time_code', 'answer', 'declined', 'transferred', 'agency_task',
  'reappointed', 'paper_to_sign'));
