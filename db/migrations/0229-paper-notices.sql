-- A paper that waits for the customer's signature is told to the customer.
alter table notices drop constraint notices_kind_check;
alter table notices add constraint notices_kind_check check (kind in ('acknowledgement', 'supplement_asked', 'finished',
  'late_with_apology', 'one_time_code', 'answer', 'declined', 'transferred', 'agency_task', 'reappointed', 'paper_to_sign'));
