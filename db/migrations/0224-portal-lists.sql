-- What was refused is looked for among all that ever came.
create index portal_inbox_refused on portal_inbox (endpoint, received_at desc, id desc) where state = 'refused';
