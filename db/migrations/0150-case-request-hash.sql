-- What a request asked for, hashed: the same request id with other words is a mistake, not a retry. No part of the chain.
alter table case_events add column request_hash text check (request_hash ~ '^[0-9a-f]{64}$');
