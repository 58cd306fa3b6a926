-- What a service version says, in 32 signs: whoever has read that content before need not read and check it again.
alter table service_versions add column fingerprint text not null generated always as (md5(definition::text)) stored;
