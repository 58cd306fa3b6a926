-- What a letter quotes of earlier ones is kept apart from what is new in it, so that the page can fold it.
alter table case_messages add column quoted text check (quoted <> '');
