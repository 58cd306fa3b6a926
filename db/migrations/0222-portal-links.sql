-- A dossier that was registered before its filing was carried out to the end is given what the portal calls it.
grant update (portal_dossier) on dossiers to motcua_app;
-- A message that was answered 202 and could not be carried out later is told to be refused.
alter table portal_messages drop constraint portal_messages_kind_check;
alter table portal_messages add constraint portal_messages_kind_check
  check (kind in ('dossier', 'status', 'progress', 'result', 'heartbeat', 'refusal'));
create index portal_inbox_case on portal_inbox (case_id) where case_id is not null;
