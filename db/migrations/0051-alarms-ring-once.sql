-- One alarm a level for a due time of a term: a second one, ringing or to ring, is refused whatever set it.
create unique index deadline_alarms_once on deadline_alarms (case_id, task_id, level, due_at) nulls not distinct;
-- An alarm that rang is history in every respect: nothing about it changes again.
create policy only_once on deadline_alarms as restrictive for update using (rung_at is null) with check (rung_at is not null);
