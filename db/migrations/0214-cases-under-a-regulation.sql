-- A case runs under the regulation in force where and when it was filed, whatever comes later. own_term: the utility's part where the
-- regulation fixes it (null: as the variant of the service says). whole_term: all parties together, where it fixes that.
alter table cases add column regulation_id bigint references regulations (id),
  add column own_term jsonb, add column whole_term jsonb;
