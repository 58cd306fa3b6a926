-- Boards count what was finished in a month.
create index cases_finished on cases (finished_at, id) where finished_at is not null;
