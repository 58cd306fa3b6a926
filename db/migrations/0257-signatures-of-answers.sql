-- What was found of a signature inside the file of an answer when it came. null: answered before anybody looked, or without a file.
-- none: no signature in it. holds: it holds over these bytes. unread: there is one that could not be checked over the whole file.
alter table agency_tasks add column result_signature text check (result_signature in ('none', 'holds', 'unread')),
  add column result_signed_by text;
alter table agency_tasks add check (result_signature is null or result_sha256 is not null),
  add check ((result_signed_by is not null) = (result_signature is not distinct from 'holds'));
grant update (result_signature, result_signed_by) on agency_tasks to motcua_app;
